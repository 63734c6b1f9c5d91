# A convolution whose kernel and sizes are known only at run time: small inner loops over lists of floats.
import sys


def make_kernel(width, height):
    kernel = []
    total = 0.0
    for y in range(height):
        row = []
        for x in range(width):
            weight = 1.0 + min(x, width - 1 - x) + min(y, height - 1 - y)
            row.append(weight)
            total += weight
        kernel.append(row)
    return [[weight / total for weight in row] for row in kernel]


def make_image(width, height, seed):
    image = []
    for _ in range(height):
        row = []
        for _ in range(width):
            seed = seed * 16807 % 2147483647
            row.append(seed % 256 * 1.0)
        image.append(row)
    return image


def convolve(image, kernel):
    kernel_height = len(kernel)
    kernel_width = len(kernel[0])
    out = []
    for y in range(len(image) - kernel_height + 1):
        row = []
        for x in range(len(image[0]) - kernel_width + 1):
            total = 0.0
            for j in range(kernel_height):
                weights = kernel[j]
                line = image[y + j]
                for i in range(kernel_width):
                    total += weights[i] * line[x + i]
            row.append(total)
        out.append(row)
    return out


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 180
    total = 0.0
    for i in range(rounds):
        kernel = make_kernel(2 + i % 4, 3 + i % 3)
        image = make_image(60, 40, i + 1)
        for _ in range(3):
            image = convolve(image, kernel)
        for row in image:
            for value in row:
                total += value
    print(f"{total:.4f}")


main()
