local bit = require("bit")
local band, bor, bnot, bxor, lshift, rshift = bit.band, bit.bor, bit.bnot, bit.bxor, bit.lshift, bit.rshift

local function place(row, n, columns, rising, falling)
    if row == n then return 1 end
    local found = 0
    for column = 0, n - 1 do
        local up, down = row + column, row - column + n
        if columns[column] and rising[up] and falling[down] then
            columns[column], rising[up], falling[down] = false, false, false
            found = found + place(row + 1, n, columns, rising, falling)
            columns[column], rising[up], falling[down] = true, true, true
        end
    end
    return found
end

local function place_bits(all_columns, columns, rising, falling)
    if columns == all_columns then return 1 end
    local found = 0
    local free = band(all_columns, bnot(bor(columns, rising, falling)))
    while free ~= 0 do
        local one = band(free, -free)
        free = bxor(free, one)
        found = found + place_bits(all_columns, bor(columns, one), lshift(bor(rising, one), 1), rshift(bor(falling, one), 1))
    end
    return found
end

local function flags(length)
    local out = {}
    for i = 0, length - 1 do out[i] = true end
    return out
end

local n = tonumber(arg[1])
print(string.format("%d", place(0, n, flags(n), flags(2 * n), flags(2 * n + 1))))
print(string.format("%d", place_bits(lshift(1, n) - 1, 0, 0, 0)))
