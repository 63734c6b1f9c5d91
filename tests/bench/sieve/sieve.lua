local function sieve(limit)
    local flags = {}
    for i = 0, limit do flags[i] = true end
    flags[0], flags[1] = false, false
    local i = 2
    while i * i <= limit do
        if flags[i] then
            for multiple = i * i, limit, i do flags[multiple] = false end
        end
        i = i + 1
    end
    return flags
end

local rounds = tonumber(arg[1])
local count, checksum = 0, 0
for i = 0, rounds - 1 do
    local flags = sieve(200000 + i)
    for j = 0, 200000 + i do
        if flags[j] then
            count = count + 1
            checksum = (checksum + j) % 1000003
        end
    end
end
print(string.format("%d %d", count, checksum))
