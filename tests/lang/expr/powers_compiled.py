# Powers in compiled code: small constant exponents, two to a number, floats; what raises, overflows or gets complex.
import math


def squares(x, n):
    bits = 0
    total = 0.0
    for _ in range(n):
        x = x * 3.9 * (1.0 - x) + 1e-17
        y = x ** 2
        total += y
        bits ^= int(y * 2.0 ** 60)
        bits ^= int((x * 1234.5) ** 2.0 * 2.0 ** 40)
    return bits, total


def cubes(n):
    total = 0
    for i in range(-n, n):
        total += i ** 3 - i ** 2 + i ** 1 + i ** 7 % 11
    return total


def grown(n):
    results = []
    for i in (3, -3, 10 ** 6, -10 ** 6, 3037000499, 3037000500, -3037000500, 2 ** 40, -2 ** 62, 10 ** 30):
        results.append(i ** n)
    return results


def eighth(i):
    return i ** 8, i ** 5, i ** 4


def twos(first, last):
    return [2 ** k for k in range(first, last)]


def mixed(a, b):
    try:
        return repr(a ** b)
    except (ZeroDivisionError, OverflowError) as error:
        return type(error).__name__ + ": " + str(error)


def roots(n):
    total = 0.0
    for i in range(n):
        total += i ** 0.5 + (i + 0.25) ** 1.5 + i ** -0.5 if i else 0.0
    return total, int(n ** 0.5)


def accumulate(x, n):
    for _ in range(n):
        x **= 2
    return x


def distance(points):
    best = float("inf")
    for i in range(len(points)):
        for j in range(i):
            d = (points[i][0] - points[j][0]) ** 2 + (points[i][1] - points[j][1]) ** 2
            if d < best:
                best = d
    return best


def sixth(x):
    values = []
    for scale in (1e-170, 1e-160, 1e-154, 1e-150, 1e-100, 1e100, 1e150, 1.3e153, 0.0, -0.0, math.inf, -math.inf):
        values.append((x * scale) ** 2)
    return values


def nans(x):
    y = x ** 2
    return y != y, x ** 0 == 1.0, (x - x) ** 0.0


for _ in range(3):
    print(squares(0.3, 4000))
    print(cubes(300))
    print(grown(2), grown(3))
    print(eighth(7), eighth(-255), eighth(256), eighth(1 << 20))
    print(twos(0, 70), twos(-3, 3))
    for a in (2, 2.0, -2.0, 0.0, -0.0, 1e200, -1e200, 0, 1.5):
        print([mixed(a, b) for b in (2, 3, 0.5, -1, -1.0, 2.0, 1e3, 0, -0.5) if not (a < 0 and b in (0.5, -0.5))])
    print(roots(1000))
    print(accumulate(1.0000001, 20), accumulate(3, 8), accumulate(2, 6))
    print(distance([(i * 7919 % 101 / 3, i * 104729 % 103 / 7) for i in range(60)]))
    print(sixth(1.1), sixth(-0.7))
    print(nans(math.nan))
