local sqrt = math.sqrt

local function body(x, y, z, vx, vy, vz, mass)
    return {x = x, y = y, z = z, vx = vx, vy = vy, vz = vz, mass = mass}
end

local function rest_momentum(bodies)
    local px, py, pz = 0, 0, 0
    for _, b in ipairs(bodies) do
        px, py, pz = px + b.vx * b.mass, py + b.vy * b.mass, pz + b.vz * b.mass
    end
    local sun = bodies[1]
    sun.vx, sun.vy, sun.vz = -px / sun.mass, -py / sun.mass, -pz / sun.mass
end

local function energy(bodies)
    local total = 0
    for i = 1, #bodies do
        local a = bodies[i]
        total = total + 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j = i + 1, #bodies do
            local b = bodies[j]
            local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            total = total - a.mass * b.mass / sqrt(dx * dx + dy * dy + dz * dz)
        end
    end
    return total
end

local function advance(bodies, dt)
    local count = #bodies
    for i = 1, count do
        local a = bodies[i]
        for j = i + 1, count do
            local b = bodies[j]
            local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            local square = dx * dx + dy * dy + dz * dz
            local scale = dt / (square * sqrt(square))
            local to_a, to_b = b.mass * scale, a.mass * scale
            a.vx = a.vx - dx * to_a
            a.vy = a.vy - dy * to_a
            a.vz = a.vz - dz * to_a
            b.vx = b.vx + dx * to_b
            b.vy = b.vy + dy * to_b
            b.vz = b.vz + dz * to_b
        end
    end
    for i = 1, count do
        local b = bodies[i]
        b.x = b.x + dt * b.vx
        b.y = b.y + dt * b.vy
        b.z = b.z + dt * b.vz
    end
end

local steps = tonumber(arg[1])
local bodies = {
    body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 40.0),
    body(5.0, -1.2, -0.1, 0.6, 2.8, -0.03, 0.038),
    body(8.3, 4.1, -0.4, -1.01, 1.82, 0.008, 0.011),
    body(12.9, -15.1, -0.22, 1.08, 0.87, -0.01, 0.0017),
    body(15.4, -25.9, 0.18, 0.98, 0.59, -0.035, 0.002),
}
rest_momentum(bodies)
print(string.format("%.6f", energy(bodies)))
for _ = 1, steps do advance(bodies, 0.01) end
print(string.format("%.6f", energy(bodies)))
