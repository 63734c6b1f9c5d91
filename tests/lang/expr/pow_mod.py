# Powers: signs, zero, negative exponents, modular, huge, with floats.
for base in (-3, -2, -1, 0, 1, 2, 10):
    print(base, [base ** e for e in range(6)], [round(base ** -e, 6) if base else None for e in range(1, 4)])
print(2 ** 0.5, (-8) ** 2, -8 ** 2, 2 ** 3 ** 0, 0 ** 0, 0.0 ** 0, 1 ** 10 ** 9, (-1) ** (10 ** 9 + 1), 2 ** 64, 2 ** 1000 % 1000007, 7 ** 77)
print(pow(3, 4, 5), pow(-3, 3, 7), pow(3, 3, -7), pow(2, 0, 1), pow(10, -1, 7), pow(10, -3, 7), pow(2, 10 ** 30, 97), pow(5, 3, 1), pow(0, 5, 3), pow(12345678901234567890, 98765, 10 ** 9 + 7))
for bad in (lambda: pow(2, -1, 4), lambda: pow(2, 1, 0), lambda: 0 ** -1, lambda: 0.0 ** -2, lambda: pow(2, 3.0, 5), lambda: pow("a", 2), lambda: 10.0 ** 309, lambda: pow(0, -1, 5)):
    try:
        print(bad())
    except (ValueError, ZeroDivisionError, TypeError, OverflowError) as e:
        print(type(e).__name__, e)
x = 2
x **= 3
x **= 2
print(x, 4 ** 0.5, 4 ** -0.5, (-4.0) ** 2, (-4.0) ** 3, 2 ** 62, 2 ** 63, -2 ** 63, 10 ** 18, 10 ** 19, 3 ** 40, (-3) ** 41)
print([n for n in range(1, 100) if pow(n, 2, 7) == 2], sum(d ** 3 for d in (1, 5, 3)), [2 ** i for i in range(58, 68)])
print(1.5 ** 2, 2.0 ** 10, 2.0 ** -1074, 10 ** 15 / 10 ** 14, 1e200 ** 1.5, 0.5 ** 1074, 9 ** 0.5 == 3)
