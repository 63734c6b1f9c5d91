# The Mandelbrot set, counted: the innermost loop is floating point in local variables.
import sys


def escape(cr: float, ci: float, limit: int) -> int:
    zr = zi = 0.0
    steps = 0
    while steps < limit:
        rr = zr * zr
        ii = zi * zi
        if rr + ii > 4.0:
            break
        zi = 2.0 * zr * zi + ci
        zr = rr - ii + cr
        steps += 1
    return steps


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 450
    limit = 200
    inside = total = 0
    for y in range(size):
        ci = 2.0 * y / size - 1.0
        for x in range(size):
            steps = escape(3.0 * x / size - 2.0, ci, limit)
            if steps == limit:
                inside += 1
            total += steps
    print(inside, total)


main()
