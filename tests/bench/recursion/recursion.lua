local function fib(n)
    if n < 2 then return n end
    return fib(n - 1) + fib(n - 2)
end

local function tak(x, y, z)
    if y >= x then return z end
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))
end

local function ackermann(m, n)
    if m == 0 then return n + 1 end
    if n == 0 then return ackermann(m - 1, 1) end
    return ackermann(m - 1, ackermann(m, n - 1))
end

local rounds = tonumber(arg[1])
local total = 0
for i = 0, rounds - 1 do
    total = total + fib(18 + i % 3) + tak(14 + i % 2, 8, i % 3) + ackermann(2, 40 + i % 7)
end
print(string.format("%d", total))
