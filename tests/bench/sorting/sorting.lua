local floor = math.floor

local function make_numbers(n, seed)
    local numbers = {}
    for i = 0, n - 1 do
        seed = seed * 16807 % 2147483647
        numbers[i] = seed % 1000000
    end
    return numbers
end

local function quicksort(items, low, high)
    while low < high do
        local pivot = items[floor((low + high) / 2)]
        local i, j = low, high
        while i <= j do
            while items[i] < pivot do i = i + 1 end
            while items[j] > pivot do j = j - 1 end
            if i <= j then
                items[i], items[j] = items[j], items[i]
                i, j = i + 1, j - 1
            end
        end
        if j - low < high - i then
            quicksort(items, low, j)
            low = i
        else
            quicksort(items, i, high)
            high = j
        end
    end
end

local function sift_down(items, start, finish)
    local root = start
    while true do
        local child = 2 * root + 1
        if child >= finish then return end
        if child + 1 < finish and items[child] < items[child + 1] then child = child + 1 end
        if items[root] >= items[child] then return end
        items[root], items[child] = items[child], items[root]
        root = child
    end
end

local function heapsort(items, n)
    for start = floor(n / 2) - 1, 0, -1 do sift_down(items, start, n) end
    for finish = n - 1, 1, -1 do
        items[0], items[finish] = items[finish], items[0]
        sift_down(items, 0, finish)
    end
end

local function checksum(items, first, n)
    local total = 0
    for i = 0, n - 1 do total = (total * 31 + items[first + i] + i) % 1000003 end
    return total
end

local n = tonumber(arg[1])
local quick, heap = make_numbers(n, 7), make_numbers(n, 7)
quicksort(quick, 0, n - 1)
heapsort(heap, n)
local by_key = {}
for i, x in pairs(make_numbers(n, 7)) do by_key[i + 1] = x end
table.sort(by_key, function(a, b)
    if a % 1000 ~= b % 1000 then return a % 1000 < b % 1000 end
    return a > b
end)
print(string.format("%d %d %d", checksum(quick, 0, n), checksum(heap, 0, n), checksum(by_key, 1, n)))
