from fractions import Fraction as F
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
print(F(1, 2) + 1j, 1j * F(1, 2), F(3) == 3 + 0j, F(1, 2) == 1j, complex(F(1, 4)), bool(F(0)))
show(lambda: F(1, 2) // 1j); show(lambda: 1j % F(1, 2)); show(lambda: F(1, 2) ** 1j); show(lambda: F(-1, 2) ** F(1, 2)); show(lambda: F(1, 2) < 1j); show(lambda: divmod(F(1), 1j)); show(lambda: 1j ** F(1, 2)); show(lambda: F(1j)); show(lambda: (2+1j) / F(1, 2)); show(lambda: F(1, 2) - 1j)
