local function escape(cr, ci, limit)
    local zr, zi, steps = 0, 0, 0
    while steps < limit do
        local rr, ii = zr * zr, zi * zi
        if rr + ii > 4.0 then break end
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
        steps = steps + 1
    end
    return steps
end

local size, limit = tonumber(arg[1]), 200
local inside, total = 0, 0
for y = 0, size - 1 do
    local ci = 2.0 * y / size - 1.0
    for x = 0, size - 1 do
        local steps = escape(3.0 * x / size - 2.0, ci, limit)
        if steps == limit then inside = inside + 1 end
        total = total + steps
    end
end
print(string.format("%d %d", inside, total))
