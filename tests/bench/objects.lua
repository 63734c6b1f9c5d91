local Body = {}
Body.__index = Body

local function new(x, v) return setmetatable({x = x, v = v}, Body) end

function Body:step(dt)
  self.x = self.x + self.v * dt
  return self.x
end

function Body:distance(other) return self.x - other.x end

local function run(n)
  local a, b = new(0, 1), new(100, 2)
  local total = 0
  for i = 0, n - 1 do
    a:step(1)
    b:step(1)
    total = (total + b:distance(a)) % 16777216
    if i % 16 == 0 then a = new(i, 1) end
  end
  return total
end

print(string.format("%d", run(1500000)))
