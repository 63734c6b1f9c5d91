# Floor division and modulo with every mix of signs; divmod; zero.
for a in (7, -7, 0, 6, -6, 1, -1):
    for b in (2, -2, 3, -3, 7):
        assert a == b * (a // b) + a % b
        print(a, b, a // b, a % b, divmod(a, b), end="; ")
    print()
print(7.5 // 2, -7.5 // 2, 7.5 % 2, -7.5 % 2, 7.5 % -2, divmod(-7.5, 2))
print(5 % -3.0, -0.0 % 5, 0.0 % -5, 1e300 % 7, -1e-20 % 1)
print(float("inf") // 1, 5 // float("inf"), -5 // float("inf"), -5 % float("inf"), 5 % float("-inf"))
print(7 / 2, -7 / 2, 6 / 3, 1 / 3, 2 ** 60 / 3, 10 ** 30 / 10 ** 29)
for code in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0,
             lambda: 1.0 / 0.0, lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: 0 ** -1,
             lambda: 0.0 ** -1):
    try:
        print(code())
    except ZeroDivisionError as e:
        print(type(e).__name__, e)
print(True // 1, True % 2, True / True, False - True)
print((-2 ** 63) // -1, -2 ** 63 % 10, (2 ** 61) // -1, -(2 ** 61) - 1)
