# f-strings: specs, conversions, =, nesting, quotes, braces, expressions of all kinds.
name, n, x = "otter", 42, 3.14159
print(f"{name} {n} {x}", f"{name!r} {name!s} {'é'!a}", f"{n:5d}|{n:<5}|{n:^5}|{n:>5}|{n:05}|{n:+}", f"{x:.2f} {x:8.3f} {x:e}")
print(f"{n=} {x=:.2f} {name=!r} {n + 1 = } {name=!s:>8}", f"{{literal}} {{{n}}}", f"{'nested'} {f'{n}'}")
width, prec = 10, 3
print(f"{x:{width}.{prec}}|{name:>{width}}|{name:{'*'}^{width}}|{n:{'0'}{8}b}")
print(f"{n if n > 3 else 0} {[i * 2 for i in range(3)]} {({'a': 1})['a']} {(lambda v: v + 1)(2)} {name.upper():>7} {len(name)}")
print(f"{n:x} {n:X} {n:o} {n:b} {n:#x} {n:#o} {n:#b} {n:c} {1000000:,} {1000000:_} {255:#06x} {n:%}")
print(f"""multi {n}
line {name}""", f'{"quote"}' f"{'joined'}" " plain", rf"\n{n}", f"{n!r:>6}", f"{'a' 'b'}")
print(f"{None} {True} {[1, 'a']} {(1,)} {{1}} { {1} } {1, 2} {'x':3}|{'':5}|")
print(f"{x!r:.4} {x:g} {1e10:g} {1e-10:g} {100000.0:g} {1000000.0:g} {0.1:.20f} {x:10.2e}|{-x:+.1f} {x: f}")
print(f"{n:>{width}}" f"{n:<{width}}|", f"{3:{'>'}{4}}", f"{2**10:,}", f"{n:n}", f"{-n:=6}", f"{-n:06}", f"{n:=+8}")


class Temp:
    def __init__(self, c):
        self.c = c

    def __format__(self, spec):
        return f"<{spec}|{self.c}>"

    def __repr__(self):
        return "Temp()"


t = Temp(3)
print(f"{t} {t:abc} {t!r} {t!s:>8} {t:{'x' * 3}} {t.c:03}")
d = {"k": "v"}
print(f"{d['k']} {d}", f"{'yes' if d else 'no'}", f"{3 > 2}", f"{not d}", f"{n:{5}}", f"{'%'}", f"{':'}", f"{'}'}", f"{'{'}")
print(f"{x:{width}}", f'{x:.{prec}f}', f"{x:{width}.{prec - 1}f}", f"{10:#{5}x}")
print("".join(f"{i}{'' if i == 2 else ','}" for i in range(3)), f"{'a':{'b'}<{3}}", f"{(yield_ := 5)} {yield_}")
for bad in (lambda: f"{name:d}", lambda: f"{n:s}", lambda: f"{None:5}", lambda: f"{[1]:>5}", lambda: f"{x:d}", lambda: f"{n:.2d}"):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
