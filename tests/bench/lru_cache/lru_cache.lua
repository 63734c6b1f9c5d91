local Cache = {}
Cache.__index = Cache

local function new_cache(capacity)
    local head, tail = {}, {}
    head.after, tail.before = tail, head
    return setmetatable({capacity = capacity, entries = {}, count = 0, head = head, tail = tail, hits = 0, misses = 0}, Cache)
end

function Cache:unlink(entry)
    entry.before.after = entry.after
    entry.after.before = entry.before
end

function Cache:link_first(entry)
    entry.before = self.head
    entry.after = self.head.after
    self.head.after.before = entry
    self.head.after = entry
end

function Cache:get(key)
    local entry = self.entries[key]
    if not entry then
        self.misses = self.misses + 1
        return nil
    end
    self.hits = self.hits + 1
    self:unlink(entry)
    self:link_first(entry)
    return entry.value
end

function Cache:put(key, value)
    local entry = self.entries[key]
    if entry then
        entry.value = value
        self:unlink(entry)
        self:link_first(entry)
        return
    end
    if self.count == self.capacity then
        local oldest = self.tail.before
        self:unlink(oldest)
        self.entries[oldest.key] = nil
        self.count = self.count - 1
    end
    entry = {key = key, value = value}
    self.entries[key] = entry
    self.count = self.count + 1
    self:link_first(entry)
end

local lookups, cache = tonumber(arg[1]), new_cache(1000)
local seed, total = 21, 0
for _ = 1, lookups do
    seed = seed * 16807 % 2147483647
    local key = seed % 64 * (math.floor(seed / 64) % 64)
    local value = cache:get(key)
    if not value then
        value = key * 3 % 1009
        cache:put(key, value)
    end
    total = total + value
end
print(string.format("%d %d %d", total, cache.hits, cache.misses))
