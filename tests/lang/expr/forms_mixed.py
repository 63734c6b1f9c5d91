# match, f-strings, calls, literals
class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
def m(v):
    match v:
        case 0 | 1: return "01"
        case -1.5: return "neg"
        case "a" | b"b": return "str"
        case None: return "none"
        case True: return "true"
        case [1, *rest, 9]: return "star", rest
        case [x] | (x, _): return "one or two", x
        case {"a": 1, "b": {"c": z}}: return "map", z
        case {"k": v1, **rest} if len(rest) > 1: return "rest", rest
        case {}: return "empty map"
        case P(0, y=yy): return "P0", yy
        case P(x=P() as inner): return "nested", inner.x
        case int(n) | float(n): return "num", n
        case str() as s: return "s", s
        case [[a, b], [c, d]]: return a + b + c + d
        case _: return "other"
for v in (0, True, 1.0, -1.5, "a", b"b", None, [1, 2, 3, 9], [5], (6, 7), {"a": 1, "b": {"c": 3}}, {"k": 1, "l": 2, "m": 3}, {"k": 1}, P(0, 5), P(P(1, 2), 3), 42, 2.5, "zz", [[1, 2], [3, 4]], {1}, object): print(m(v))
def guard(x):
    match x:
        case y if y > 5: return "big", y
        case y if y > 3: return "mid", y
    return "small", y
print(guard(9), guard(4), guard(1))
w, v = 10, 3.14159
print(f"{v:.2f} {v:{w}.3} {w!r:>5} {'q'!s} {w=} {v = :.1f} {{}} {w:#x} {'a' 'b'}" f"x" "y")
print(f"{f'{w}':>4}|{[i for i in range(3)]}|{ {'a': 1}['a'] }|{(lambda: 5)()}")
def k(*a, **kw): return a, kw
print(k(*[1, 2], 3, *(4,), x=1, **{"y": 2}, z=3))
print(k(**{"a": 1}, **{"b": 2}), k(*"ab", *range(2)))
try: k(**{"a": 1}, **{"a": 2})
except TypeError as e: print(e)
try: k(*5)
except TypeError as e: print(e)
try: k(**5)
except TypeError as e: print(e)
print([*range(3), *"ab"], (*[1], 2), {*[1, 2], 2}, {**{"a": 1}, "b": 2, **{"a": 3}})
print(1_000, 0xff, 0b101, 0o17, 1e3, 10 ** 20, -7 // 2, -7 % 3, 2 ** -1, 7 / 2, 1 << 70, ~5, +3, -0.0, 1e308 * 10)
print(123456789012345678901234567890, -99999999999999999999, 0x1fffffffffffffffff, 2305843009213693951, 2305843009213693952, -2305843009213693952, -2305843009213693953, 9223372036854775807, 9223372036854775808)
print(1 if 0 else 2, not 1, None is None, 1 in [1], 2 not in [1], "a" "b", b"a" b"b", r"\n", "\x41\u00e9" if False else "x", ..., (), [], {})
big = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, w, 52]
print(sum(big), len(big))
bd = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7, 8: 8, 9: 9, 10: 10, 11: 11, 12: 12, 13: 13, 14: 14, 15: 15, 16: 16, 17: 17, 18: 18, 19: 19, 20: 20, 21: 21, 22: 22, 23: 23, 24: 24, 25: 25, 26: w, **{99: 1}}
print(len(bd), bd[26], bd[99])
print((lambda a, b=2, *c, d, e=5, **f: (a, b, c, d, e, f))(1, d=4, g=7))
def defaults(a, b=w + 1, /, c=[w], *, d=w * 2): return a, b, c, d
print(defaults(0), defaults(0, 1, 2, d=3))
x = 5
x -= 1; x *= 3; x //= 2; x **= 2; x %= 7; x <<= 3; x >>= 1; x |= 9; x &= 13; x ^= 3; print(x)
s = "abcdef"; print(s[1:4], s[::-1], s[-2], s[:], s[5:1:-2])
class I:
    def __getitem__(self, k): return k
print(I()[1], I()[1:2], I()[1:2, ::3], I()[...], I()[()], I()[1,])
print(type(lambda: 0).__name__, (yield_ := 3))
import math as mm, sys
from sys import path as pp, version_info
print(mm.floor(2.5), type(pp).__name__, version_info[0])
print("%s-%d" % ("a", 3), "a" * 3, [0] * 3, "abc" < "abd", 1 < 2.5, 3 == 3.0)
def annotated(a: "int" = 1, *b: str, c: list[int] = [], **d: None) -> "x": return a
print(annotated.__annotations__, annotated.__defaults__, annotated.__kwdefaults__)
class Ann:
    a: int
    b: str = "x"
print(Ann.__annotations__)
def doc():
    "the doc"
print(doc.__doc__, doc.__name__, Ann.__doc__)
print(*sorted({"b": 1, "a": 2}.items()), sep="|")
del x
try: x
except NameError as e: print(e)
