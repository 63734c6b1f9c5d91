local min = math.min

local function make_kernel(width, height)
    local kernel, total = {}, 0
    for y = 0, height - 1 do
        local row = {}
        for x = 0, width - 1 do
            local weight = 1.0 + min(x, width - 1 - x) + min(y, height - 1 - y)
            row[x + 1] = weight
            total = total + weight
        end
        kernel[y + 1] = row
    end
    for _, row in ipairs(kernel) do
        for x = 1, width do row[x] = row[x] / total end
    end
    return kernel
end

local function make_image(width, height, seed)
    local image = {}
    for y = 1, height do
        local row = {}
        for x = 1, width do
            seed = seed * 16807 % 2147483647
            row[x] = seed % 256
        end
        image[y] = row
    end
    return image
end

local function convolve(image, kernel)
    local kernel_height, kernel_width, out = #kernel, #kernel[1], {}
    for y = 0, #image - kernel_height do
        local row = {}
        for x = 0, #image[1] - kernel_width do
            local total = 0
            for j = 1, kernel_height do
                local weights, line = kernel[j], image[y + j]
                for i = 1, kernel_width do total = total + weights[i] * line[x + i] end
            end
            row[x + 1] = total
        end
        out[y + 1] = row
    end
    return out
end

local rounds, total = tonumber(arg[1]), 0
for i = 0, rounds - 1 do
    local kernel, image = make_kernel(2 + i % 4, 3 + i % 3), make_image(60, 40, i + 1)
    for _ = 1, 3 do image = convolve(image, kernel) end
    for _, row in ipairs(image) do
        for _, value in ipairs(row) do total = total + value end
    end
end
print(string.format("%.4f", total))
