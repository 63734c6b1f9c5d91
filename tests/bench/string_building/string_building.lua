local function make_rows(count)
    local lines = {}
    for i = 0, count - 1 do
        local name = "item" .. string.format("%d", i % 97)
        lines[#lines + 1] = string.format("%-8s|%6d|%03d|%.2f", name, i, i * 7 % 101, i / 7)
    end
    return table.concat(lines, "\n")
end

local function caesar(text, shift)
    local out = {}
    for i = 1, #text do
        local c = text:byte(i)
        if c >= 97 and c <= 122 then c = (c - 97 + shift) % 26 + 97 end
        out[i] = string.char(c)
    end
    return table.concat(out)
end

local function count_overlapping(text, needle)
    local found = 0
    local at = text:find(needle, 1, true)
    while at do
        found = found + 1
        at = text:find(needle, at + 1, true)
    end
    return found
end

local function checksum(text)
    local total = 0
    for i = 1, #text do total = (total * 31 + text:byte(i)) % 1000003 end
    return total
end

local rounds = tonumber(arg[1])
local total = 0
for i = 0, rounds - 1 do
    local text = make_rows(100 + i % 10)
    text = caesar(text, i % 26)
    text = text:gsub("|0", "|-"):gsub("\n", ";")
    total = total + count_overlapping(text, "1")
    total = total + checksum(text:sub(11, -11) .. text:sub(1, 10):upper())
    local fields = {}
    for field in (text .. ";"):gmatch("([^;]*);") do table.insert(fields, 1, field) end
    total = total + #table.concat(fields, ";")
end
print(string.format("%d", total))
