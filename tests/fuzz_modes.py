#!/usr/bin/python3
"""Generates random valid programs and compares CPython with every mode of Otter.

A program is a list of top-level chunks: functions (annotated or not), classes,
generators, and statements over variables of mixed types. Every chunk of statements is
guarded, so that an exception becomes a line of output. Values are clipped in loops, and
nothing that depends on addresses or set order is printed. --seed repeats a session;
what differs is shrunk by dropping chunks and kept in the build directory's fuzz/ folder.
"""

import argparse
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
PYTHON = "/usr/bin/python3"
MODES = ("interp", "baseline", "jit", "run", "build", "tier", "deopt")
KINDS = ("int", "float", "str", "bool", "list", "tuple", "dict", "none")

PRELUDE = '''\
def clip(v):
    if isinstance(v, bool) or v is None:
        return v
    if isinstance(v, int):
        return v if -10 ** 40 < v < 10 ** 40 else v % 1000003
    if isinstance(v, float):
        return v if -1e100 < v < 1e100 else 0.5
    if isinstance(v, (str, list, tuple)):
        return v[:20]
    if isinstance(v, dict):
        return v if len(v) < 20 else {}
    return v


def show(label, v):
    text = repr(v)
    print(label, type(v).__name__, text if len(text) < 200 else text[:200] + "...")
'''


class Source:
    """Lines with indentation."""

    def __init__(self):
        self.lines, self.depth = [], 0

    def add(self, text):
        self.lines.append("    " * self.depth + text)

    def block(self, head):
        self.add(head)
        return Indent(self)


class Indent:
    def __init__(self, source):
        self.source = source

    def __enter__(self):
        self.source.depth += 1

    def __exit__(self, *_):
        self.source.depth -= 1


class Generator:
    def __init__(self, rng):
        self.rng = rng
        self.vars = {}        # variable in scope -> kind it probably has
        self.functions = []   # (name, kinds of parameters)
        self.generators = []  # names, taking one small int
        self.classes = []     # names; constructor takes two values
        self.serial = 0
        self.loops = 0

    def fresh(self, stem):
        self.serial += 1
        return f"{stem}{self.serial}"

    def kind(self):
        return self.rng.choices(KINDS, (8, 5, 4, 2, 3, 2, 2, 1))[0]

    # ---- expressions
    def expr(self, kind=None, depth=2):
        rng = self.rng
        if kind is None or rng.random() < 0.012:
            kind = self.kind()
        known = [n for n, k in self.vars.items() if k == kind]
        if known and rng.random() < (0.35 if depth else 0.7):
            return rng.choice(known)
        if depth <= 0:
            return self.literal(kind)
        if rng.random() < 0.08:
            return f"({self.expr(kind, depth - 1)} if {self.condition(depth - 1)} else {self.expr(kind, depth - 1)})"
        if rng.random() < 0.08 and self.functions:
            return self.call(depth)
        return getattr(self, "expr_" + kind)(depth - 1)

    def literal(self, kind):
        rng = self.rng
        match kind:
            case "int":
                return "(" + rng.choice(["0", "1", "2", "3", "7", "-1", "-5", "10", "255", "1000", str(rng.randint(-100, 100)), str(2 ** rng.choice([30, 31, 53, 61, 62, 63, 64]) - rng.randint(0, 2)), str(-2 ** rng.choice([31, 61, 62, 63]))]) + ")"
            case "float":
                return "(" + rng.choice(["0.0", "1.0", "-1.5", "0.1", "2.5", "1e10", "1e-7", "3.0", "-0.0", "1e300", "100.25", f"{rng.uniform(-50, 50):.3f}"]) + ")"
            case "str":
                return rng.choice(["''", "'a'", "'abc'", "'Hello World'", "'é日'", "'12'", "' x '", "'a,b,c'", "'xyzzy'"])
            case "bool":
                return rng.choice(["True", "False"])
            case "list":
                return rng.choice(["[]", "[1, 2, 3]", "[3, 1, 2]", "['a', 'b']", "[1.5, 2]", "[[1], [2]]", "([0] * 3)", "list(range(4))"])
            case "tuple":
                return rng.choice(["()", "(1,)", "(1, 2)", "('a', 1)", "(1, (2, 3))"])
            case "dict":
                return rng.choice(["{}", "{'a': 1}", "{1: 'x', 2: 'y'}", "{'k': [1]}"])
        return "None"

    def expr_int(self, d):
        e, rng = self.expr, self.rng
        return rng.choice([
            lambda: f"({e('int', d)} {rng.choice('+-*')} {e('int', d)})",
            lambda: f"({e('int', d)} {rng.choice('+-*')} {e('int', d)})",
            lambda: f"({e('int', d)} {rng.choice(['//', '%'])} {e('int', d)})",
            lambda: f"({e('int', d)} {rng.choice('&|^')} {e('int', d)})",
            lambda: f"({e('int', d)} {rng.choice(['<<', '>>'])} {rng.randint(0, 70)})",
            lambda: f"({e('int', d)} ** {rng.randint(0, 5)})",
            lambda: f"(-{e('int', d)})", lambda: f"(~{e('int', d)})", lambda: f"abs({e('int', d)})",
            lambda: f"len({e(rng.choice(['str', 'list', 'tuple', 'dict']), d)})",
            lambda: f"int({e(rng.choice(['float', 'bool']), d)})",
            lambda: f"sum([z for z in {e('list', d)} if isinstance(z, int)])", lambda: f"max({e('int', d)}, {e('int', d)})", lambda: f"{e('str', d)}.count('a')",
            lambda: f"round({e('float', d)})", lambda: f"[{e('int', d)}, {e('int', d)}][{rng.randint(-2, 2)}]", lambda: f"{e('dict', d)}.get('absent', {e('int', d)})",
            lambda: f"({e('bool', d)} + {e('int', d)})", lambda: f"ord({e('str', d)}[0])", lambda: f"divmod({e('int', d)}, {e('int', d)})[{rng.randint(0, 1)}]",
        ])()

    def expr_float(self, d):
        e, rng = self.expr, self.rng
        return rng.choice([
            lambda: f"({e('float', d)} {rng.choice('+-*/')} {e('float', d)})",
            lambda: f"({e('float', d)} {rng.choice('+-*/')} {e('int', d)})",
            lambda: f"({e('int', d)} {rng.choice('+-*')} {e('float', d)})",
            lambda: f"({e('int', d)} / {e('int', d)})", lambda: f"({e('float', d)} {rng.choice(['//', '%'])} {e('float', d)})",
            lambda: f"float({e(rng.choice(['int', 'bool']), d)})", lambda: f"abs({e('float', d)})", lambda: f"(-{e('float', d)})",
            lambda: f"round({e('float', d)}, {rng.randint(0, 4)})", lambda: f"({e('float', d)} ** 2)", lambda: f"min({e('float', d)}, {e('int', d)})",
        ])()

    def expr_str(self, d):
        e, rng = self.expr, self.rng
        return rng.choice([
            lambda: f"({e('str', d)} + {e('str', d)})", lambda: f"({e('str', d)} * {rng.randint(-1, 3)})", lambda: f"str({e(None, d)})",
            lambda: f"{e('str', d)}.{rng.choice(['upper', 'lower', 'strip', 'title', 'swapcase', 'capitalize'])}()",
            lambda: f"{e('str', d)}[{self.slice()}]", lambda: f"{e('str', d)}[{rng.randint(-3, 3)}]", lambda: f"{e('str', d)}.replace({e('str', 0)}, {e('str', 0)})",
            lambda: f"','.join(str(q) for q in {e(rng.choice(['list', 'tuple', 'str']), d)})", lambda: f"repr({e(None, d)})", lambda: f"type({e(None, d)}).__name__",
            lambda: 'f"{ ' + e(None, 0) + '}"', lambda: 'f"{ ' + e("int", 0) + ":" + rng.choice(["5", "<6", "^8", "x", ",", "+d", "08b"]) + '}"',
            lambda: 'f"{ ' + e("float", 0) + ":" + rng.choice([".2f", "8.3f", "e", "g", ".1%", "+.0f"]) + '}"', lambda: f"('%s|%5d' % ({e('str', d)}, {e('int', d)}))", lambda: f"{e('str', d)}.center({rng.randint(0, 9)}, '*')",
        ])()

    def expr_bool(self, d):
        return self.condition(d)

    def condition(self, d):
        e, rng = self.expr, self.rng
        return rng.choice([
            lambda: f"({e('int', d)} {rng.choice(['<', '<=', '>', '>=', '==', '!='])} {e(rng.choice(['int', 'float']), d)})",
            lambda: f"({e('int', d)} < {e('int', d)} <= {e('float', d)})", lambda: f"({e('str', d)} {rng.choice(['<', '==', '>='])} {e('str', d)})",
            lambda: f"({e('int', d)} in {e('list', d)})", lambda: f"({e('str', 0)} not in {e('str', d)})", lambda: f"(not {e(None, d)})",
            lambda: f"bool({e(None, d)})", lambda: f"({e('bool', d)} {rng.choice(['and', 'or'])} {e('bool', d)})", lambda: f"isinstance({e(None, d)}, {rng.choice(['int', 'float', 'str', '(list, tuple)', 'bool'])})",
            lambda: f"({e(None, d)} is None)", lambda: f"({e('list', d)} == {e('list', d)})", lambda: f"any({e('list', d)})", lambda: f"({e(None, d)} == {e(None, d)})",
        ])()

    def expr_list(self, d):
        e, rng = self.expr, self.rng
        q = self.fresh("q")
        return rng.choice([
            lambda: f"[{', '.join(e(None, d) for _ in range(rng.randint(0, 4)))}]", lambda: f"({e('list', d)} + {e('list', d)})", lambda: f"{e('list', d)}[{self.slice()}]",
            lambda: f"[({q}, 2) for {q} in {e('list', d)}]", lambda: f"[{q} for {q} in range({rng.randint(0, 6)}) if {q} % 2]", lambda: f"sorted({e('list', d)}, key=str)", lambda: f"list({e(rng.choice(['str', 'tuple', 'dict']), d)})",
            lambda: f"list(map(str, {e('list', d)}))", lambda: f"[({q}, {e(None, 0)}) for {q} in {e('str', d)}]", lambda: f"list(zip({e('list', d)}, {e('str', d)}))", lambda: f"list(reversed({e('list', d)}))", lambda: f"{e('str', d)}.split({rng.choice(['', repr(','), repr('a')])})",
            lambda: f"list({rng.choice(self.generators)}({rng.randint(0, 5)}))" if self.generators else "[9]", lambda: f"[{e('int', d)}, *{e('list', d)}]", lambda: f"list(enumerate({e('str', d)}))",
        ])()

    def expr_tuple(self, d):
        e, rng = self.expr, self.rng
        return rng.choice([
            lambda: f"({e(None, d)}, {e(None, d)})", lambda: f"({e('tuple', d)} + {e('tuple', d)})", lambda: f"{e('tuple', d)}[{self.slice()}]", lambda: f"tuple({e('list', d)})", lambda: f"(*{e('list', d)}, {e('int', d)})", lambda: f"divmod({e('int', d)}, {e('int', d)})",
        ])()

    def expr_dict(self, d):
        e, rng = self.expr, self.rng
        q = self.fresh("q")
        return rng.choice([
            lambda: f"{{{e('str', d)}: {e(None, d)}, {e('int', d)}: {e(None, d)}}}", lambda: f"{{**{e('dict', d)}, 'z': {e(None, d)}}}", lambda: f"dict({e('dict', d)})", lambda: f"{{{q}: {q} * {q} for {q} in range({rng.randint(0, 4)})}}", lambda: f"({e('dict', d)} | {e('dict', d)})", lambda: f"dict(zip({e('str', d)}, {e('list', d)}))",
        ])()

    def expr_none(self, d):
        return self.rng.choice(["None", f"{self.expr('list', d)}.sort()", f"{self.expr('dict', d)}.get('nope')"])

    def slice(self):
        part = lambda: self.rng.choice(["", "", str(self.rng.randint(-4, 4))])
        return f"{part()}:{part()}" + self.rng.choice(["", "", f":{self.rng.choice([-2, -1, 1, 2])}"])

    def call(self, depth):
        name, kinds = self.rng.choice(self.functions)
        return f"{name}({', '.join(self.expr(k, depth - 1) for k in kinds)})"

    # ---- statements
    def statements(self, src, n, depth, inside_function=False, inside_loop=False):
        """Names that a block makes are mostly forgotten after it, since it may not run."""
        before = set(self.vars)
        for _ in range(n):
            self.statement(src, depth, inside_function, inside_loop)
        for name in [n for n in self.vars if n not in before]:
            if self.rng.random() < 0.92:
                del self.vars[name]

    def statement(self, src, depth, fn, loop):
        rng = self.rng
        simple = [self.assign, self.assign, self.augment, self.print, self.unpack, self.container_change]
        compound = [self.if_, self.for_, self.while_, self.try_, self.match_]
        choice = rng.choice(simple + (compound if depth > 0 else []))
        if fn and rng.random() < 0.06:
            src.add(f"return {self.expr(None, 1)}")
        elif loop and rng.random() < 0.06:
            with src.block(f"if {self.condition(1)}:"):
                src.add(rng.choice(["break", "continue"]))
        elif choice in compound:
            choice(src, depth, fn, loop)
        else:
            choice(src)

    def clipped(self, expression):
        return f"clip({expression})"

    def assign(self, src):
        kind = self.kind()
        value = self.clipped(self.expr(kind))
        name = self.rng.choice(list(self.vars)) if self.vars and self.rng.random() < 0.5 else self.fresh("v")
        src.add(f"{name} = {value}")
        self.vars[name] = kind

    def augment(self, src):
        numbers = [n for n, k in self.vars.items() if k in ("int", "float")]
        if not numbers:
            return self.assign(src)
        name = self.rng.choice(numbers)
        src.add(f"{name} {self.rng.choice(['+=', '-=', '*=', '//=', '%='])} {self.expr(self.vars[name], 1)}")
        src.add(f"{name} = clip({name})")

    def unpack(self, src):
        a, b = self.fresh("v"), self.fresh("v")
        src.add(f"{a}, {'*' if self.rng.random() < 0.5 else ''}{b} = {self.expr(self.rng.choice(['tuple', 'list', 'str']))}")
        self.vars[a], self.vars[b] = "int", "list"

    def container_change(self, src):
        lists = [n for n, k in self.vars.items() if k == "list"]
        dicts = [n for n, k in self.vars.items() if k == "dict"]
        if lists and self.rng.random() < 0.6:
            n, e, r = self.rng.choice(lists), self.expr, self.rng
            src.add(r.choice([f"{n}.append({e(None, 1)})", f"{n}[{r.randint(-3, 3)}] = {e(None, 1)}", f"{n}.pop({r.choice(['', '0'])})", f"{n}[{self.slice()}] = {e('list', 1)}", f"del {n}[{r.randint(-2, 2)}]", f"{n}.extend({e('str', 1)})", f"{n}.insert({r.randint(-2, 2)}, {e(None, 1)})", f"{n}.reverse()"]))
            src.add(f"{n} = clip({n})")
        elif dicts:
            n = self.rng.choice(dicts)
            src.add(self.rng.choice([f"{n}[{self.expr('str', 1)}] = {self.expr(None, 1)}", f"{n}.setdefault({self.expr('int', 1)}, {self.expr(None, 1)})", f"{n}.pop({self.expr('str', 0)})", f"del {n}[{self.expr('str', 0)}]", f"{n}.update({self.expr('dict', 1)})"]))
            src.add(f"{n} = clip({n})")
        else:
            self.assign(src)

    def print(self, src):
        src.add(f"show({self.rng.randint(0, 99)}, {self.expr(None)})")

    def if_(self, src, depth, fn, loop):
        with src.block(f"if {self.condition(1)}:"):
            self.statements(src, self.rng.randint(1, 3), depth - 1, fn, loop)
        if self.rng.random() < 0.3:
            with src.block(f"elif {self.condition(1)}:"):
                self.statements(src, 1, depth - 1, fn, loop)
        if self.rng.random() < 0.6:
            with src.block("else:"):
                self.statements(src, self.rng.randint(1, 2), depth - 1, fn, loop)

    def for_(self, src, depth, fn, loop):
        name = self.fresh("it")
        over, kind = self.rng.choice([(f"range({self.rng.randint(0, 4)})", "int"), (f"range(3, -2, -{self.rng.randint(1, 2)})", "int"), (f"clip({self.expr('list', 1)})[:4]", "int"), (f"clip({self.expr('str', 1)})[:4]", "str"), (f"enumerate(clip({self.expr('list', 1)})[:3])", "tuple"), (f"list({self.expr('dict', 1)})", "str")])
        if self.loops >= 2:
            return self.assign(src)
        self.loops += 1
        self.vars[name] = kind
        with src.block(f"for {name} in {over}:"):
            self.statements(src, self.rng.randint(1, 3), depth - 1, fn, True)
        if self.rng.random() < 0.25:
            with src.block("else:"):
                self.statements(src, 1, depth - 1, fn, loop)
        self.loops -= 1

    def while_(self, src, depth, fn, loop):
        if self.loops >= 2:
            return self.print(src)
        self.loops += 1
        name = self.fresh("n")
        src.add(f"{name} = {self.rng.randint(0, 4)}")
        with src.block(f"while {name} > 0:"):
            src.add(f"{name} -= 1")
            self.statements(src, self.rng.randint(1, 3), depth - 1, fn, True)
        self.loops -= 1

    def try_(self, src, depth, fn, loop):
        with src.block("try:"):
            self.statements(src, self.rng.randint(1, 3), depth - 1, fn, loop)
            if self.rng.random() < 0.3:
                src.add(f"raise {self.rng.choice(['ValueError', 'KeyError', 'IndexError'])}({self.expr(None, 0)})")
        handlers = self.rng.sample(["ValueError", "(TypeError, KeyError)", "ZeroDivisionError", "LookupError"], self.rng.randint(1, 2))
        for h in handlers:
            with src.block(f"except {h} as err:"):
                src.add("show('handled', str(err))")
                self.statements(src, self.rng.randint(0, 1), depth - 1, fn, loop)
        if self.rng.random() < 0.3:
            with src.block("else:"):
                self.statements(src, 1, depth - 1, fn, loop)
        if self.rng.random() < 0.4:
            with src.block("finally:"):
                src.add("print('finally')")

    def match_(self, src, depth, fn, loop):
        a, b = self.fresh("m"), self.fresh("m")
        cases = self.rng.sample([f"{self.rng.randint(-3, 9)}", "'a' | 'abc'", f"[{a}, *{b}]", f"({a}, {b})", f"{{'a': {a}}}", f"int({a}) if {a} > 5", f"str({a})", "None | True", f"float({a})", "[]"], 3)
        with src.block(f"match {self.expr(None)}:"):
            for c in cases:
                with src.block(f"case {c}:"):
                    self.statements(src, 1, depth - 1, fn, loop)
            with src.block("case _:"):
                src.add("print('no case')")

    # ---- top-level chunks
    def function(self):
        src, outer, loops = Source(), self.vars, self.loops
        name, kinds = self.fresh("fun"), [self.kind() for _ in range(self.rng.randint(0, 3))]
        params = [self.fresh("p") for _ in kinds]
        typed = self.rng.random() < 0.5
        hints = [f"{p}: {k}" if typed and k in ("int", "float", "str", "bool", "list") else p for p, k in zip(params, kinds)]
        self.vars, self.loops = dict(zip(params, kinds)), 1
        with src.block(f"def {name}({', '.join(hints)}){' -> int' if typed and self.rng.random() < 0.3 else ''}:"):
            self.statements(src, self.rng.randint(1, 5), 2, True)
            if self.rng.random() < 0.3 and params:
                self.closure(src, params)
            src.add(f"return clip({self.expr()})")
        self.vars, self.loops = outer, loops
        self.functions.append((name, kinds))
        return src.lines

    def closure(self, src, params):
        inner = self.fresh("g")
        with src.block(f"def {inner}(k=1):"):
            src.add(f"nonlocal {params[0]}")
            src.add(f"{params[0]} = clip({self.expr(None, 1)})")
            src.add(f"return ({params[0]}, k)")
        src.add(f"show('closure', [{inner}(), {inner}(2), {params[0]}])")

    def generator(self):
        src, outer = Source(), self.vars
        name = self.fresh("gen")
        self.vars = {"n": "int"}
        with src.block(f"def {name}(n):"):
            with src.block("for i in range(n):"):
                self.vars["i"] = "int"
                if self.rng.random() < 0.4:
                    with src.block("try:"):
                        src.add(f"yield {self.expr(None, 1)}")
                    with src.block("finally:"):
                        src.add("pass")
                else:
                    src.add(f"yield {self.expr(None, 1)}")
                if self.rng.random() < 0.3:
                    with src.block(f"if {self.condition(1)}:"):
                        src.add("return")
            if self.generators and self.rng.random() < 0.4:
                src.add(f"yield from {self.rng.choice(self.generators)}(n - 1)")
        self.vars = outer
        self.generators.append(name)
        return src.lines

    def class_(self):
        src, outer, rng = Source(), self.vars, self.rng
        name = self.fresh("C")
        base = rng.choice(self.classes) if self.classes and rng.random() < 0.4 else None
        self.vars = {"self.a": "int", "self.b": "list"}
        with src.block(f"class {name}{f'({base})' if base else ''}:"):
            src.add(f"k = {self.literal('int')}")
            with src.block("def __init__(self, a, b):"):
                src.add("super().__init__(a, b)" if base else "self.a, self.b = a, b")
            with src.block("def __repr__(self):"):
                src.add(f"return f'{name}({{self.a!r}}, {{self.b!r}})'")
            with src.block("def method(self, x):"):
                self.vars["x"] = "int"
                self.statements(src, rng.randint(1, 2), 1, True)
                src.add(f"return clip({self.expr(None, 2)})")
            for dunder, body in rng.sample([("__add__(self, o)", "return clip(self.a) + (o.a if isinstance(o, type(self)) else o)"), ("__eq__(self, o)", "return isinstance(o, type(self)) and self.a == o.a"), ("__lt__(self, o)", "return self.a < o.a"), ("__len__(self)", "return len(self.b)"), ("__getitem__(self, i)", "return self.b[i]"), ("__call__(self, *z)", "return (self.a, z)"), ("__bool__(self)", "return bool(self.a)"), ("__radd__(self, o)", "return o"), ("__contains__(self, x)", "return x == self.a")], rng.randint(0, 3)):
                with src.block(f"def {dunder}:"):
                    src.add(body)
        self.vars = outer
        self.classes.append(name)
        return src.lines

    def use_class(self, src):
        name, o = self.rng.choice(self.classes), self.fresh("o")
        src.add(f"{o} = {name}({self.expr('int')}, {self.expr('list')})")
        src.add(f"show('object', {o})")
        for action in self.rng.sample([f"{o}.method({self.expr('int', 1)})", f"{o} + {self.expr('int', 1)}", f"{o} == {o}", f"len({o})", f"{o}[0]", f"{o}(1, 2)", f"bool({o})", f"{o} < {o}", f"{o}.missing", f"{o}.k", f"1 in {o}", f"sum([{o}])", f"[{o}] * 2", f"str({o})"], 3):
            with src.block("try:"):
                src.add(f"show('use', {action})")
            with src.block("except Exception as err:"):
                src.add("print(type(err).__name__, err)")

    def guarded(self):
        src = Source()
        with src.block("try:"):
            if self.classes and self.rng.random() < 0.3:
                self.use_class(src)
            else:
                self.statements(src, self.rng.randint(1, 3), 2)
        with src.block("except Exception as err:"):
            src.add("print(type(err).__name__, err)")
        return src.lines

    def program(self):
        names = [f"v{i}" for i in range(8)]
        self.vars = {n: k for n, k in zip(names, ("int", "int", "float", "str", "list", "dict", "tuple", "bool"))}
        chunks = [[f"{n} = {self.literal(k)}" for n, k in self.vars.items()]]
        self.serial = len(names)
        for _ in range(self.rng.randint(12, 28)):
            make = self.rng.choices([self.guarded, self.function, self.class_, self.generator], (6, 3, 1, 1))[0]
            chunks.append(make())
        return chunks


def text_of(chunks):
    return PRELUDE + "\n".join("\n".join(c) for c in chunks) + "\n"


def execute(command, directory):
    try:
        done = subprocess.run(command, cwd=directory, stdin=subprocess.DEVNULL, capture_output=True, timeout=60,
                              env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", "ASAN_OPTIONS": "detect_leaks=0"})
    except subprocess.TimeoutExpired:
        return "timeout", b""
    return done.returncode, done.stdout


def run_mode(otter, mode, directory):
    if mode == "build":
        built = execute([otter, "build", "p.py", "-o", "p"], directory)
        return execute(["./p"], directory) if built[0] == 0 else built
    how = {"run": ["--no-cache"], "tier": ["--stress=tier"], "deopt": ["--stress=deopt"]}.get(mode, [f"--mode={mode}"])
    return execute([otter, "run", *how, "p.py"], directory)


def differing_mode(options, chunks, directory):
    """The first mode whose answer is not CPython's, with both answers; or None."""
    pathlib.Path(directory, "p.py").write_text(text_of(chunks))
    want = execute([PYTHON, "-S", "-W", "ignore", "p.py"], directory)
    if want[0] == "timeout":
        return None
    for mode in options.modes:
        got = run_mode(str(options.otter), mode, directory)
        if got != want:
            return mode, want, got
    return None


def shrink(options, chunks, mode, directory):
    """Drops chunks, then lines' worth of them, while the mode still differs."""
    only = argparse.Namespace(**{**vars(options), "modes": [mode]})
    size = max(1, len(chunks) // 2)
    while size:
        at = 0
        while at < len(chunks):
            fewer = chunks[:at] + chunks[at + size:]
            if fewer and differing_mode(only, fewer, directory):
                chunks = fewer
            else:
                at += size
        size //= 2
    return chunks


def first_difference(want, got):
    a, b = want[1].decode("utf-8", "replace").splitlines(), got[1].decode("utf-8", "replace").splitlines()
    for n, (x, y) in enumerate(zip(a + ["(end)"], b + ["(end)"])):
        if x != y:
            return f"  expected: {x[:150]}\n  got:      {y[:150]}"
    return f"  exit {want[0]} expected, got {got[0]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--otter", type=pathlib.Path, default=ROOT / "build" / "otter")
    parser.add_argument("--modes", default=",".join(MODES), type=lambda s: s.split(","))
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--programs", type=int, default=10**9, help="stop after so many programs, too")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--print", action="store_true", help="only print the program of --seed")
    parser.add_argument("--stop-after", type=int, default=3, help="faults after which to stop")
    options = parser.parse_args()
    if options.print:
        print(text_of(Generator(random.Random(options.seed * 1000003)).program()), end="")
        return 0
    options.otter = options.otter.resolve()
    end, count, faults = time.monotonic() + options.seconds, 0, 0
    with tempfile.TemporaryDirectory(prefix="otter-fuzz-") as directory:
        while time.monotonic() < end and count < options.programs and faults < options.stop_after:
            chunks = Generator(random.Random(options.seed * 1000003 + count)).program()
            count += 1
            found = differing_mode(options, chunks, directory)
            if not found:
                continue
            faults += 1
            chunks = shrink(options, chunks, found[0], directory)
            mode, want, got = differing_mode(options, chunks, directory) or found
            kept = options.otter.parent / "fuzz" / f"modes-{options.seed}-{count}.py"
            kept.parent.mkdir(exist_ok=True)
            kept.write_text(text_of(chunks))
            print(f"mode {mode} differs on {kept}\n{first_difference(want, got)}", flush=True)
    print(f"{count} programs, {faults} faults (seed {options.seed}, modes {','.join(options.modes)})")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
