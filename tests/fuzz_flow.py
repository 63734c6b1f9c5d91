#!/usr/bin/python3
"""Random functions that are all control flow and scopes, against CPython: which names have a value where, what finally
and with do on each way out, what handlers leave behind. Options and procedure are those of fuzz_modes.py.
"""

import sys

import fuzz_modes

PRELUDE = '''\
class E1(Exception): pass
class E2(Exception): pass
ticks = [0]
def tick():
    ticks[0] += 1
    if ticks[0] > 2000: raise SystemExit
def t(*x):
    tick()
    return x[0] if x else 0
def show(v):
    if isinstance(v, BaseException): return type(v).__name__
    if isinstance(v, (list, tuple)): return type(v)(show(x) for x in v)
    return v if isinstance(v, (int, type(None))) else type(v).__name__
def p(*x):
    tick()
    print(*[show(v) for v in x])
class CM:
    def __init__(self, swallows): self.swallows = swallows
    def __enter__(self): return self.swallows
    def __exit__(self, *a):
        print("exit", a[0] and a[0].__name__)
        return bool(self.swallows)
def causes(x):
    found = []
    while x is not None and len(found) < 6:
        found.append(type(x).__name__ + (str(x) if isinstance(x, NameError) else ""))
        x = x.__context__
    return found
def run(f, *args):
    ticks[0] = 0
    try:
        r = f(*args)
        print(f.__name__, show(list(r) if type(r).__name__ == "generator" else r))
    except Exception as x:
        print(f.__name__, "raised", causes(x))
    except SystemExit:
        print("long")

'''

NAMES = ("a", "b", "c", "d")


class Flow:
    """One function at a time; lines carry their indentation."""

    def __init__(self, rng):
        self.rng, self.lines, self.loops = rng, [], 0

    def name(self):
        return self.rng.choice(NAMES)

    def value(self, depth=0):
        if depth > 2:
            return self.name()
        v, n, sub = self.value, self.name, depth + 1
        forms = (n, n, n, lambda: str(self.rng.randrange(4)), lambda: str(self.rng.randrange(4)),
                 lambda: f"({v(sub)} + {v(sub)})", lambda: f"({v(sub)} and {v(sub)})", lambda: f"({v(sub)} or {v(sub)})",
                 lambda: f"({v(sub)} if {self.test(sub)} else {v(sub)})", lambda: f"t({v(sub)}, {v(sub)})",
                 lambda: f"({n()} := {v(sub)})", lambda: f"len([{v(sub)}, {v(sub)}])",
                 lambda: f"sum([{n()} for {n()} in (0, 1)])", lambda: f"(lambda: {n()})()")
        return self.rng.choice(forms)()

    def test(self, depth=0):
        if depth > 3:
            return self.name()
        v, sub = self.value, depth + 1
        forms = (lambda: f"{v(sub)} < {v(sub)}", lambda: f"{v(sub)} == {self.rng.randrange(3)}", lambda: f"not {self.test(sub)}",
                 lambda: f"({self.test(sub)} and {self.test(sub)})", lambda: f"({self.test(sub)} or {self.test(sub)})",
                 lambda: f"{v(sub)} < {v(sub)} <= {v(sub)}", lambda: f"{self.name()} is None", lambda: v(sub))
        return self.rng.choice(forms)()

    def put(self, depth, text):
        self.lines.append("    " * depth + text)

    def block(self, depth, loop, head=None, chance=1.0):
        if self.rng.random() > chance:
            return
        if head:
            self.put(depth - 1, head)
        for _ in range(self.rng.randint(1, 3)):
            self.statement(depth, loop)

    def simple(self, depth, loop):
        n, v = self.name, self.value
        leave = self.rng.choice(("break", "continue") if loop else ("return a", f"raise E1({n()})", f"raise E2({n()})"))
        forms = (lambda: f"{n()} = {v()}", lambda: f"{n()} = {v()}", lambda: f"{', '.join(self.rng.sample(NAMES, 2))} = {v()}, {v()}",
                 lambda: f"{n()} += {v()}", lambda: f"p({v()})", lambda: f"del {n()}", lambda: f"return {v()}",
                 lambda: f"if {self.test()}: {leave}", lambda: f"{n()} = {n()}")
        self.put(depth, self.rng.choice(forms)())

    def statement(self, depth, loop):
        compound = (self.simple, self.simple, self.if_, self.if_, self.for_, self.while_, self.try_, self.try_, self.with_, self.match_)
        self.rng.choice(compound if depth < 4 else (self.simple,))(depth, loop)

    def if_(self, depth, loop):
        self.block(depth + 1, loop, f"if {self.test()}:")
        self.block(depth + 1, loop, f"elif {self.test()}:", 0.4)
        self.block(depth + 1, loop, "else:", 0.5)

    def for_(self, depth, loop):
        self.block(depth + 1, True, f"for {self.name()} in range({self.rng.randrange(4)}):")
        self.block(depth + 1, loop, "else:", 0.3)

    def while_(self, depth, loop):
        self.loops += 1
        counter = f"w{self.loops}"
        self.put(depth, f"{counter} = 0")
        self.put(depth, f"while {counter} < 3 and {self.test()}:")
        self.put(depth + 1, f"{counter} += 1")
        self.block(depth + 1, True)
        self.block(depth + 1, loop, "else:", 0.3)

    def try_(self, depth, loop):
        self.block(depth + 1, loop, "try:")
        catches = self.rng.random() < 0.7
        if catches:
            caught = self.rng.choice(("E1", "(E1, E2)", "Exception", "NameError"))
            self.block(depth + 1, loop, f"except {caught} as {self.name()}:" if self.rng.random() < 0.6 else f"except {caught}:")
            self.block(depth + 1, loop, "except E2:", 0.3)
            self.block(depth + 1, loop, "else:", 0.3)
        self.block(depth + 1, loop, "finally:", 0.4 if catches else 1.0)

    def with_(self, depth, loop):
        self.block(depth + 1, loop, f"with CM({self.rng.randrange(2)}) as {self.name()}:")

    def match_(self, depth, loop):
        self.put(depth, f"match {self.value()}:")
        self.block(depth + 2, loop, "case 0 | 1:")
        self.block(depth + 2, loop, f"case {self.name()} if {self.test()}:")
        self.block(depth + 2, loop, f"case {self.name()}:", 0.5)

    def function(self, name):
        self.lines, self.loops = [f"def {name}(a, b=1):"], 0
        kind = self.rng.randrange(3)
        if kind == 1:
            self.put(1, "yield 0")
        if kind == 2:
            self.put(1, "def inner():")
            self.put(2, "nonlocal a")
            self.put(2, "a = a + 1 if isinstance(a, int) else 0")
            self.put(1, "inner()")
        for _ in range(self.rng.randint(2, 5)):
            self.statement(1, False)
        if kind == 1:
            self.put(1, f"yield {self.value()}")
        self.put(1, "return a, b")
        self.lines += [f"run({name}, {args})" for args in ("0", "1, 2", "2, 0", "None")]
        return self.lines

    def program(self):
        chunks = []
        while len(chunks) < 6:
            lines = self.function(f"f{len(chunks)}")
            try:
                compile("\n".join(lines), "p.py", "exec")
            except SyntaxError:
                continue  # a pattern that leaves nothing to the next, a walrus that rebinds a loop's name
            chunks.append(list(lines))
        return chunks


if __name__ == "__main__":
    fuzz_modes.PRELUDE, fuzz_modes.Generator = PRELUDE, Flow
    sys.exit(fuzz_modes.main())
