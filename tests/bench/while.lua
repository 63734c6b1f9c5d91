local function nested(n)
  local total = 0
  local i = 0
  while i < n do
    local j = 0
    while j < n do
      total = total + i * j
      j = j + 1
    end
    i = i + 1
  end
  return total
end

print(string.format("%d", nested(3000)))
