# str.format: fields, attributes, indices, nested specs, conversions, errors.
class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"P({self.x}, {self.y})"


p = P(1, [10, 20])
print("{} {} {}".format(1, "a", None), "{0} {1} {0}".format("x", "y"), "{a} {b}".format(a=1, b=2), "{0}{a}".format(5, a=6))
print("{0.x} {0.y[1]} {p.y}".format(p, p=p), "{d[k]} {d[1]}".format(d={"k": "v", 1: "one"}), "{0[0]}{0[2]}".format("abc"))
print("{:>5}|{:<5}|{:^5}|{:05.1f}".format(1, 2, 3, 4.56), "{:{}}|{:{w}.{p}f}".format("a", 4, 3.14159, w=8, p=2), "{0:{1}}".format(5, ">3"))
print("{!r} {!s} {!a}".format("é", "é", "é"), "{0!r:>6}".format("a"), "{{}} {{{}}}".format(1), "{:,}".format(1234567), "{:%}".format(0.25))
print("{p}".format(p=p), "{0.__class__.__name__}".format(p), "{:}".format(1), "{0!s}".format(p), "{:d} {:x}".format(True, 255))
print("{a[b c]} {x.y}".format(a={"b c": 1}, x=P(0, 7)), "{}".format("{}"), "".format(), "no fields".format(1, 2), "{1}".format(0, "one", 2))
print("{k}".format_map({"k": "map"}), "{a}-{b}".format(**{"a": 1, "b": 2}), "{} {}".format(*[1, 2]))
for text, args, named in (("{}", (), {}), ("{a}", (), {}), ("{0} {}", (1, 2), {}), ("{} {0}", (1, 2), {}), ("{", (), {}), ("}", (), {}), ("{0.z}", (p,), {}),
                          ("{0[5]}", ([1],), {}), ("{0!x}", (1,), {}), ("{0:d}", ("a",), {}), ("{!}", (1,), {}), ("{a[k]}", (), {"a": {}}), ("{5}", (1,), {}), ("{0", (1,), {})):
    try:
        print(text.format(*args, **named))
    except Exception as e:
        print(text, type(e).__name__, e)


class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b}".format_map(Default(a=1)))
