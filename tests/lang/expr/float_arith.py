# Float arithmetic, infinities, NaN, signed zero, powers, comparison with ints.
inf, nan = float("inf"), float("nan")
print(inf + 1, inf - inf, inf * 0, -inf, 1 / inf, -1 / inf, inf > 10 ** 400, -inf < -10 ** 400)
print(nan == nan, nan != nan, nan < 1, nan > 1, nan is nan, [nan] == [nan], nan in [nan], (nan,) == (nan,))
print(0.0 == -0.0, str(-0.0), 0.0 * -1, -0.0 + 0.0, -0.0 - 0.0, abs(-0.0))
print(2.0 ** 0.5, 4 ** 0.5, 2 ** -2, 0 ** 0, 0.0 ** 0, inf ** 0, 1 ** nan, (-1.0) ** 3)
print(1e308 * 10, -1e308 * 10, 1e-320 / 1e10, 5e-324 / 2)
try:
    print(10.0 ** 400)
except OverflowError as e:
    print(e)
print(1 == 1.0, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 10 ** 22 == 1e22, 10 ** 23 == 1e23)
print(0.1 + 0.2 == 0.3, 0.5 + 0.25 == 0.75, 1.0.is_integer(), 1.5.is_integer(), inf.is_integer())
print((0.75).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.5).hex(), float.fromhex("0x1.8p3"), (0.1).hex())
print(hash(1.0) == hash(1), hash(0.5), hash(inf), hash(-inf), hash(2.0 ** 70) == hash(2 ** 70), hash(-0.0))
print(float("1e5"), float(" -2.5 "), float("1_0.5"), float("INF"), float("-Infinity"), float("NaN"), float(".5"), float("5."))
for bad in ("", "abc", "1e", "1__0", "0x10", "1.2.3", "--1"):
    try:
        float(bad)
    except ValueError as e:
        print(e)
print(float(), float(True), float(10 ** 20), 7.0 // 2.0, 7 // 2.0, 3 * 1.5, 1 + 2.5, 5 - 0.5, True + 0.5)
print(max(1, 2.5), min(1.0, 1), max(1.0, 1), sum([0.1] * 10), sum([1, 2.5, 3]))
print(int(1e300) % 1000, 1e16 + 1, 1e16 + 2.0, 3.7 // 1, -3.7 // 1, 3.7 % 1, round(-3.7))
a = 0.0
for i in range(1000):
    a += 0.001
print(a, a == 1.0)
