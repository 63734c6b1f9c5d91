local bxor = require("bit").bxor

local function nested(n)
  local total = 0
  for i = 0, n - 1 do
    for j = 0, n - 1 do
      total = total + bxor(i, j) % 7
    end
  end
  return total
end

print(nested(3000))
