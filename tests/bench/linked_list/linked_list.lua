local function make_list(n, seed)
    local head = nil
    for _ = 1, n do
        seed = seed * 16807 % 2147483647
        head = {value = seed % 100000, next = head}
    end
    return head
end

local function reverse(head)
    local done = nil
    while head do
        local following = head.next
        head.next = done
        done = head
        head = following
    end
    return done
end

local function split(head)
    local slow, fast = head, head.next
    while fast and fast.next do slow, fast = slow.next, fast.next.next end
    local second = slow.next
    slow.next = nil
    return second
end

local function merge(a, b)
    local first = {value = 0}
    local tail = first
    while a and b do
        if a.value <= b.value then
            tail.next = a
            a = a.next
        else
            tail.next = b
            b = b.next
        end
        tail = tail.next
    end
    tail.next = a or b
    return first.next
end

local function sort(head)
    if not head or not head.next then return head end
    local second = split(head)
    return merge(sort(head), sort(second))
end

local function checksum(head)
    local total = 0
    while head do
        total = (total * 31 + head.value) % 1000003
        head = head.next
    end
    return total
end

local head = reverse(make_list(tonumber(arg[1]), 11))
local before = checksum(head)
print(string.format("%d %d", before, checksum(sort(head))))
