local Tree = {}
Tree.__index = Tree

function Tree:count()
    if self.left == nil then return 1 end
    return 1 + self.left:count() + self.right:count()
end

local function make_tree(depth)
    if depth == 0 then return setmetatable({}, Tree) end
    return setmetatable({left = make_tree(depth - 1), right = make_tree(depth - 1)}, Tree)
end

local deepest = tonumber(arg[1])
local kept = make_tree(deepest)
for depth = 4, deepest, 4 do
    local rounds = 2 ^ (deepest - depth + 4)
    local total = 0
    for _ = 1, rounds do total = total + make_tree(depth):count() end
    print(string.format("%d %d %d", rounds, depth, total))
end
print(string.format("%d", kept:count()))
