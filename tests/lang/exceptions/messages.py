# Texts of the exceptions that the runtime raises itself.
class C:
    def method(self):
        return 1


c = C()
d, l, t, s = {"a": 1}, [1, 2], (1, 2), "abc"
cases = [lambda: d["x"], lambda: d[1], lambda: d[(1, 2)], lambda: d[None], lambda: l[2], lambda: l[-3], lambda: t[9], lambda: s[9], lambda: s["a"], lambda: l["a"], lambda: t["a"], lambda: l[1.5], lambda: l[None],
         lambda: c.x, lambda: C.x, lambda: c.method.x, lambda: s.x, lambda: len.x, lambda: None.x, lambda: (1).x, lambda: {}.x, lambda: print.x, lambda: C().method.y, lambda: ValueError("a").zz,
         lambda: undefined, lambda: 1 / 0, lambda: 1 % 0, lambda: 1 // 0, lambda: 1.0 / 0, lambda: 0 ** -1, lambda: int("12a"), lambda: int(""), lambda: float("x"), lambda: int("9" * 30 + "x"),
         lambda: [].pop(), lambda: {}.popitem(), lambda: set().pop(), lambda: [].remove(1), lambda: [].index(1), lambda: "a".index("b"), lambda: (1,).index(2), lambda: {1}.remove(5), lambda: next(iter([])),
         lambda: c(), lambda: c + 1, lambda: 1 + c, lambda: c[0], lambda: c < c, lambda: len(c), lambda: iter(c), lambda: -c, lambda: c in c, lambda: 1 in c, lambda: hash([]), lambda: {l: 1}, lambda: {d}, lambda: None + None, lambda: [] - [], lambda: {} | 5, lambda: "a" + 1, lambda: "a" % 5, lambda: b"a" + "a", lambda: [1] + (1,),
         lambda: max(), lambda: min([]), lambda: sum([[]]), lambda: chr(-5), lambda: ord("xy"), lambda: range(1, 2, 0), lambda: "x" * 1.5, lambda: [0] * "a", lambda: "abc".join([1]), lambda: "abc".split(""), lambda: "{} {}".format(1), lambda: "{a}".format(), lambda: "%d" % "x", lambda: "%s %s" % 1, lambda: "a".replace(1, 2), lambda: "a".find(1),
         lambda: int(None), lambda: float([]), lambda: str(b"a", 5), lambda: list(1), lambda: tuple(1), lambda: dict(1), lambda: set(1), lambda: bytes("x"), lambda: bytes([300]), lambda: isinstance(1, 1), lambda: issubclass(1, int), lambda: sorted([1, "a"]), lambda: reversed(5), lambda: zip(1), lambda: enumerate(1), lambda: map(1, 2).__next__(), lambda: abs("a"), lambda: round("a"), lambda: divmod(1, "a"), lambda: pow("a", 2), lambda: 2 ** "a", lambda: 1 << -1, lambda: 1 & "a", lambda: ~"a", lambda: not_defined_either(),
         lambda: open("/nonexistent/file"), lambda: __import__("nope") if False else open("/"), lambda: "abc".encode("nope"), lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: super().x, lambda: iter(5), lambda: (lambda: (yield))().send(1), lambda: [*5], lambda: {**5}, lambda: print(*5), lambda: (lambda a: a)(), lambda: l.sort(5), lambda: l.insert("a", 1), lambda: l.__setitem__(5, 1), lambda: "a" < 1, lambda: [1] < ["a"], lambda: (1, "a") < (1, 2), lambda: 1 < None, lambda: type("a", 1), lambda: object.__init__(), lambda: int.from_bytes("a", "big"), lambda: (5).to_bytes(0, "big"), lambda: "a".center(), lambda: [].append(), lambda: 10 ** 5 % "a", lambda: 5 .bit_length(1)]
for i, case in enumerate(cases):
    try:
        print(i, "value", case())
    except Exception as e:
        print(i, type(e).__name__, e)
