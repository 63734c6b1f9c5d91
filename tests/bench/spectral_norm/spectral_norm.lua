local function element(i, j)
    return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1)
end

local function multiply(n, v, out)
    for i = 0, n - 1 do
        local total = 0
        for j = 0, n - 1 do total = total + element(i, j) * v[j + 1] end
        out[i + 1] = total
    end
end

local function multiply_transposed(n, v, out)
    for i = 0, n - 1 do
        local total = 0
        for j = 0, n - 1 do total = total + element(j, i) * v[j + 1] end
        out[i + 1] = total
    end
end

local n = tonumber(arg[1])
local u, v, between = {}, {}, {}
for i = 1, n do u[i], v[i], between[i] = 1.0, 0.0, 0.0 end
for _ = 1, 10 do
    multiply(n, u, between)
    multiply_transposed(n, between, v)
    multiply(n, v, between)
    multiply_transposed(n, between, u)
end
local uv, vv = 0, 0
for i = 1, n do uv, vv = uv + u[i] * v[i], vv + v[i] * v[i] end
print(string.format("%.9f", math.sqrt(uv / vv)))
