a = bytearray(b"hello world")
a[0] = 72
a[-1:] = b"D!"
a[1:3] = [1, 2, 3, 4]
print(a)
a[::2] = bytes(len(a[::2]))
print(a)
del a[::3]
print(a, len(a))
del a[-1]
del a[0:2]
a += b"xyz"
a *= 2
a.extend(range(5))
a.extend(a)
a.insert(-1, 65); a.insert(100, 66)
print(a)
a.reverse(); print(a)
a.remove(66)
b = a
b.append(0)
print(a is b, a == b, a.pop(), a.pop(0), len(a))
a.clear(); print(a, bool(a))
for i, x in enumerate(bytearray(b"abc")): print(i, x)
it = iter(bytearray(b"ab")); print(next(it), list(it), list(it))
class B(bytes):
    def hi(self): return "hi " + repr(self)
x = B(b"abc"); x.z = 5
print(x, x.hi(), x.z, x[0], x + b"d", type(x + b"d").__name__, len(x), x == b"abc", {x: 1}[b"abc"], B.fromhex("6162").hi())
class S(str):
    def __new__(cls, v, extra): 
        o = super().__new__(cls, v); o.extra = extra; return o
    def __repr__(self): return "S(" + super().__repr__() + ")"
s = S("héllo", 3)
print(s, repr(s), s.extra, s.upper(), s[1], s == "héllo", {s: 1}["héllo"], hash(s) == hash("héllo"), s + "x", type(s + "x").__name__, type(str(s)).__name__, f"{s}|{s!r}|{s:>8}", "%s %r" % (s, s), s * 2, s.replace("l", "L"), "-".join([s, s]), s.encode(), len(s), "l" in s, list(s), s.strip() == s, type(s.strip()).__name__, s < "z")
s2 = S("x" * 100 + "é" * 200, 1); s2.a = 1; s2.b = 2; s2.c = 3; s2.d = 4; s2.e = 5
print(s2[150], s2[299], s2.a + s2.b + s2.c + s2.d + s2.e, s2.extra, s2[95:105])
class I(int):
    def __repr__(self): return "I(%d)" % self
    def double(self): return I(self * 2)
i = I(5); i.tag = "t"
j = I(10**30); j.tag = "u"
print(i, repr(i), str(i), i + 1, type(i + 1).__name__, i.double(), i.tag, j.tag, j, j + 1, j == 10**30, hash(j) == hash(10**30), {i: 1}[5], i < 6, -j, +i, abs(I(-3)), int(j), f"{j:,}", "%d" % j, j // 7, I("12", 3), I.from_bytes(b"\x05", "big"), [10, 20, 30, 40, 50, 60][i], bool(I(0)), i & 4, i << 2, I(3) ** 2, round(i), i.real)
class F(float):
    def __str__(self): return "F!"
f = F(1.5); f.u = 1
print(f, repr(f), f + 1, f.u, f == 1.5, hash(f) == hash(1.5), f"{f}", f"{f:.3f}", "%s %.2f" % (f, f), int(f), round(f), F("2.5") * 2, F.fromhex("0x1p3"), f < 2, -f, float(f), type(float(f)).__name__)
class Fl:
    def __float__(self): return 2.5
class Idx:
    def __index__(self): return 3
class Trunc:
    def __trunc__(self): return 7
class Tr2:
    def __int__(self): return 9
print(float(Fl()), float(Idx()), int(Idx()), int(Tr2()), "abcdef"[Idx()], "ab" * Idx(), "%d %x" % (Idx(), Idx()), "%d" % Tr2(), "%.1f" % Fl(), hex(Idx()), bytes(Idx()), "a".center(Idx()) + "|", (5).to_bytes(Idx(), "big"), round(1.23456, Idx()))
class Fmt:
    def __format__(self, spec): return "<" + spec + ">"
    def __getitem__(self, k): return (k, type(k).__name__)
    a = "attr"
print("{:abc} {0[1]} {0[x y]} {0.a}".replace("{:abc}", "{0:abc}").format(Fmt()), f"{Fmt():>{10}}", format(Fmt(), "z"), "%(k)s" % Fmt())
class Bad:
    def __str__(self): return 5
    def __repr__(self): return "Bad()"
    def __format__(self, s): return 5
for g in (lambda: str(Bad()), lambda: "%s" % Bad(), lambda: f"{Bad()}", lambda: "{}".format(Bad()), lambda: f"{Bad()!s}"):
    try: print(g())
    except TypeError as e: print(e)
