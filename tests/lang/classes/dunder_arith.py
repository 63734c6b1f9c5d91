# Arithmetic dunders, reflected, in-place, unary, NotImplemented.
class V:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"V({self.x})"

    def _o(self, other, name, swap=False):
        if isinstance(other, str):
            return NotImplemented
        o = other.x if isinstance(other, V) else other
        return f"{name}({o},{self.x})" if swap else f"{name}({self.x},{o})"

    def __add__(self, o): return self._o(o, "add")
    def __radd__(self, o): return self._o(o, "radd", True)
    def __sub__(self, o): return self._o(o, "sub")
    def __rsub__(self, o): return self._o(o, "rsub", True)
    def __mul__(self, o): return self._o(o, "mul")
    def __rmul__(self, o): return self._o(o, "rmul", True)
    def __truediv__(self, o): return self._o(o, "truediv")
    def __rtruediv__(self, o): return self._o(o, "rtruediv", True)
    def __floordiv__(self, o): return self._o(o, "floordiv")
    def __rfloordiv__(self, o): return self._o(o, "rfloordiv", True)
    def __mod__(self, o): return self._o(o, "mod")
    def __rmod__(self, o): return self._o(o, "rmod", True)
    def __pow__(self, o, m=None): return self._o(o, "pow") + (f"%{m}" if m else "")
    def __rpow__(self, o): return self._o(o, "rpow", True)
    def __lshift__(self, o): return self._o(o, "lshift")
    def __rlshift__(self, o): return self._o(o, "rlshift", True)
    def __rshift__(self, o): return self._o(o, "rshift")
    def __rrshift__(self, o): return self._o(o, "rrshift", True)
    def __and__(self, o): return self._o(o, "and")
    def __rand__(self, o): return self._o(o, "rand", True)
    def __or__(self, o): return self._o(o, "or")
    def __ror__(self, o): return self._o(o, "ror", True)
    def __xor__(self, o): return self._o(o, "xor")
    def __rxor__(self, o): return self._o(o, "rxor", True)
    def __matmul__(self, o): return self._o(o, "matmul")
    def __rmatmul__(self, o): return self._o(o, "rmatmul", True)
    def __divmod__(self, o): return self._o(o, "divmod")
    def __rdivmod__(self, o): return self._o(o, "rdivmod", True)
    def __neg__(self): return V(-self.x)
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __int__(self): return 5
    def __float__(self): return 2.5
    def __index__(self): return 3
    def __round__(self, n=None): return ("round", n)


v, w = V(1), V(2)
print(v + w, v - w, v * w, v / w, v // w, v % w, v ** w, v << w, v >> w, v & w, v | w, v ^ w, v @ w, divmod(v, w))
print(v + 5, v - 5, 5 + v, 5 - v, 5 * v, 5 / v, 5 // v, 5 % v, 5 ** v, 5 << v, 5 >> v, 5 & v, 5 | v, 5 ^ v, 5 @ v, divmod(5, v), 1.5 + v, [1] + v, None + v)
print(-v, +v, ~v, abs(v), int(v), float(v), round(v), round(v, 2), [10, 20, 30, 40][v], hex(v), bin(v), "abcd"[v], pow(v, 2), pow(v, 2, 7), range(v))
for bad in (lambda: v + "s", lambda: "s" + v, lambda: v - "s", lambda: "s" * V(2) if False else v @ "s", lambda: object() + object(), lambda: -object(), lambda: V < V, lambda: v < w):
    try:
        print(bad())
    except TypeError as e:
        print(str(e).replace(" object at", ""))
v += 5
print(v)


class I:
    def __init__(self): self.log = []
    def __iadd__(self, o): self.log.append(("iadd", o)); return self
    def __imul__(self, o): self.log.append(("imul", o)); return self
    def __ior__(self, o): return NotImplemented
    def __or__(self, o): return "or fallback"
    def __isub__(self, o): self.log.append(("isub", o)); return self
    def __itruediv__(self, o): self.log.append(("idiv", o)); return self
    def __ipow__(self, o): self.log.append(("ipow", o)); return self
    def __ilshift__(self, o): self.log.append(("ilsh", o)); return self
    def __imatmul__(self, o): self.log.append(("imat", o)); return self


i = j = I()
i += 1; i *= 2; i -= 3; i /= 4; i **= 5; i <<= 6; i @= 7
print(i.log, i is j)
i |= 1
print(i)


class Base:
    def __add__(self, o): return "Base.add"
    def __radd__(self, o): return "Base.radd"


class Derived(Base):
    def __radd__(self, o): return "Derived.radd"


print(Base() + Derived(), Derived() + Base(), Base() + Base(), 1 + Derived(), Derived() + 1)


class OnlyR:
    def __radd__(self, o): return f"r{o}"
    def __rsub__(self, o): return NotImplemented


print(1 + OnlyR(), "a" + OnlyR(), [1] + OnlyR(), sum([OnlyR()]) if True else 0)
try:
    1 - OnlyR()
except TypeError as e:
    print(e)
