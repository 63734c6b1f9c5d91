local floor = math.floor

local function make_text(words, seed)
    local syllables = {"ka", "lo", "mi", "ta", "ne", "ru", "so", "Vi", "en", "or"}
    local parts = {}
    for i = 0, words - 1 do
        seed = seed * 16807 % 2147483647
        local rank = floor(seed % 64 * (floor(seed / 64) % 64) / 16)
        local word = syllables[rank % 10 + 1] .. syllables[floor(rank / 10) % 10 + 1]
        if rank > 99 then word = word .. syllables[floor(rank / 100) % 10 + 1] end
        parts[#parts + 1] = word
        parts[#parts + 1] = i % 11 == 10 and "\n" or i % 7 == 3 and ", " or " "
    end
    return table.concat(parts)
end

local function count_words(text)
    local counts = {}
    for word in text:gmatch("%S+") do
        word = word:gsub("^[,.]+", ""):gsub("[,.]+$", ""):lower()
        counts[word] = (counts[word] or 0) + 1
    end
    return counts
end

local counts = count_words(make_text(tonumber(arg[1]), 3))
local ranked = {}
for word, count in pairs(counts) do ranked[#ranked + 1] = {word, count} end
table.sort(ranked, function(a, b)
    if a[2] ~= b[2] then return a[2] > b[2] end
    return a[1] < b[1]
end)
for i = 1, math.min(5, #ranked) do print(ranked[i][1] .. " " .. string.format("%d", ranked[i][2])) end
print(#ranked)
