local function make_matrix(n, seed)
    local rows = {}
    for i = 1, n do
        local row = {}
        for j = 1, n do
            seed = seed * 16807 % 2147483647
            row[j] = seed % 1000 / 1000.0
        end
        rows[i] = row
    end
    return rows
end

local function multiply(a, b)
    local n, columns, product = #a, {}, {}
    for j = 1, n do
        local column = {}
        for k = 1, n do column[k] = b[k][j] end
        columns[j] = column
    end
    for i = 1, n do
        local row, out = a[i], {}
        for j = 1, n do
            local column, total = columns[j], 0
            for k = 1, n do total = total + row[k] * column[k] end
            out[j] = total
        end
        product[i] = out
    end
    return product
end

local n = tonumber(arg[1])
local c = multiply(make_matrix(n, 42), make_matrix(n, 1234))
local trace = 0
for i = 1, n do trace = trace + c[i][i] end
print(string.format("%.6f %.6f", trace, c[1][n]))
