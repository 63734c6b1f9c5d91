#!/usr/bin/python3
"""Random nets of closures that are called again and again: functions that hold each other, numbers, strings and containers in captured
variables, some of which are set again, unbound, or captured before they are set. Options and procedure are those of fuzz_modes.py.
"""

import sys

import fuzz_modes

PRELUDE = '''
def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"
def small(v):
    if isinstance(v, float): return v if -1e90 < v < 1e90 else 0.5
    if isinstance(v, int): return v if -1 << 200 < v < 1 << 200 else v % 1000003
    return v[:30] if isinstance(v, (str, list, tuple)) else v
def drive(label, f, n, values):
    seen = []
    for i in range(n):
        r = repr(attempt(f, values[i % len(values)] if i % 7 else i)).split(" at 0x")[0]
        if r not in seen and len(seen) < 12: seen.append(r)
    print(label, seen, *[repr(attempt(f, v)).split(" at 0x")[0] for v in (0, "t", 1.5)])
'''


class Closures(fuzz_modes.Generator):
    def pick(self, *options):
        return self.rng.choice(options)

    def body(self, held):
        """An expression of x and what is captured."""
        p = self.pick
        names = [n for n, kind in held if kind != "f"]
        calls = [n for n, kind in held if kind == "f"]
        value = lambda: p("x", p(*names)) if names else "x"
        call = lambda: f"{p(*calls)}({p('x', value(), 'x + 1')})" if calls else value()
        return p(
            f"small({call()} {p('+', '-', '*')} {value()})", f"{call()} {p('and', 'or')} {call()}", f"{call()} if x {p('<', '==', '>', '!=', 'is', 'is not')} {value()} else {call()}",
            f"x in {value()}", f"{value()}[x]", f"{value()}[:2]", f"len({value()})", f"small({value()} {p('+', '*', '//', '%', '-')} {value()})",
            f"not {call()}", f"({call()}, {value()})", f"small({call()})", f"str({value()}) == {value()}", f"x {p('<', '<=', '==')} {value()}", f"[{value()} for _ in range(2)]")

    def maker(self):
        """A function that makes functions."""
        src, name, r = fuzz_modes.Source(), self.fresh("make"), self.rng
        held = [(f"p{i}", self.pick("f", "f", "v", "v")) for i in range(r.randint(1, 3))]
        with src.block(f"def {name}({', '.join(n for n, _ in held)}):"):
            inside = held[:]
            if r.random() < 0.6:
                src.add(f"k = {self.pick('3', '2.5', repr('ab'), 'p0', '[1, 2]', '1 << 62', 'None', 'True')}")
                inside.append(("k", "v"))
            if r.random() < 0.2:
                src.add("for k in range(3): pass")
                inside.append(("k", "v"))
            style = r.random()
            if style < 0.4:
                src.add(f"f = lambda x: {self.body(inside)}")
            else:
                with src.block("def f(x):"):
                    changes = r.random()
                    if changes < 0.15:
                        src.add(f"nonlocal {inside[-1][0]}")
                    if r.random() < 0.3:
                        src.add(f"y = {self.body(inside)}")
                        src.add(f"if {self.pick('y == 1', 'x is y', 'not y')}: return {self.pick('y', 'x', '(x, y)')}")
                    if r.random() < 0.2:
                        with src.block("try:"):
                            src.add(f"x = {self.body(inside)}")
                        with src.block("except TypeError:"):
                            src.add(f"return {self.pick('-1', 'x', repr('caught'))}")
                    if r.random() < 0.15:
                        src.add(f"for j in range(3): x = {self.body(inside)}")
                    if changes < 0.15:
                        src.add(f"{inside[-1][0]} = {self.pick('x', '7', self.body(inside))}")
                    src.add(f"return {self.body(inside)}")
            if r.random() < 0.15:
                src.add(f"{self.pick(*[n for n, _ in inside])} = {self.pick('5', 'str', 'None', repr('new'))}")
            if r.random() < 0.05:
                src.add(f"if p0 is None: del {inside[-1][0]}")
            src.add("return f")
        self.makers.append((name, [kind for _, kind in held]))
        return src.lines

    def argument(self, kind):
        if kind == "f" and self.made and self.rng.random() < 0.9:
            return self.pick(*self.made)
        return self.pick("0", "1", "-7", "2.5", "1 << 65", "(1 << 61) - 2", "'a'", "'äb'", "'a longer string than that'", "[1, 2, 0]", "(1, 'a', 2.5)", "{1: 2, 'a': 3}", "{1, 2}", "None", "True", "str", "len")

    def use(self):
        src = fuzz_modes.Source()
        for _ in range(self.rng.randint(1, 3)):
            name, kinds = self.pick(*self.makers)
            made = self.fresh("g")
            src.add(f"{made} = attempt({name}, {', '.join(self.argument(kind) for kind in kinds)})")
            self.made.append(made)
        values = self.pick("[1, 2, 3]", "[0]", "['a', 'b', 'ab']", "[1, 2.5, 'a', None]", "[(1, 2), [3]]", "list(range(9))", "[1 << 61, 5]")
        for _ in range(self.rng.randint(1, 3)):
            src.add(f"drive('{self.fresh('d')}', {self.pick(*self.made)}, {self.pick('5', '300', '2000')}, {values})")
        return src.lines

    def program(self):
        self.makers, self.made = [], []
        chunks = [self.maker() for _ in range(self.rng.randint(3, 5))]
        return chunks + [self.use() for _ in range(self.rng.randint(5, 9))]


if __name__ == "__main__":
    fuzz_modes.PRELUDE, fuzz_modes.Generator = PRELUDE, Closures
    sys.exit(fuzz_modes.main())
