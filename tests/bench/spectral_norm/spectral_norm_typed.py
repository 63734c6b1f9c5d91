# The spectral norm of an infinite matrix by the power method: arithmetic of integers and floats in lists.
import math
import sys


def element(i: int, j: int) -> float:
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def multiply(v: list[float], out: list[float]) -> None:
    n = len(v)
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += element(i, j) * v[j]
        out[i] = total


def multiply_transposed(v: list[float], out: list[float]) -> None:
    n = len(v)
    for i in range(n):
        total = 0.0
        for j in range(n):
            total += element(j, i) * v[j]
        out[i] = total


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 450
    u = [1.0] * n
    v = [0.0] * n
    between = [0.0] * n
    for _ in range(10):
        multiply(u, between)
        multiply_transposed(between, v)
        multiply(v, between)
        multiply_transposed(between, u)
    uv = vv = 0.0
    for i in range(n):
        uv += u[i] * v[i]
        vv += v[i] * v[i]
    print(f"{math.sqrt(uv / vv):.9f}")


main()
