#!/usr/bin/python3
"""Random programs about what fuzz_modes.py leaves out: hot typed loops, inheritance, reflected operators, dataclasses,
enums, descriptors, generators that are sent to, context managers, decorators, calls of all shapes, formats, text and
bytes methods, matching, chained exceptions. Options and procedure are those of fuzz_modes.py.
"""

import sys

import fuzz_modes

PRELUDE = fuzz_modes.PRELUDE + '''
import bisect, collections, contextlib, dataclasses, enum, functools, heapq, itertools, operator, typing
from dataclasses import dataclass, field, InitVar, KW_ONLY
from typing import ClassVar, NamedTuple


def steady(text):
    """Without addresses."""
    head, *rest = text.split(" at 0x")
    return head + "".join(" at" + part[part.find(">"):] for part in rest)


def attempt(label, f, *args, **named):
    try:
        v = f(*args, **named)
        text = steady(repr(v))
        print(label, type(v).__name__, text if len(text) < 300 else text[:300])
    except Exception as err:
        print(label, type(err).__name__, steady(str(err)))


def chain(err):
    while err is not None:
        print("chain", type(err).__name__, err, err.__suppress_context__, getattr(err, "__notes__", None))
        err = err.__cause__ or (None if err.__suppress_context__ else err.__context__)
'''

ARITHMETIC = ("add", "sub", "mul", "truediv", "floordiv", "mod", "pow", "and", "or", "xor", "lshift", "rshift", "matmul", "divmod")
SYMBOLS = dict(zip(ARITHMETIC, ("+", "-", "*", "/", "//", "%", "**", "&", "|", "^", "<<", ">>", "@")))
COMPARE = ("lt", "le", "gt", "ge", "eq", "ne")
COMPARE_SYMBOLS = dict(zip(COMPARE, ("<", "<=", ">", ">=", "==", "!=")))


class Objects(fuzz_modes.Generator):
    def pick(self, *options):
        return self.rng.choice(options)

    def some(self, options, least=0, most=None):
        most = len(options) if most is None else most
        return self.rng.sample(options, self.rng.randint(least, min(most, len(options))))

    def chance(self, p):
        return self.rng.random() < p

    def value(self, kind=None):
        return self.literal(kind or self.pick("int", "int", "float", "str", "list", "tuple", "dict", "bool", "none"))

    # ---- hot loops over numbers and lists
    def number(self, names, depth=2):
        r = self.rng
        if depth <= 0 or self.chance(0.3):
            return r.choice(names) if self.chance(0.7) else self.pick("1", "2", "3", "7", "0.5", "-1", "1000003", "65535", str(r.randint(-9, 99)))
        n = lambda: self.number(names, depth - 1)
        return self.pick(f"({n()} + {n()})", f"({n()} - {n()})", f"({n()} * {n()})", f"({n()} // {self.pick('3', '7', '-2', n())})",
                         f"({n()} % {self.pick('10', '1009', '-7', n())})", f"({n()} / {self.pick('2', '3', n())})", f"(int({n()}) & {self.pick('255', '0xFFFFFFFF', '-8')})",
                         f"(int({n()}) >> {r.randint(0, 9)})", f"(int({n()}) ^ int({n()}))", f"(-{n()})", f"abs({n()})", f"min({n()}, {n()})",
                         f"max({n()}, {n()})", f"({n()} if {n()} < {n()} else {n()})", f"int({n()})", f"float({n()})", f"data[int({n()}) % len(data)]")

    def kernel(self):
        src, name, r = fuzz_modes.Source(), self.fresh("kernel"), self.rng
        names = ["n", "x", "y", "i", "acc"]
        hints = r.choice((False, True))
        head = f"def {name}(n: int, x: {self.pick('int', 'float')}, y) -> {self.pick('int', 'float', 'object')}:" if hints else f"def {name}(n, x, y):"
        with src.block(head):
            src.add(f"acc = {self.pick('0', '0.0', '1', 'x', 'y')}")
            src.add(f"data = {self.pick('[1, 2, 3]', '[0.5, 1.5]', '[x, y, 7]', '[i * i for i in range(9)]', '[0] * 5', '(1, 2.5, 3)', 'list(range(17))')}")
            src.add(f"seen = {self.pick('{}', '[]')}")
            loop = self.pick("for i in range(n):", "for i in range(n, 0, -1):", "for i, v in enumerate(data * n):", "while i < n:", "for i in data:")
            if loop.startswith("while"):
                src.add("i = 0")
            with src.block(loop):
                if loop.startswith("while"):
                    src.add("i += 1")
                for _ in range(r.randint(1, 4)):
                    target = self.pick("acc", "acc", "x", "y")
                    make = self.pick(lambda: f"{target} {self.pick('=', '+=', '-=', '=', '*=')} {self.number(names)}",
                                     lambda: f"if {self.number(names, 1)} {self.pick('<', '>', '==', '!=')} {self.number(names, 1)}: {target} = {self.number(names)}",
                                     lambda: f"if i % {r.randint(2, 50)} == {r.randint(0, 1)}: {self.pick('continue', 'acc = -acc', 'y = float(y)', 'x = int(x)')}",
                                     lambda: f"if type(data) is list: data[int({self.number(names, 1)}) % len(data)] = {self.number(names, 1)}",
                                     lambda: f"if type(seen) is dict: seen[int(i) % 7] = seen.get(int(i) % 7, 0) + {self.number(names, 1)}\n" + "    " * (src.depth) + "else: seen.append(acc)" ,
                                     lambda: f"acc, x = x, {self.number(names, 1)}")
                    src.add(make())
                    src.add(f"if not -1e15 < {target} < 1e15: {target} = {self.pick('1', '0.5', 'n', f'{target} % 1000003')}")
                if self.chance(0.3):
                    src.add(f"if acc {self.pick('>', '<', '==')} {r.randint(-1000, 10000)}: break")
            src.add("return acc, x, y, data, (list(seen.items()) if isinstance(seen, dict) else seen[-3:])")
        for _ in range(r.randint(1, 3)):
            args = f"{self.pick('0', '3', '40', '700', '2500')}, {self.pick('1', '2.5', '-3', '10', 'True')}, {self.pick('0', '0.25', '7', '2**70', '-1')}"
            src.add(f"attempt('{name}', {name}, {args})")
        return src.lines

    # ---- classes
    def hierarchy(self):
        src, made, r, slots = fuzz_modes.Source(), [], self.rng, self.chance(0.2)
        for i in range(r.randint(2, 5)):
            name, bases = self.fresh("K"), self.some(made, 0, 3)
            with src.block("try:"):
                with src.block(f"class {name}({', '.join(bases)}):"):
                    src.add(f"tag = '{name}'")
                    if slots:
                        src.add(f"__slots__ = ({', '.join(map(repr, self.some(['a', 'b'], 1)))},)")
                    if self.chance(0.5):
                        with src.block("def __init__(self, *args, **named):"):
                            src.add(self.pick("super().__init__(*args, **named)" if bases else "pass", f"{name}.made = {name}.__dict__.get('made', 0) + 1"))
                            src.add(f"self.{self.pick('a', 'b', 'c')} = args")
                    for method in self.some(["m1", "m2", "__repr__", "__getattr__", "__len__", "__bool__", "__call__", "prop", "__init_subclass__", "__class_getitem__", "static", "klass"], 1, 5):
                        self.method(src, method, bases)
            with src.block("except TypeError as err:"):
                src.add(f"print('{name}', 'refused', str(err).split('\\n')[0])")
                src.add(f"class {name}: tag = 'plain'")
            made.append(name)
            src.add(f"print([k.__name__ for k in {name}.__mro__])")
        for _ in range(r.randint(2, 5)):
            use = self.use(r.choice(made), made)
            if not (slots and ("__dict__" in use or "vars" in use)):
                src.add(f"attempt('use', lambda: {use})")
        return src.lines

    def method(self, src, name, bases):
        if name == "prop":
            src.add("@property")
            src.add(f"def prop(self): return ('prop', self.tag, {self.pick('self.a', '1', 'self.m1')})" if self.chance(0.5) else "def prop(self): return 'prop'")
            if self.chance(0.4):
                src.add("@prop.setter")
                src.add("def prop(self, v): self.b = ('set', v)")
            return
        heads = {"__init_subclass__": "def __init_subclass__(cls, **named):", "__class_getitem__": "def __class_getitem__(cls, item):", "__getattr__": "def __getattr__(self, name):",
                 "__call__": "def __call__(self, x=1, *rest):"}
        if name in ("static", "klass"):
            src.add("@staticmethod" if name == "static" else "@classmethod")
            src.add(f"def {name}({'x=0' if name == 'static' else 'cls, x=0'}): return ('{name}', x{'' if name == 'static' else ', cls.__name__'})")
            return
        with src.block(heads.get(name, f"def {name}(self):" if name.startswith("__") else f"def {name}(self, x=0):")):
            match name:
                case "__init_subclass__":
                    src.add("super().__init_subclass__(**named)")
                    src.add("print('subclass', cls.__name__)")
                case "__class_getitem__":
                    src.add("return (cls.__name__, item)")
                case "__getattr__":
                    src.add(f"if name == {self.pick(repr('ghost'), repr('a'))}: return 'made ' + name")
                    src.add("raise AttributeError(f'no {name} here')")
                case "__repr__":
                    src.add(self.pick("return f'<{type(self).__name__}>'", "return 'R(' + self.tag + ')'"))
                case "__len__":
                    src.add(f"return {self.pick('0', '3', '-1', 'self.a')}")
                case "__bool__":
                    src.add(f"return {self.pick('True', 'False', '1')}")
                case "__call__":
                    src.add("return (x, rest)")
                case _:
                    src.add(self.pick(f"return (self.tag, x, super().{name}(x))" if bases else "return (self.tag, x)", "return [self.tag, x]", "return self.tag + str(x)"))

    def use(self, o, made):
        return self.pick(f"{o}().m1(2)", f"{o}(1).m2()", f"{o}().prop", f"{o}().a", f"{o}(3).b", f"{o}().ghost", f"len({o}())", f"bool({o}())", f"{o}()(1, 2)", f"{o}[int]",
                         f"isinstance({o}(), {self.rng.choice(made)})", f"issubclass({o}, {self.rng.choice(made)})", f"{o}.tag", f"{o}().static(4)", f"{o}.klass(5)", f"sorted(vars({o}(1)))", f"setattr({o}(), 'prop', 5)",
                         f"[n for n in dir({o}) if n[0] != '_']", f"hasattr({o}(), 'm2')", f"{o}.m1({o}(), 9)", f"getattr({o}(), 'zzz', 'dflt')", f"{o}.made", f"setattr({o}(), 'q', 1)", f"{o}().__dict__", f"delattr({o}(1), 'a')")

    def operators(self):
        src, r = fuzz_modes.Source(), self.rng
        names = [self.fresh("N"), self.fresh("N")]
        dunders = r.sample(ARITHMETIC, 3)
        for i, name in enumerate(names):
            base = names[0] if i and self.chance(0.5) else self.pick("", "int", "float", "") if not i else ""
            with src.block(f"class {name}{f'({base})' if base else ''}:"):
                src.add(f"def __repr__(self): return '{name}'")
                for d in dunders:
                    for form in self.some(["__{}__", "__r{}__", "__i{}__"], 1):
                        if d == "divmod" and "i" in form[:4]:
                            continue
                        src.add(f"def {form.format(d)}(self, o): return {self.pick('NotImplemented', repr((form[2] + d)), repr(name + d))}")
                for d in self.some(COMPARE, 0, 3):
                    src.add(f"def __{d}__(self, o): return {self.pick('NotImplemented', 'True', 'False', repr(d))}")
                for d, v in self.some([("__hash__", "7"), ("__neg__", "'neg'"), ("__invert__", "'inv'"), ("__index__", "3"), ("__int__", "4"), ("__float__", "2.5"), ("__abs__", "'abs'"), ("__round__", "'rnd'"), ("__contains__", "1"), ("__bool__", "False"), ("__str__", "'S'"), ("__length_hint__", "2"), ("__trunc__", "5"), ("__ceil__", "6")], 0, 4):
                    extra = ", o" if d == "__contains__" else ", n=None" if d == "__round__" else ""
                    src.add(f"def {d}(self{extra}): return {v}")
                if self.chance(0.4):
                    src.add(f"def __getitem__(self, k): return k if k != {self.pick('5', '3')} else {self.pick('[][1]', '{}[k]')}")
                if self.chance(0.3):
                    src.add("def __format__(self, spec): return '<' + spec + '>'")
        operands = [f"{names[0]}()", f"{names[1]}()", "3", "2.5", "'s'", "[1]", "True"]
        for _ in range(r.randint(4, 9)):
            a, b = r.choice(operands[:2]), r.choice(operands)
            a, b = (a, b) if self.chance(0.6) else (b, a)
            d = r.choice(dunders)
            forms = [f"divmod({a}, {b})" if d == "divmod" else f"{a} {SYMBOLS[d]} {b}", f"{a} {COMPARE_SYMBOLS[self.pick(*COMPARE)]} {b}", f"isinstance(hash({a}), int)", f"-{a}", f"~{a}", f"abs({a})", f"round({a})", f"int({a})", f"float({a})", f"range(9)[{a}]", f"[10, 11, 12, 13, 14][{a}]", f"{b} in {a}", f"list({names[0]}())[:4]", f"bool({a})", f"f'{{{a}:>5}}'", f"str({a})", f"sum([{a}, {b}])", f"sorted([{a}, {b}])", f"max({a}, {b})", f"{{{a}: 1}}", f"{a} == {a}", f"pow({a}, {b})", f"hex({a})", f"[*{names[1]}()][:3]"]
            src.add(f"attempt('op', lambda: {r.choice(forms[:2] * 6 + forms)})")
        if dunders[0] != "divmod":
            with src.block("try:"):
                src.add(f"z = {names[0]}()")
                src.add(f"z {SYMBOLS[dunders[0]]}= {r.choice(operands)}")
                src.add("print(z)")
            with src.block("except Exception as err:"):
                src.add("print(type(err).__name__, err)")
        return src.lines

    def dataclass_(self):
        src, r, made = fuzz_modes.Source(), self.rng, []
        for i in range(r.randint(1, 2)):
            name, base = self.fresh("D"), made[0] if made and self.chance(0.7) else ""
            options = {"order": "True", "frozen": self.pick("True", "False"), "eq": self.pick("True", "True", "False"), "kw_only": "True", "slots": "True", "repr": "False", "unsafe_hash": "True", "init": "True", "match_args": "False"}
            if base:
                del options["slots"]      # a slot does not hide what a base has by its name
            chosen = ", ".join(f"{k}={options[k]}" for k in self.some(list(options), 0, 3))
            with src.block("try:"):
                src.add(f"@dataclass({chosen})" if chosen or self.chance(0.5) else "@dataclass")
                with src.block(f"class {name}{f'({base})' if base else ''}:"):
                    for f in self.some(["a", "b", "c", "d", "e"], 1, 4):
                        src.add(f"{f}: {self.pick('int', 'str', 'list', 'float', 'object')}{self.field()}")
                    for line in self.some(["shared: ClassVar[int] = 5", "_: KW_ONLY", "iv: InitVar[int] = 3", "plain = 4", "def total(self): return [getattr(self, f.name, None) for f in dataclasses.fields(self)]"], 0, 2):
                        src.add(line)
                    if self.chance(0.3):
                        src.add("def __post_init__(self, *more): print('post', more)")
                    if self.chance(0.15):
                        src.add("def __eq__(self, o): return 'custom'")
            with src.block("except Exception as err:"):
                src.add("print('class', type(err).__name__, err)")
                src.add(f"class {name}: pass")
            made.append(name)
        for _ in range(r.randint(3, 8)):
            n = r.choice(made)
            args = ", ".join([self.pick("1", "2", "'s'") for _ in range(r.randint(0, 3))] + [f"{k}={self.pick('1', '2.5', '[1]')}" for k in self.some(["a", "b", "c", "d"], 0, 2)])
            src.add(f"attempt('data', lambda: {self.use_data(n, args)})")
        return src.lines

    def field(self):
        if self.chance(0.3):
            return ""
        if self.chance(0.5):
            return " = " + self.pick("1", "'x'", "2.5", "None", "[]", "(1, 2)")
        parts = self.some([self.pick("default=7", "default_factory=list", "default_factory=dict"), "repr=False", "compare=False", "init=False", "kw_only=True", "hash=False", "metadata={'k': 1}"], 1, 3)
        return f" = field({', '.join(parts)})"

    def use_data(self, n, args):
        o = f"{n}({args})"
        return self.pick(o, o, o, f"{o} == {o}", f"{o} < {n}()", f"isinstance(hash({o}), int)", f"dataclasses.asdict({o})", f"dataclasses.astuple({o})", f"dataclasses.replace({o}, a=9)", f"[(f.name, f.repr, f.compare, f.kw_only) for f in dataclasses.fields({n})]",
                         f"setattr({o}, 'a', 1)", f"{n}.__match_args__", f"dataclasses.is_dataclass({n})", f"{o}.total()", f"sorted([{o}, {n}(1, 1)])", f"{n}.__doc__", f"{n}.__annotations__ != {{}}", f"delattr({o}, 'b')", f"setattr({o}, 'zz', 1)")

    def enum_(self):
        src, r, name = fuzz_modes.Source(), self.rng, self.fresh("E")
        base = self.pick("enum.Enum", "enum.IntEnum", "enum.Flag", "enum.IntFlag", "enum.StrEnum", "str, enum.Enum", "int, enum.Enum")
        with src.block("try:"):
            if self.chance(0.2):
                src.add("@enum.unique")
            with src.block(f"class {name}({base}):"):
                for i, m in enumerate(self.some(["RED", "GREEN", "BLUE", "BLACK"], 1)):
                    text = "Str" in base or "str" in base
                    v = self.pick("enum.auto()", repr(m.lower()) if text else str(1 << i), repr(m[0]) if text else self.pick("1", "2", "3", "7"))
                    src.add(f"{m} = {v}")
                if self.chance(0.3):
                    src.add("def shout(self): return self.name + '!'")
                if self.chance(0.2):
                    src.add("@classmethod")
                    src.add("def _missing_(cls, value): return next(iter(cls))")
        with src.block("except Exception as err:"):
            src.add("print('enum', type(err).__name__, str(err).replace('\\n', ' '))")
            src.add(f"{name} = enum.Enum('{name}', 'RED GREEN')")
        for _ in range(r.randint(4, 9)):
            m = f"list({name})[0]"
            src.add("attempt('enum', lambda: " + self.pick(f"list({name})", f"{name}.RED", f"{name}['GREEN']", f"{name}(1)", f"{name}(3)", f"{name}('red')", f"{m}.value", f"str({m})", f"repr({m})", f"f'{{{m}}}'", f"{m} == 1", f"{m} | {name}.BLUE", f"~{m}", f"{m} in {name}", f"{name}.__members__",
                           f"{m} < {name}.BLUE", f"{m}.shout()", f"len({name})", f"{name}.RED is {name}.RED", f"{m} + 1", f"hash({m}) == hash({m})", f"isinstance({m}, int)", f"{{{m}: 1}}", f"setattr({name}, 'RED', 3)", f"{m}.zip", f"[x.name for x in reversed({name})]", f"{name}({m})", f"bool({m})", f"'%s %d' % ({m}, {m})", f"{m} & {m}", f"{m} ^ {name}.BLUE") + ")")
        return src.lines

    def descriptor(self):
        src, r, d, c = fuzz_modes.Source(), self.rng, self.fresh("Desc"), self.fresh("Host")
        with src.block(f"class {d}:"):
            src.add("def __set_name__(self, owner, name): self.name = name; print('named', name)")
            if self.chance(0.8):
                src.add("def __get__(self, o, owner=None): return ('class', self.name) if o is None else o.__dict__.get(self.name, 'unset')")
            if self.chance(0.6):
                src.add(f"def __set__(self, o, v): o.__dict__[self.name] = {self.pick('v', '(v, v)', 'len(v)')}")
            if self.chance(0.3):
                src.add("def __delete__(self, o): print('deleted', o.__dict__.pop(self.name, None))")
        with src.block(f"class {c}:"):
            src.add(f"x = {d}()")
            src.add(f"y = {d}()")
            if self.chance(0.3):
                src.add("def __setattr__(self, n, v): print('setattr', n); object.__setattr__(self, n, v)")
            if self.chance(0.3):
                src.add("def __getattribute__(self, n): return 'intercepted' if n == 'y' else object.__getattribute__(self, n)")
            if self.chance(0.4):
                src.add("@functools.cached_property")
                src.add("def heavy(self): print('computed'); return 42")
        src.add(f"o = {c}()")
        for _ in range(r.randint(3, 7)):
            src.add("attempt('desc', lambda: " + self.pick("o.x if isinstance(o.x, (str, tuple, int, list)) else 'object'", "setattr(o, 'x', 'hi')", "setattr(o, 'y', [1])", "delattr(o, 'x')", "sorted(o.__dict__.items(), key=str)", "o.heavy", f"type({c}.x).__name__", "o.y if isinstance(o.y, (str, tuple, int, list)) else 'object'", "delattr(o, 'y')") + ")")
        return src.lines

    # ---- control
    def conversation(self):
        src, r, name = fuzz_modes.Source(), self.rng, self.fresh("talk")
        with src.block(f"def {name}(n):"):
            src.add("got = None")
            with src.block("for i in range(n):"):
                with src.block("try:"):
                    src.add(self.pick("got = yield (i, got)", "got = (yield i) or got", "x = yield from inner(i)\n" + "    " * 3 + "got = x", "yield from 'ab'"))
                    if self.chance(0.3):
                        src.add("if got == 7: return 'seven'")
                with src.block(f"except {self.pick('ValueError', 'KeyError', 'GeneratorExit', '(ValueError, TypeError)')} as err:"):
                    src.add(f"print('caught', type(err).__name__)")
                    src.add(self.pick("got = 'recovered'", "raise", "return 'after'", "yield 'in handler'", "raise RuntimeError('other') from err"))
                if self.chance(0.5):
                    with src.block("finally:"):
                        src.add("print('cleanup', i)")
            src.add("return got")
        with src.block("def inner(k):"):
            src.add("v = yield ('inner', k)")
            src.add(f"return {self.pick('v', 'k', '(v, k)')}")
        src.add(f"g = {name}({r.randint(0, 4)})")
        for _ in range(r.randint(3, 8)):
            src.add("attempt('talk', " + self.pick("next, g", "g.send, None", "g.send, 7", "g.send, 'x'", "g.throw, ValueError('v')", "g.throw, KeyError('k')", "g.close", "next, g, 'dflt'", "list, g") + ")")
        for _ in range(4):
            src.add("attempt('close', g.close)")     # a handler may yield once more; left alone, CPython would close it when it pleases
        return src.lines

    def managers(self):
        src, r, name = fuzz_modes.Source(), self.rng, self.fresh("cm")
        src.add("@contextlib.contextmanager")
        with src.block(f"def {name}(label, swallow=False):"):
            src.add("print('enter', label)")
            with src.block("try:"):
                src.add("yield label * 2")
            with src.block("except ValueError as err:"):
                src.add("print('saw', err)")
                src.add("if not swallow: raise")
            with src.block("finally:"):
                src.add("print('leave', label)")
        with src.block(f"def use_{name}(swallow):"):
            form = r.randint(0, 3)
            head = [f"with {name}('a', swallow) as x:", f"with {name}('a') as x, {name}('b', swallow) as y:", f"with contextlib.ExitStack() as stack:", f"with contextlib.suppress(ZeroDivisionError), {name}('c', swallow) as x:"][form]
            with src.block(head):
                if form == 2:
                    src.add(f"x = [stack.enter_context({name}(q, swallow)) for q in 'pq']")
                    src.add("stack.callback(print, 'callback')")
                src.add("print('body', x)")
                src.add(self.pick("raise ValueError('inside')", "return x", "1 / 0", "pass", "raise KeyError('k')"))
            src.add("return 'through'")
        src.add(f"attempt('cm', use_{name}, True)")
        src.add(f"attempt('cm', use_{name}, False)")
        return src.lines

    def decorated(self):
        src, r, d, f = fuzz_modes.Source(), self.rng, self.fresh("deco"), self.fresh("fun")
        with src.block(f"def {d}(times=1, *, tag='t'):"):
            with src.block("def wrap(fn):"):
                src.add("count = 0")
                src.add("@functools.wraps(fn)")
                with src.block("def inner(*args, **named):"):
                    src.add("nonlocal count")
                    src.add("count += 1")
                    src.add("return [tag, count] + [fn(*args, **named) for _ in range(times)]")
                src.add("return inner")
            src.add("return wrap")
        for line in self.some([f"@{d}(2)", f"@{d}(tag='q')", "@functools.lru_cache(maxsize=2)", f"@{d}()"], 1, 3):
            src.add(line)
        with src.block(f"def {f}(a, b=2, *, c=3):"):
            src.add("'a docstring'")
            src.add(f"return {self.pick('(a, b, c)', 'a + b', '[a] * b', 'a / c')}")
        src.add(f"print({f}.__name__, {f}.__doc__, hasattr({f}, '__wrapped__'))")
        for _ in range(r.randint(2, 5)):
            src.add(f"attempt('deco', {self.pick(f, f'functools.partial({f}, 5)', f'functools.partial({f}, c=0)')}, {self.arguments()})")
        return src.lines

    def arguments(self):
        r = self.rng
        parts = [self.pick("1", "'s'", "2.0", "[1]") for _ in range(r.randint(0, 3))]
        if self.chance(0.2):
            parts.append(f"*{self.pick('[8, 9]', '()', repr('xy'))}")
        parts += [f"{k}={self.pick('1', '0', repr('v'))}" for k in self.some(["a", "b", "c", "d", "z"], 0, 2)]
        if self.chance(0.15):
            parts.append(f"**{self.pick('{}', repr({'d': 4}), repr({'c': 3, 'e': 5}))}")
        return ", ".join(parts)

    def calls(self):
        src, r, f = fuzz_modes.Source(), self.rng, self.fresh("sig")
        names, parts, default = ["a", "b", "c", "d", "e"], [], False
        count, slash = r.randint(0, 4), r.randint(0, 3)
        for i in range(count):
            default = default or self.chance(0.3)
            hint = self.pick("", "", ": int", ": str")
            parts.append(names[i] + hint + (f"={self.pick('1', '[]', 'None')}" if default else ""))
            if slash == i + 1:
                parts.append("/")
        star = self.pick("", "", "*rest", "*")
        if star:
            parts.append(star)
            if star == "*" or self.chance(0.4):
                parts.append(self.pick("e", "e=5", "z"))
        if self.chance(0.25):
            parts.append("**named")
        used = [p.split(":")[0].split("=")[0].lstrip("*") for p in parts if p not in ("*", "/")]
        src.add(f"def {f}({', '.join(parts)}): return ({', '.join(used)}{',' if used else ''})")
        for _ in range(r.randint(3, 7)):
            src.add(f"attempt('call', lambda: {f}({self.arguments()}))")
        return src.lines

    def closures(self):
        src, r, f = fuzz_modes.Source(), self.rng, self.fresh("outer")
        with src.block(f"def {f}(n, seed=[]):"):
            src.add("total, funcs = 0, []")
            with src.block("def bump(k=1):"):
                src.add("nonlocal total")
                src.add(f"total {self.pick('+=', '-=', '=')} k")
                src.add("return total")
            with src.block("for i in range(n):"):
                src.add(self.pick("funcs.append(lambda: i)", "funcs.append(lambda i=i: (i, total))", "funcs.append(functools.partial(bump, i))", "funcs.append(lambda x=0: [y + i for y in (x, total)])"))
                src.add(self.pick("bump(i)", "seed.append(i)", "total += i", "bump()"))
            src.add(self.pick("del i", "pass", "bump = 5", "total = 'text'"))
            src.add("return [attempt('closure', q) for q in funcs[:4]], total, len(seed)")
        src.add(f"attempt('closures', {f}, {r.randint(0, 5)})")
        src.add(f"attempt('closures', {f}, 2)")
        return src.lines

    def chained(self):
        src, r = fuzz_modes.Source(), self.rng
        f, e = self.fresh("risky"), self.fresh("Problem")
        with src.block(f"class {e}({self.pick('Exception', 'ValueError', 'LookupError')}):"):
            src.add(self.pick("pass", "def __str__(self): return 'custom ' + repr(self.args)", "def __init__(self, *a): super().__init__('fixed', *a)"))
        with src.block(f"def {f}(k):"):
            with src.block("try:"):
                src.add(self.pick("return [1][k]", "return {}[k]", "return 10 // k", "return int('x' * k)", "return k.nothing", "return undefined_name", "assert k, 'said so'", "return 'a' + k", "return next(iter([]))", "return (1, 2)[k:]['x']"))
            with src.block(f"except {self.pick('Exception', '(IndexError, KeyError, ZeroDivisionError)', 'ArithmeticError')} as err:"):
                src.add(self.pick(f"raise {e}(k) from err", f"raise {e}('again', k)", f"raise {e} from None", "raise", "err.add_note('a note'); raise", "return repr(err)", f"raise {e}() from KeyError('c')"))
            if self.chance(0.3):
                with src.block("finally:"):
                    src.add(self.pick("print('finally')", "if k == 2: return 'swallowed'"))
        for k in self.some(["0", "5", "-1", "2", "'s'", "None"], 1, 4):
            with src.block("try:"):
                src.add(f"print({f}({k}))")
            with src.block("except Exception as err:"):
                src.add("chain(err)")
        return src.lines

    def matching(self):
        src, r, f, c = fuzz_modes.Source(), self.rng, self.fresh("kind"), self.fresh("P")
        src.add("@dataclass")
        with src.block(f"class {c}:"):
            src.add("x: object = 0")
            src.add("y: object = 0")
        with src.block(f"def {f}(v):"):
            with src.block("match v:"):
                for n in range(r.randint(2, 6)):
                    guard = f" if {self.pick('v', 'len(v) > 1', 'v != 3')}" if self.chance(0.2) else ""
                    src.add(f"case {self.pattern(c, 2)}{guard}: return ({n}, [(k, w) for k, w in sorted(locals().items()) if k != 'v'])")
            src.add("return 'none matched'")
        try:
            compile("\n".join(src.lines), "p", "exec")
        except SyntaxError:
            return self.matching()
        for _ in range(r.randint(4, 8)):
            v = self.pick("1", "0", "'a'", "[1, 2]", "(1, (2, 3))", "{'k': 1}", "{'k': [1, 2], 'z': None}", f"{c}(1, 2)", f"{c}({c}(1), 'a')", "None", "2.5", "True", "[]", "'abc'", "b'a'", "range(3)", "[1, 2, 3, 4]", "{}", "-1", "collections.deque([1, 2])")
            src.add(f"attempt('match', {f}, {v})")
        return src.lines

    def pattern(self, c, depth):
        p = lambda: self.pattern(c, depth - 1)
        n = lambda: self.pick("q1", "q2", "q3", "_")
        if depth <= 0:
            return self.pick(n(), "1", "'a'", "None", "True", "-1", "2.5", "int()", "str()", "0")
        return self.pick("1", "'a'", "None", "2.5 | 0", f"[{p()}, {p()}]", f"[{p()}, *{n()}]", f"({p()}, *_, {p()})", "[]", f"{{'k': {p()}}}", "{'k': 1, **q4}", "{}", f"{c}({p()}, {p()})", f"{c}(x={p()})", f"int() | str()", f"[{p()}] as q5", f"int({n()})", f"bool()", f"(1 | 2) as q6", f"{c}() | None", "bytes() | float()")

    # ---- library of the core
    def formats(self):
        src = fuzz_modes.Source()
        for _ in range(self.rng.randint(4, 9)):
            v = self.pick("0", "-7", "12345", "2**70", "3.14159", "-0.0", "1e22", "1e-5", "float('inf')", "float('nan')", "'text'", "'é日'", "True", "None", "[1]", str(self.rng.randint(-10**6, 10**6)), repr(self.rng.uniform(-1e4, 1e4)))
            spec = self.pick("", "*") + self.pick("<", ">", "^", "=", "") + self.pick("", "+", "-", " ") + self.pick("", "", "z", "#") + self.pick("", "0") + self.pick("", "5", "12", "1") + self.pick("", ",", "_") + self.pick("", ".0", ".2", ".5", ".10") + self.pick("", "d", "f", "e", "g", "%", "s", "x", "X", "b", "o", "c", "n", "E", "G", "F", "q")
            percent = "%" + self.pick("", "-", "+", "0", " ", "#") + self.pick("", "5", "12") + self.pick("", ".0", ".3") + self.pick("d", "s", "r", "f", "e", "g", "x", "o", "i", "c", "a", "%", "z")
            src.add(f"attempt('format', lambda: {self.pick(f'format({v}, {spec!r})', f'{percent!r} % {v}', f'{percent!r} % ({v},)', f'{{0:{spec}}}'.join([repr('')[:1]] * 2) + f'.format({v})', f'repr({v})', f'str({v})', f'ascii({v})')})")
        return src.lines

    def texts(self):
        src = fuzz_modes.Source()
        s = lambda: self.pick("''", "'a'", "'Hello World'", "'  pad '", "'a,b,,c'", "'ÀÉîß'", "'日本語'", "'tab\\there'", "'line\\nline\\r\\nend'", "'ǅ ŉ'", "'12'", "'x' * 5", "'abcabc'", "'²½'")
        i = lambda: str(self.rng.randint(-4, 8))
        for _ in range(self.rng.randint(5, 10)):
            src.add("attempt('text', lambda: " + self.pick(
                f"{s()}.{self.pick('upper', 'lower', 'title', 'swapcase', 'capitalize', 'casefold', 'strip', 'lstrip', 'rstrip', 'isalpha', 'isdigit', 'isnumeric', 'isdecimal', 'isspace', 'istitle', 'isupper', 'islower', 'isidentifier', 'isalnum', 'isprintable', 'isascii', 'split', 'rsplit', 'splitlines', 'encode', 'expandtabs')}()",
                f"{s()}.{self.pick('find', 'rfind', 'index', 'rindex', 'count', 'startswith', 'endswith')}({s()}, {i()}, {i()})", f"{s()}.{self.pick('split', 'rsplit')}({s()}, {i()})", f"{s()}.{self.pick('partition', 'rpartition', 'removeprefix', 'removesuffix', 'strip')}({s()})",
                f"{s()}.{self.pick('ljust', 'rjust', 'center')}({i()}, {self.pick(repr('*'), s())})", f"{s()}.zfill({i()})", f"{s()}.replace({s()}, {s()}, {i()})", f"{s()}.join([{s()}, {s()}])", f"{s()}[{i()}:{i()}:{self.pick('1', '2', '-1', '-2', '0')}]", f"{s()}[{i()}]",
                f"{s()}.translate({{97: 'X', 98: None, 99: 0x1F600}})", f"{s()} < {s()}", f"{s()} in {s()}", f"sorted({s()})", f"{s()}.encode({self.pick(repr('utf-8'), repr('ascii'), repr('latin-1'), repr('utf-16-le'))}, {self.pick(repr('strict'), repr('replace'), repr('ignore'), repr('backslashreplace'), repr('xmlcharrefreplace'))})",
                f"int({s()}, {self.pick('10', '16', '2', '36', '0')})", f"float({s()})", f"int({self.pick(repr(' 42 '), repr('-0x1F'), repr('1_000'), repr('0b11'), repr('٣'), repr('1__0'))}, {self.pick('10', '0', '16')})", f"float({self.pick(repr('1e400'), repr('-inf'), repr('1_0.5'), repr('.5e-3'), repr('nan'), repr('0x1'))})", f"{s()} * {i()}", f"{s()} % {self.value()}", f"repr({s()})", f"ascii({s()})", f"list({s()})", f"str(b'ab', 'ascii')", f"{s()}.maketrans('ab', 'xy')") + ")")
        return src.lines

    def octets(self):
        src = fuzz_modes.Source()
        b = lambda: self.pick("b''", "b'a'", "b'hello'", "b'\\x00\\xff'", "bytearray(b'abc')", "b'a,b,c'", "b' pad '", "bytes(3)", "bytes([65, 66])", "b'Mixed Case'")
        i = lambda: str(self.rng.randint(-3, 6))
        for _ in range(self.rng.randint(3, 7)):
            src.add("attempt('bytes', lambda: " + self.pick(f"{b()} + {b()}", f"{b()}[{i()}]", f"{b()}[{i()}:{i()}]", f"{b()}.{self.pick('upper', 'hex', 'strip', 'split', 'isalpha', 'decode', 'title', 'splitlines', 'swapcase')}()", f"{b()}.{self.pick('find', 'count', 'index', 'startswith', 'partition', 'removeprefix', 'split')}({self.pick(b(), '97')})", f"{b()} == {b()}", f"{b()} < {b()}", f"{b()} in {b()}",
                f"{b()}.replace({b()}, {b()})", f"{b()} * {i()}", f"list({b()})", f"int.from_bytes({b()}, {self.pick(repr('big'), repr('little'))}, signed={self.pick('True', 'False')})", f"({i()}).to_bytes({i()}, 'big', signed={self.pick('True', 'False')})", f"b'%s|%5d|%x' % ({b()}, {i()}, {i()})", f"{b()}.join([{b()}, {b()}])", f"{b()}.ljust({i()}, b'.')", f"bytes.fromhex({self.pick(repr('00 ff'), repr('abc'), repr('zz'))})", f"hash({b()}) is None", f"{b()}.hex({self.pick(repr(':'), repr('-'))}, {i()})", f"{b()}.translate(None, b'a')", f"bytes({self.value()})") + ")")
        src.add("z = bytearray(b'abcdef')")
        for _ in range(self.rng.randint(1, 4)):
            src.add(f"attempt('array', lambda: ({self.pick(f'z.append({i()})', f'z.__setitem__({i()}, {i()})', f'z.__setitem__(slice({i()}, {i()}), {b()})', f'z.__delitem__(slice({i()}, None, 2))', f'z.extend({b()})', f'z.pop({i()})', 'z.reverse()', f'z.insert({i()}, 65)', f'z.remove({i()})')}, z))")
        return src.lines

    def lists(self):
        src, r = fuzz_modes.Source(), self.rng
        i = lambda: str(r.randint(-5, 7))
        sl = lambda: f"slice({self.pick(i(), 'None')}, {self.pick(i(), 'None')}, {self.pick('None', '2', '-1', '-2', '1', '0')})"
        v = self.fresh("seq")
        src.add(f"{v} = {self.pick('list(range(8))', '[3, 1, 2, 3]', '[1.5, 2, 0.5]', '[[1], [2]]', 'list(map(str, range(12)))')}")
        for _ in range(r.randint(4, 9)):
            src.add("attempt('list', lambda: (" + self.pick(f"{v}.__setitem__({sl()}, {self.pick('[9]', '[7, 8]', 'range(3)', '()', '5', repr('ab'))})", f"{v}.__delitem__({sl()})", f"{v}[{i()}]", f"{v}.pop({i()})", f"{v}.insert({i()}, 'new')", f"{v}.remove({i()})", f"{v}.sort(key=str, reverse={self.pick('True', 'False')})", f"{v}.sort()", f"{v}.index({i()}, {i()})", f"{v}.extend({v})", f"{v} * {i()}", f"sorted({v}, key=lambda q: (str(type(q)), str(q)))", f"sum({v})", f"max({v})", f"{v} + [{i()}]", f"{v} < {v}[1:]", f"{v}.count({i()})", f"{v}.copy() == {v}", f"{v}[{i()}:{i()}]", f"list(zip({v}, {v}[1:], strict={self.pick('True', 'False')}))", f"heapq.nsmallest(2, {v})", f"bisect.bisect({v}, {i()})", f"list(itertools.{self.pick('accumulate', 'pairwise', 'chain')}({v}))[:9]", f"[*map(operator.neg, {v})]", f"functools.reduce(operator.add, {v})", f"{v}.clear()") + f", {v}[:20]))")
        return src.lines

    def mappings(self):
        src, r = fuzz_modes.Source(), self.rng
        d = self.fresh("map")
        src.add(f"{d} = {self.pick('{}', repr({'a': 1, 'b': 2}), '{i: i * i for i in range(5)}', 'dict.fromkeys(range(3))', 'collections.OrderedDict(a=1, b=2)', 'collections.defaultdict(list, {1: [2]})', 'collections.Counter(' + repr('abracadabra') + ')')}")
        k = lambda: self.pick("'a'", "1", "2.0", "(1, 2)", "None", "[1]", "True", "'zz'", "0")
        for _ in range(r.randint(4, 9)):
            src.add("attempt('dict', lambda: (" + self.pick(f"{d}[{k()}]", f"{d}.get({k()})", f"{d}.pop({k()})", f"{d}.pop({k()}, 'gone')", f"{d}.setdefault({k()}, [])", f"{d}.__setitem__({k()}, 5)", f"{d}.__delitem__({k()})", f"{d}.popitem()", f"{d} | {{1: 2}}", f"list({d}.items())", f"{k()} in {d}", f"{d}.update({self.pick('{9: 9}', '[(1, 2)]', 'a=5', '[1]')})", f"{d} == dict({d})", f"list(reversed({d}))", f"{d}.keys() & {{1, 2}} == {{1}}", f"sorted({d}, key=str)", f"len({d})", f"{{**{d}, 'n': 1}}", f"{d}.most_common(2)", f"{d}.move_to_end('a')", f"max({d}.values())", f"min({d})", f"{d}.copy()", f"list({d}.values())", f"{{v: k for k, v in {d}.items()}}", f"[*{d}]") + f", {d}))")
        return src.lines

    def sets(self):
        src, r = fuzz_modes.Source(), self.rng
        s = lambda: self.pick("set()", "{1, 2, 3}", "{2, 3, 4}", "frozenset({3})", "set(range(6))", "frozenset(range(2, 5))", "{1.0, 2}")
        o = lambda: self.pick(s(), s(), "[1, 2]", "'ab'", "5")
        for _ in range(r.randint(4, 8)):
            src.add("attempt('set', lambda: " + self.pick(f"sorted({s()} {self.pick('&', '|', '-', '^')} {o()})", f"{s()} {self.pick('<', '<=', '==', '>', '!=')} {s()}", f"sorted({s()}.{self.pick('union', 'intersection', 'difference', 'symmetric_difference')}({o()}), key=str)", f"{s()}.{self.pick('isdisjoint', 'issubset', 'issuperset')}({o()})", f"{o()} in {s()}", f"type({s()} | {s()}).__name__", f"len({s()})", f"{s()}.remove({self.pick('1', '9', '[1]')})", f"hash({s()}) == hash({s()})", f"sorted({{*{s()}, *{s()}}})") + ")")
        return src.lines

    def comprehensions(self):
        src, r = fuzz_modes.Source(), self.rng
        for _ in range(r.randint(2, 5)):
            body = self.pick("x", "(x, y)", "x * y", "[x for x in (x, y)]", "(lambda: x)()", "f'{x}-{y}'", "{x: y}", "(z := x) + 1")
            c = f"{body} for x in {self.pick('range(4)', '(1, 2, 2)', '[3, 0, 1]')}{self.pick('', ' if x', ' if x % 2')} for y in {self.pick('range(x)', '[x, 5]', '(1, 2)')}{self.pick('', ' if x != y')}"
            src.add(f"attempt('comp', lambda: {self.pick(f'[{c}]', f'list({c})', f'len({{str({body}): 1 for x in (1, 2) for y in (3,)}})', f'[*({c})]', f'sum(1 for _ in ({c}))', f'any({c})', f'dict(enumerate({c}))', f'next(({c}), None)')})")
        return src.lines

    def mutation(self):
        """What a compiler may have assumed changes: globals, functions, classes, attributes."""
        src, r = fuzz_modes.Source(), self.rng
        c, f, g = self.fresh("Mut"), self.fresh("hot"), self.fresh("step")
        with src.block(f"class {c}:"):
            src.add("rate = 2")
            src.add("def __init__(self, v): self.v = v")
            src.add("def get(self, k): return self.v + k * self.rate")
        src.add(f"def {g}(a): return a + 1")
        with src.block(f"def {f}(o, n):"):
            src.add("s = 0")
            with src.block("for i in range(n):"):
                src.add(f"s += {self.pick('o.get(i)', 'o.v', f'{g}(i)', 'o.rate', 'o.get(i) + o.rate')}")
                src.add(f"{self.pick('o.v = i', 'o.v = o.v + 1', 'pass', 'o.extra = s')}")
            src.add("return s, sorted(vars(o).items())")
        src.add(f"box = {c}({self.pick('1', '2.5', '0')})")
        src.add(f"attempt('hot', {f}, box, {self.pick('3', '300', '1500')})")
        for _ in range(r.randint(1, 5)):
            src.add(self.pick(f"{c}.get = lambda self, k: k - 1", f"box.get = lambda k: 5", f"{c}.rate = 0.5", f"box.rate = 7", f"box.v = 'text'", f"def {g}(a): return a * 2.5", f"{g} = lambda a: 'x'", f"del {c}.rate", f"box = {c}(2**65)", f"{c}.__getattr__ = lambda self, n: 11", f"box = type('Other{c}', ({c},), {{'rate': 3}})(1)", f"{c}.v = property(lambda self: 9)", f"box.__dict__['v'] = 4", f"len = lambda x: 99", f"{c}.rate = property(lambda self: self.v)"))
            src.add(f"attempt('hot', {f}, box, {self.pick('3', '50', '400')})")
        return src.lines

    def named(self):
        src, r, n = fuzz_modes.Source(), self.rng, self.fresh("T")
        if self.chance(0.5):
            with src.block(f"class {n}(NamedTuple):"):
                src.add("x: int")
                src.add("y: object = 5")
                src.add("def both(self): return self.x, self.y")
        else:
            src.add(f"{n} = collections.namedtuple('{n}', 'x y', defaults=[5])")
        for _ in range(r.randint(3, 7)):
            o = f"{n}({self.arguments()})" if self.chance(0.4) else f"{n}({self.pick('1', '1, 2', 'x=1', 'y=1, x=3')})"
            src.add("attempt('named', lambda: " + self.pick(o, f"{o}._asdict()", f"{o}._replace(x=9)", f"{o}.both()", f"{o}[0]", f"{o} == (1, 5)", f"[*{o}]", f"{n}._fields", f"{n}._make([1, 2])", f"setattr({o}, 'x', 1)", f"{o} + (1,)", f"{n}._field_defaults", f"{o} < {n}(4)", f"{o}.z", f"hash({o}) == hash(({o}.x, {o}.y))") + ")")
        return src.lines

    def program(self):
        makers = [self.kernel] * 3 + [self.hierarchy, self.operators, self.operators, self.dataclass_, self.enum_, self.descriptor, self.conversation, self.conversation, self.managers, self.decorated, self.calls, self.closures, self.chained, self.matching, self.formats, self.texts, self.octets, self.lists, self.mappings, self.sets, self.comprehensions, self.mutation, self.mutation, self.named]
        chunks = []
        for _ in range(self.rng.randint(2, 5)):
            lines = self.rng.choice(makers)()
            if self.chance(0.5):
                name = self.fresh("part")
                lines = [f"def {name}():", *("    " + line for line in lines), f"attempt('{name}', {name})"]
            else:
                lines = ["try:", *("    " + line for line in lines), "except Exception as err:", "    print('chunk', type(err).__name__, err)"]
            try:
                compile("\n".join(lines), "p", "exec")
            except SyntaxError:
                continue
            chunks.append(lines)
        return chunks


if __name__ == "__main__":
    fuzz_modes.PRELUDE, fuzz_modes.Generator = PRELUDE, Objects
    sys.exit(fuzz_modes.main())
