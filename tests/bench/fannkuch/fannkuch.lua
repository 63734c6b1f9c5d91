local function count_flips(n, permutation, work)
    for i = 0, n - 1 do work[i] = permutation[i] end
    local flips = 0
    local first = work[0]
    while first ~= 0 do
        local low, high = 0, first
        while low < high do
            work[low], work[high] = work[high], work[low]
            low, high = low + 1, high - 1
        end
        flips = flips + 1
        first = work[0]
    end
    return flips
end

local function next_permutation(n, permutation, counters)
    for length = 1, n - 1 do
        local first = permutation[0]
        for i = 0, length - 1 do permutation[i] = permutation[i + 1] end
        permutation[length] = first
        if counters[length] < length then
            counters[length] = counters[length] + 1
            return true
        end
        counters[length] = 0
    end
    return false
end

local n = tonumber(arg[1])
local permutation, counters, work = {}, {}, {}
for i = 0, n - 1 do permutation[i], counters[i], work[i] = i, 0, 0 end
local most, checksum, sign = 0, 0, 1
repeat
    if permutation[0] ~= 0 then
        local flips = count_flips(n, permutation, work)
        if flips > most then most = flips end
        checksum = checksum + sign * flips
    end
    sign = -sign
until not next_permutation(n, permutation, counters)
print(string.format("%d %d", checksum, most))
