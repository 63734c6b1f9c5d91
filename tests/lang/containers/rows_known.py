# Rows of tables found before a loop: right also where lists are the same, contain themselves, change their length or their kind on the way.
def fill(table, a, b):
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            if a[i - 1] == b[j - 1]:
                table[i][j] = table[i - 1][j - 1] + 1
            else:
                table[i][j] = max(table[i - 1][j], table[i][j - 1])
    return table[len(a)][len(b)]


def lcs(a, b):
    return fill([[0] * (len(b) + 1) for _ in range(len(a) + 1)], a, b)


def lcs_shared_row(a, b):
    return fill([[0] * (len(b) + 1)] * (len(a) + 1), a, b)


def add_first(x, y, n):
    for i in range(n):
        y[i] = y[i] + x[0]
    return y


def row_of_itself(x, n):
    for j in range(n):
        x[0][j] = j + len(x)
    return x[1:]


def rows_change(table, n):
    for j in range(n):
        table[0][j] = table[1][0]
        if j == 2:
            table[1] = [99]
    return table


def grow(x, y, n):
    total = 0
    for i in range(n):
        total += len(x) + x[0]
        y.append(i)
    return total, len(y)


def shrink(x, y, n):
    seen = []
    for i in range(n):
        seen.append(x[-1])
        y.pop()
    return seen


def scale(x, k, n):
    for i in range(n):
        x[i] *= x[k]
    return x


def kinds(rows, n):
    out = []
    for i in range(len(rows)):
        total = 0
        try:
            for j in range(n):
                total += rows[i][j]
                rows[i][j] = total
        except (IndexError, TypeError) as e:
            out.append(type(e).__name__)
        out.append(total)
    return out, rows


def nothing(rows, k, n):
    for j in range(n):
        rows[k][j] = 1
    return rows


def three(grid, n):
    for i in range(n):
        for j in range(n):
            for k in range(n):
                grid[i][j][k] = grid[i][j][k - 1] + grid[i - 1][j][k] + grid[i][j - 1][k]
    return grid


def until_found(x, y):
    i = 0
    while x[0] < 5:
        y[i] += 1
        i += 1
    return i, x, y


def transpose(m):
    n = len(m)
    for i in range(n):
        for j in range(i + 1, n):
            m[i][j], m[j][i] = m[j][i], m[i][j]
    return m


print(lcs("abcbdab", "bdcaba"), lcs([1, 2, 3, 4], [2, 4]), lcs([], [1]), lcs([1], []), lcs_shared_row("abcbdab", "bdcaba"))
v = [1, 2, 3, 4]
print(add_first([10], [1, 2, 3], 3), add_first(v, v, 4))
x = [0, 0, 0, 0]
x[0] = x
try:
    print(row_of_itself(x, 3))
except TypeError as e:
    print("TypeError", x[1:])
y = [[0, 0], 5]
print(row_of_itself(y, 2))
print(rows_change([[0] * 5, [7]], 5))
same = [1, 2]
print(grow([3], [], 4), grow(same, same, 4), same)
s = [1, 2, 3, 4, 5]
print(shrink([7], [1, 2, 3], 3), shrink(s, s, 4))
print(scale([2, 3, 4], 1, 3), scale([2**40, 3, 4, 2**30], 0, 4), scale([1.5, float("inf"), -0.0], 1, 3))
print(kinds([[1, 2, 3], [1, 2], [1, "a", 3], (1, 2, 3), [2**62, 2**62, 1], [0.5, True, 1], range(3)], 3))
print(nothing([], 5, 0), nothing([[0]], 0, 1))
for bad in (lambda: nothing([], 0, 1), lambda: nothing([1], 0, 1), lambda: nothing([[0]], 0, 2)):
    try:
        print(bad())
    except (IndexError, TypeError) as e:
        print(type(e).__name__)
print(three([[[i + j + k for k in range(3)] for j in range(3)] for i in range(3)], 3))
print(until_found([9], [0]), until_found(v := [3, 0, 0], v))
print(transpose([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), transpose([[1, 2]] * 2))
