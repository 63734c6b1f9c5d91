# Product of matrices kept as lists of rows.
import sys


def make_matrix(n: int, seed: int) -> list[list[float]]:
    rows: list[list[float]] = []
    for i in range(n):
        row: list[float] = []
        for j in range(n):
            seed = seed * 16807 % 2147483647
            row.append(seed % 1000 / 1000.0)
        rows.append(row)
    return rows


def multiply(a: list[list[float]], b: list[list[float]]) -> list[list[float]]:
    n = len(a)
    columns = [[b[k][j] for k in range(n)] for j in range(n)]
    product: list[list[float]] = []
    for i in range(n):
        row = a[i]
        out: list[float] = []
        for j in range(n):
            column = columns[j]
            total = 0.0
            for k in range(n):
                total += row[k] * column[k]
            out.append(total)
        product.append(out)
    return product


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    c = multiply(make_matrix(n, 42), make_matrix(n, 1234))
    trace = 0.0
    for i in range(n):
        trace += c[i][i]
    print(f"{trace:.6f} {c[0][n - 1]:.6f}")


main()
