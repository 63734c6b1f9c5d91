local floor, max, min = math.floor, math.max, math.min

local function make_sequence(n, seed, letters, plus)
    local sequence = {}
    for i = 1, n do
        seed = seed * 16807 % 2147483647
        sequence[i] = floor(seed / 8) % letters + plus
    end
    return sequence
end

local function longest_common(a, b)
    local table = {}
    for i = 0, #a do
        table[i] = {}
        for j = 0, #b do table[i][j] = 0 end
    end
    for i = 1, #a do
        for j = 1, #b do
            if a[i] == b[j] then
                table[i][j] = table[i - 1][j - 1] + 1
            else
                table[i][j] = max(table[i - 1][j], table[i][j - 1])
            end
        end
    end
    return table[#a][#b]
end

local function edit_distance(a, b)
    local previous = {}
    for j = 0, #b do previous[j] = j end
    for i = 1, #a do
        local current = {[0] = i}
        for j = 1, #b do
            local cost = a[i] == b[j] and 0 or 1
            current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
        end
        previous = current
    end
    return previous[#b]
end

local function knapsack(weights, values, capacity)
    local best = {}
    for room = 0, capacity do best[room] = 0 end
    for item = 1, #weights do
        local weight, value = weights[item], values[item]
        for room = capacity, weight, -1 do
            local candidate = best[room - weight] + value
            if candidate > best[room] then best[room] = candidate end
        end
    end
    return best[capacity]
end

local n = tonumber(arg[1])
local quarter = floor(n / 4)
local a, b = make_sequence(n, 5, 8, 0), make_sequence(n, 6, 8, 0)
local weights, values = make_sequence(quarter, 7, 60, 1), make_sequence(quarter, 8, 100, 1)
print(string.format("%d %d %d", longest_common(a, b), edit_distance(a, b), knapsack(weights, values, n * 2)))
