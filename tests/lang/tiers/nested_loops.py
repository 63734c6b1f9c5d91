# Nests of loops that are hot from the first call on: compiled code is entered in the innermost loop and goes on in those around it.


def counted(n):
    out = []
    for i in range(n):
        row = 0
        for j in range(i % 5, n, 2):
            t = 1.5
            for k in range(j % 3 + 20):
                t += i * j - k
                if k == 17 and j % 4 == 0:
                    continue
                if t > 5e5:
                    break
            else:
                row += 1
            row += int(t)
        out.append(row)
    return sum(out), len(out), i, j, k


def mixed(rows, names):
    found = {}
    n = 0
    while n < 40:
        n += 1
        for name in names:
            for row in rows:
                for cell in row:
                    if cell == n:
                        found[name] = found.get(name, 0) + 1
                    elif cell is None:
                        break
                else:
                    continue
                n += 0
        if n == 37:
            break
    return n, found


def handled(items):
    caught, done = 0, []
    for outer in range(60):
        try:
            for item in items:
                try:
                    for k in range(30):
                        caught += 100 // (item - k)
                except ZeroDivisionError:
                    caught += 1
                    if outer == 55 and item == 7:
                        raise
                except TypeError as e:
                    caught += len(str(e)) % 7
                    continue
                finally:
                    done.append(k)
                    if len(done) > 50:
                        done = done[-3:]
        except ZeroDivisionError:
            return caught, done, outer
    return caught, done


def whiles(limit):
    a = steps = 0
    while a < limit:
        b = a
        while True:
            b += 1
            c = b
            while c % 7:
                c += 1
                steps += c & 3
            if c > limit:
                break
            if b - a > 9:
                break
        a += 1
    else:
        steps += 1000000
    return steps, a, b, c


def turning(n):
    total = 0
    for i in range(n):
        step = 1 if i < n // 2 else 0.5
        for j in range(40):
            x = j
            for k in range(12):
                x = x * step + k
                total += x
                if i == n - 2 and j == 3:
                    total = total * (1 << 70) // (1 << 69) if isinstance(total, int) else total + 0.25
    return total


def generated(n):
    def numbers(m):
        for i in range(m):
            for j in range(5):
                yield i * j

    total = 0
    for i in range(n):
        for x in numbers(6):
            for y in (x, x + 1, "z"):
                if y == "z":
                    break
                total += y
    return total


def held(n):
    functions = []
    for i in range(n):
        for j in range(20):
            for k in range(20):
                last = i * j * k
            if j == 3 and i % 500 == 0:
                functions.append(lambda q=last: q + i)
    return [f() for f in functions]


for _ in range(2):
    print(counted(120))
    print(mixed([[1, 2, 3, None, 5], [30, 36, 37], list(range(40))], ["a", "b"]))
    print(handled([3, 50, 7, "x", 29, 100]))
    print(whiles(300))
    print(turning(200))
    print(generated(300))
    print(held(1500))
