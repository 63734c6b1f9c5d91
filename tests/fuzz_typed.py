#!/usr/bin/python3
"""Random programs in Otter's own forms: sized types, promises, structs, enums, match expressions, `?`, tasks.

Each is written twice, line by line: as Otter, and as a Python twin that wraps, converts, checks and unpacks by hand. CPython runs
the twin and says what must be printed; an exception counts by its type. What differs is shrunk by dropping chunks and kept in the
folder fuzz/ next to the program, as a pair of files.
"""

import argparse
import pathlib
import random
import sys
import tempfile
import time

import fuzz_modes

INTS = ("i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64")
SIZED = INTS + ("f32",)

OTTER_PRELUDE = '''\
def dyn(v):
    return v


fn attempt(label, f, *args):
    try:
        v = f(*args)
        print(label, type(v).__name__, repr(v)[:300])
    except Exception as err:
        print(label, type(err).__name__)
'''

TWIN_PRELUDE = '''\
import struct


def dyn(v):
    return v


def attempt(label, f, *args):
    try:
        v = f(*args)
        print(label, type(v).__name__, repr(v)[:300])
    except Exception as err:
        print(label, type(err).__name__)


class Early(Exception):
    pass


def wrapper(bits, signed):
    def wrap(x):
        if isinstance(x, float):
            x = int(x)
        x = int(x) & (1 << bits) - 1
        return x - (1 << bits) if signed and x >> bits - 1 else x
    return wrap


i8, u8, i16, u16 = wrapper(8, True), wrapper(8, False), wrapper(16, True), wrapper(16, False)
i32, u32, i64, u64 = wrapper(32, True), wrapper(32, False), wrapper(64, True), wrapper(64, False)


def f32(x):
    x = float(x)
    try:
        return struct.unpack("f", struct.pack("f", x))[0]
    except OverflowError:
        return float("inf") if x > 0 else float("-inf")


WRAPS = {"i8": i8, "u8": u8, "i16": i16, "u16": u16, "i32": i32, "u32": u32, "i64": i64, "u64": u64}


def promise(kind, v):
    if kind in WRAPS:
        if not isinstance(v, int):
            raise TypeError
        if WRAPS[kind](v) != v:
            raise OverflowError
        return int(v)
    if kind == "f32":
        if not isinstance(v, (int, float)):
            raise TypeError
        return f32(v)
    if kind == "float":
        if not isinstance(v, (int, float)):
            raise TypeError
        return float(v) if isinstance(v, int) else v
    wanted = {"int": int, "str": str, "bool": bool, "list": list}.get(kind)
    if wanted and not isinstance(v, wanted):
        raise TypeError
    if isinstance(kind, type) and not isinstance(v, kind):
        raise TypeError
    return v


class Value:
    def __init__(self, *args, **named):
        if len(args) > len(self.FIELDS):
            raise TypeError
        given = dict(zip(self.FIELDS, args))
        for name in named:
            if name in given or name not in self.FIELDS:
                raise TypeError
        given.update(named)
        for name, kind in self.FIELDS.items():
            if name not in given:
                raise TypeError
            self.__dict__[name] = promise(kind, given[name])

    def __setattr__(self, name, v):
        raise AttributeError

    def __eq__(self, other):
        return NotImplemented if type(other) is not type(self) else tuple(self.__dict__.values()) == tuple(other.__dict__.values())

    def __hash__(self):
        return hash(tuple(self.__dict__.values()))


class Struct(Value):
    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"

    def with_(self, **named):
        return type(self)(**{**self.__dict__, **named})


class Variant(Value):
    def __repr__(self):
        shown = f"{type(self).__base__.__name__}.{type(self).__name__}"
        return f"{shown}({', '.join(map(repr, self.__dict__.values()))})" if self.FIELDS else shown


def variant(cls, name, *kinds):
    made = type(name, (cls,), {"FIELDS": {f"_{i}": kind for i, kind in enumerate(kinds)}, "__match_args__": tuple(f"_{i}" for i in range(len(kinds)))})
    setattr(cls, name, made if kinds else made())


class Option(Variant):
    pass


class Result(Variant):
    pass


variant(Option, "Some", "any")
variant(Option, "None", )
variant(Result, "Ok", "any")
variant(Result, "Err", "any")
Nothing = getattr(Option, "None")


def unwrap(v):
    if isinstance(v, (Option.Some, Result.Ok)):
        return v._0
    if isinstance(v, (Option, Result)):
        raise Early(v)
    raise TypeError


def early(f):
    def g(*args):
        try:
            return f(*args)
        except Early as e:
            return e.args[0]
    return g
'''


class Pair:
    """Lines in both languages."""

    def __init__(self):
        self.otter, self.twin = fuzz_modes.Source(), fuzz_modes.Source()

    def add(self, otter, twin=None):
        self.otter.add(otter)
        if twin != "":
            self.twin.add(otter if twin is None else twin)

    def block(self, otter, twin=None):
        self.add(otter, twin)
        return Both(self, twin != "")


class Both:
    def __init__(self, pair, twin):
        self.pair, self.twin = pair, twin

    def __enter__(self):
        self.pair.otter.depth += 1
        self.pair.twin.depth += self.twin

    def __exit__(self, *_):
        self.pair.otter.depth -= 1
        self.pair.twin.depth -= self.twin


class Typed:
    def __init__(self, rng):
        self.rng = rng
        self.serial = 0
        self.functions = []   # (name, parameter types, result type) of fn without failures by `?`
        self.structs = []     # (name, {field: type})
        self.enums = []       # (name, {variant: [types]})

    def fresh(self, stem):
        self.serial += 1
        return f"{stem}{self.serial}"

    def pick(self, *options):
        return self.rng.choice(options)

    def type(self):
        return self.rng.choices(SIZED + ("int", "float", "bool"), (1, 3, 1, 2, 3, 4, 2, 3, 2, 4, 3, 1))[0]

    # ---- expressions: (Otter, twin). `names` maps variables to their types
    def literal(self, kind):
        r = self.rng
        if kind in INTS:
            bits, signed = int(kind[1:]), kind[0] == "i"
            low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
            n = r.choice([0, 1, 2, 3, 5, 7, high, high - 1, low, low + 1, r.randint(low, high), r.randint(low, high)])
            return f"{kind}({n})", f"({n})"
        if kind == "f32":
            x = self.pick("0.5", "1.5", "-2.25", "0.1", "3.0", "1e10", "-0.0", "100.7")
            return f"f32({x})", f"f32({x})"
        if kind == "int":
            n = str(self.pick(0, 1, 2, 3, -1, 7, 10, 255, 1000, r.randint(-99, 99), 2 ** r.choice([31, 32, 53, 61, 62, 63, 64, 70]) - r.randint(0, 2), -2 ** r.choice([31, 61, 62, 63])))
            return f"({n})", f"({n})"
        if kind == "float":
            x = self.pick("0.0", "1.0", "-1.5", "0.1", "2.5", "1e10", "1e300", "-0.0", "100.25")
            return f"({x})", f"({x})"
        x = self.pick("True", "False")
        return x, x

    def expr(self, kind, names, depth=3):
        r = self.rng
        known = [n for n, k in names.items() if k == kind]
        if known and r.random() < (0.4 if depth else 0.85):
            n = r.choice(known)
            return n, n
        if depth <= 0:
            return self.literal(kind)
        e = lambda k=kind, d=depth - 1: self.expr(k, names, d)
        if r.random() < 0.07:
            (ao, at), (bo, bt), (co, ct) = e(), self.condition(names, depth - 1), e()
            return f"({ao} if {bo} else {co})", f"({at} if {bt} else {ct})"
        fitting = [f for f in self.functions if f[2] == kind]
        if fitting and r.random() < 0.12:
            name, kinds, _ = r.choice(fitting)
            args = [e(k, 1) for k in kinds]
            return f"{name}({', '.join(a for a, _ in args)})", f"{name}({', '.join(b for _, b in args)})"
        if kind in INTS:
            return self.sized_int(kind, names, depth)
        if kind == "f32":
            return self.sized_real(names, depth)
        if kind == "bool":
            return self.condition(names, depth - 1)
        return self.plain(kind, names, depth)

    def sized_int(self, kind, names, depth):
        r = self.rng
        e = lambda k=kind: self.expr(k, names, depth - 1)
        choice = r.random()
        (ao, at) = e()
        if choice < 0.5:
            op = self.pick("+", "-", "*", "+", "-", "*", "&", "|", "^", "//", "%")
            bo, bt = e() if r.random() < 0.75 else self.small(kind)
            if r.random() < 0.1:
                ao, at, bo, bt = bo, bt, ao, at
                if ao.isdigit() and bo.isdigit():
                    ao = f"{kind}({ao})"
            return f"({ao} {op} {bo})", f"{kind}({at} {op} {bt})"
        if choice < 0.7:
            op, n = self.pick("<<", ">>"), int(kind[1:])
            bo, bt = self.pick((str(r.randint(0, 2 * n)),) * 2, e(self.pick("int", kind)) if r.random() < 0.4 else (str(r.randint(0, n)),) * 2)
            return f"({ao} {op} {bo})", f"{kind}({at} {op} ({bt} & {n - 1}))"
        if choice < 0.8:
            op = self.pick("-", "~")
            return f"({op}{ao})", f"{kind}({op}{at})"
        other = self.pick(*[k for k in INTS if k != kind], "int", "bool")
        bo, bt = e(other)
        return f"{kind}({bo})", f"{kind}({bt})"

    def small(self, kind):
        n = str(self.rng.choice([1, 2, 3, 5, 7, 13, 31, 100]))
        return n, n

    def sized_real(self, names, depth):
        r = self.rng
        (ao, at), (bo, bt) = self.expr("f32", names, depth - 1), self.expr("f32", names, depth - 1)
        if r.random() < 0.7:
            op = self.pick("+", "-", "*", "+", "*")
            return f"({ao} {op} {bo})", f"f32({at} {op} {bt})"
        bo, bt = self.expr(self.pick("float", "u8", "i16"), names, depth - 1)
        return f"f32({bo})", f"f32({bt})"

    def plain(self, kind, names, depth):
        r = self.rng
        e = lambda k=kind: self.expr(k, names, depth - 1)
        (ao, at), (bo, bt) = e(), e()
        if kind == "int" and r.random() < 0.25:
            so, st = e(self.pick(*INTS))
            return f"int({so})", f"int({st})"
        if kind == "float" and r.random() < 0.2:
            so, st = e("f32")
            return f"float({so})", f"float({st})"
        op = self.pick("+", "-", "*", "//", "%", "&", "^") if kind == "int" else self.pick("+", "-", "*", "/")
        return f"({ao} {op} {bo})", f"({at} {op} {bt})"

    def condition(self, names, depth):
        kind = self.type()
        (ao, at), (bo, bt) = self.expr(kind, names, depth - 1), self.expr(kind, names, depth - 1)
        op = self.pick("<", "<=", ">", ">=", "==", "!=")
        return f"({ao} {op} {bo})", f"({at} {op} {bt})"

    # ---- functions of numbers
    def statements(self, p, names, fixed, n, depth, in_loop=False):
        for _ in range(n):
            self.statement(p, names, fixed, depth, in_loop)

    def statement(self, p, names, fixed, depth, in_loop):
        r, own = self.rng, dict(names)
        choice = r.random()
        free = [n for n in names if n not in fixed]
        if choice < 0.3 or not free:
            kind, name = self.type(), self.fresh("v")
            ao, at = self.expr(kind, names)
            p.add(f"let {name}: {kind} = {ao}", f"{name} = promise({kind!r}, {at})")
            names[name] = kind
        elif choice < 0.6 or depth <= 0:
            name = r.choice(free)
            kind = names[name]
            if kind in INTS and r.random() < 0.5:
                op = self.pick("+", "-", "*", "^", "|", "&")
                ao, at = self.expr(kind, names, 2)
                p.add(f"{name} {op}= {ao}", f"{name} = {kind}({name} {op} {at})")
            else:
                ao, at = self.expr(kind, names)
                p.add(f"{name} = {ao}", f"{name} = promise({kind!r}, {at})")
            if kind == "int":
                p.add(f"if not -10 ** 30 < {name} < 10 ** 30: {name} = {name} % 1000003")
            if kind == "float":
                p.add(f"if not -1e100 < {name} < 1e100: {name} = 0.5")
        elif choice < 0.72:
            co, ct = self.condition(names, 2)
            with p.block(f"if {co}:", f"if {ct}:"):
                self.statements(p, own, fixed, r.randint(1, 2), depth - 1, in_loop)
            if r.random() < 0.5:
                with p.block("else:"):
                    self.statements(p, dict(names), fixed, 1, depth - 1, in_loop)
        elif choice < 0.86:
            self.loop(p, own, fixed, depth)
        elif choice < 0.94:
            with p.block("try:"):
                self.statements(p, own, fixed, r.randint(1, 2), depth - 1, in_loop)
            with p.block(f"except {self.pick('ZeroDivisionError', 'Exception', '(OverflowError, ValueError)')}:"):
                self.statements(p, dict(names), fixed, 1, depth - 1, in_loop)
            if r.random() < 0.3:
                with p.block("finally:"):
                    self.statements(p, dict(names), fixed, 1, 0, in_loop)
        elif in_loop:
            co, ct = self.condition(names, 1)
            word = self.pick("break", "continue")
            p.add(f"if {co}: {word}", f"if {ct}: {word}")
        else:
            self.statements(p, names, fixed, 1, 0)

    def loop(self, p, names, fixed, depth):
        r, i = self.rng, self.fresh("at")
        if r.random() < 0.7:
            n = r.choice([3, 10, 40])
            names[i] = "int"
            with p.block(f"for {i} in 0..{n}:", f"for {i} in range(0, {n}):"):
                self.statements(p, names, fixed | {i}, r.randint(1, 3), depth - 1, True)
        else:
            n = r.choice([2, 9, 60])
            p.add(f"let {i}: u8 = {n}", f"{i} = {n}")
            names[i] = "u8"
            with p.block(f"while {i} != 0:"):
                p.add(f"{i} -= 1", f"{i} = u8({i} - 1)")
                self.statements(p, names, fixed | {i}, r.randint(1, 2), depth - 1, True)

    def function(self):
        p, r, name = Pair(), self.rng, self.fresh("fun")
        kinds = [self.type() for _ in range(r.randint(1, 3))]
        result = self.type()
        params = [self.fresh("a") for _ in kinds]
        with p.block(f"fn {name}({', '.join(f'{a}: {k}' for a, k in zip(params, kinds))}) -> {result}:", f"def {name}({', '.join(params)}):"):
            for a, k in zip(params, kinds):
                p.twin.add(f"{a} = promise({k!r}, {a})")
            names = dict(zip(params, kinds))
            self.statements(p, names, set(), r.randint(2, 6), 2)
            ao, at = self.expr(result, names)
            p.add(f"return {ao}", f"return promise({result!r}, {at})")
        for _ in range(r.randint(1, 3)):
            args = [self.literal(k) if r.random() < 0.9 else (self.pick("dyn('x')", "dyn(300)", "dyn(-1)", "dyn(2.5)", "dyn(None)", "dyn(2 ** 64)"),) * 2 for k in kinds]
            p.add(f"attempt('{name}', {', '.join(['lambda *args: ' + name + '(*args)'] + [a for a, _ in args])})",
                  f"attempt('{name}', {', '.join([name] + [b for _, b in args])})")
        self.functions.append((name, kinds, result))
        return p

    # ---- structs
    def struct(self):
        p, r, name = Pair(), self.rng, self.fresh("S")
        fields = {self.fresh("x"): self.pick("u8", "i32", "u32", "int", "float", "f32", "str", "bool", "u64") for _ in range(r.randint(1, 4))}
        number = [f for f, k in fields.items() if k in SIZED + ("int", "float")]
        with p.block(f"struct {name}:", f"class {name}(Struct):"):
            p.twin.add(f"FIELDS = {fields!r}")
            p.twin.add(f"__match_args__ = {tuple(fields)!r}")
            for f, k in fields.items():
                p.otter.add(f"{f}: {k}")
            if number:
                f = r.choice(number)
                k = fields[f]
                ao, at = self.expr(k, {f"self.{g}": fields[g] for g in number}, 2)
                with p.block(f"fn changed(self) -> {name}:", "def changed(self):"):
                    p.add(f"return self.with_({f}={ao})", f"return self.with_({f}={at})")
                with p.block(f"fn total(self, o: {name}) -> {k}:", "def total(self, o):"):
                    p.add("", f"promise({name}, o)")
                    p.add(f"return self.{f} + o.{f}", f"return promise({k!r}, {k + '(' if k in SIZED else '('}self.{f} + o.{f}))")
        self.structs.append((name, fields))
        use = self.fresh("use")
        values = [self.instance(name, fields) for _ in range(3)]
        with p.block(f"def {use}():"):
            p.add(f"xs = [{', '.join(a for a, _ in values)}]", f"xs = [{', '.join(b for _, b in values)}]")
            p.add("print(xs, xs[0] == xs[1], len({x: 1 for x in xs}))")
            if number:
                p.add("print([x.changed() for x in xs], xs[0].total(xs[1]), xs[0].total(dyn(xs[-1])))")
            f = r.choice(list(fields))
            with p.block("for x in xs:"):
                with p.block("match x:"):
                    names = [self.fresh("m") for _ in fields]
                    p.add(f"case {name}({', '.join(f'{g}={m}' for g, m in zip(fields, names))}) if {names[0]} == xs[0].{list(fields)[0]}: print('first', {', '.join(names)})")
                    p.add(f"case {name}({names[0]}): print('other', {names[0]})")
                p.add(f"print(x.with_({f}=x.{f}) == x, hash(x) == hash(x.with_({f}=xs[0].{f})))")
            p.add(f"xs[0].{f} = 1")
        p.add(f"attempt('{use}', {use})")
        return p

    def instance(self, name, fields):
        r = self.rng
        parts = [self.pick("'a'", "'bc'", "''") if k == "str" else self.literal(k)[1].strip("()") if k != "f32" else self.pick("0.5", "0.1", "3") for k in fields.values()]
        if r.random() < 0.06:
            parts[r.randrange(len(parts))] = self.pick("dyn('z')", "dyn(None)", "dyn(300)", "dyn(-1)", "dyn(1.5)", "dyn(2 ** 70)")
        if r.random() < 0.3:
            parts = [f"{f}={v}" for f, v in zip(fields, parts)]
        text = f"{name}({', '.join(parts)})"
        return text, text

    # ---- enums
    def enum(self):
        p, r, name = Pair(), self.rng, self.fresh("E")
        variants = {self.fresh("V"): [self.pick("int", "u8", "float", "str", "u32") for _ in range(r.choice([0, 1, 1, 2, 3]))] for _ in range(r.randint(2, 4))}
        with p.block(f"enum {name}:", f"class {name}(Variant):"):
            p.twin.add("pass")
            for v, kinds in variants.items():
                p.otter.add(f"{v}: ({', '.join(kinds)})" if kinds else v)
        for v, kinds in variants.items():
            p.twin.add(f"variant({', '.join([name, repr(v)] + [repr(k) for k in kinds])})")
        read = self.fresh("read")
        with p.block(f"fn {read}(e):", f"def {read}(e):"):
            p.otter.add("let v = match e:")
            with Both(p, False):
                self.arms(p, name, variants)
            p.otter.add("return v")
            p.twin.add("return v")
        for _ in range(4):
            v, kinds = r.choice(list(variants.items()))
            if kinds:
                values = ["'a'" if k == "str" else self.literal(k)[1].strip("()") for k in kinds]
                if r.random() < 0.08:
                    values[0] = self.pick("dyn('z')", "dyn(None)", "dyn(300)", "dyn(-1)")
                text = f"{name}.{v}({', '.join(values)})"
            else:
                text = f"{name}.{v}"
            p.add(f"attempt('{read}', lambda: ({text}, {read}({text}), {text} == {text}, hash({text}) == hash({text})))")
        self.enums.append((name, variants))
        return p

    def arms(self, p, name, variants):
        p.twin.add("match e:")
        p.twin.depth += 1
        for v, kinds in variants.items():
            names = [self.fresh("q") for _ in kinds]
            known = {n: k for n, k in zip(names, kinds) if k != "str"}
            kind = self.pick(*(list(known.values()) or ["int"]))
            ao, at = self.expr("int", {n: k for n, k in known.items() if k == "int"}, 2)
            pattern = f"{name}.{v}({', '.join(names)})" if kinds else f"{name}.{v}"
            p.otter.add(f"case {pattern}: ({', '.join([ao] + names)}, {kind!r})")
            p.twin.add(f"case {pattern}: v = ({', '.join([at] + names)}, {kind!r})")
        p.twin.depth -= 1

    # ---- Option, Result and ?
    def early(self):
        p, r, name = Pair(), self.rng, self.fresh("t")
        inner = self.fresh("r")
        ok, bad, none = ("Result.Ok", "Result.Err", False) if r.random() < 0.6 else ("Option.Some", "Option.None", True)
        ao, at = self.expr("int", {"n": "int"}, 2)
        with p.block(f"fn {inner}(n: int):", f"def {inner}(n):"):
            failing, n = "" if none else "(n)", r.randint(2, 4)
            p.add(f"if n % {n} == 0: return {bad}{failing}", f"if n % {n} == 0: return {'Nothing' if none else bad}{failing}")
            p.add(f"return {ok}({ao})", f"return {ok}({at})")
        with p.block(f"fn {name}(a, b):", "@early"):
            p.twin.depth -= 1
            p.twin.add(f"def {name}(a, b):")
            p.twin.depth += 1
            p.add("total = 0")
            with p.block("for i in 0..3:", "for i in range(0, 3):"):
                with p.block("try:"):
                    p.add(f"total += {inner}(a + i)? * {inner}(b)?", f"total += unwrap({inner}(a + i)) * unwrap({inner}(b))")
                with p.block(f"finally:"):
                    p.add("print('finally', i, total)")
            p.add(f"return {ok}(total)")
        for _ in range(4):
            p.add(f"attempt('{name}', {name}, {r.randint(-5, 9)}, {r.randint(-5, 9)})")
        return p

    # ---- tasks
    def tasks(self):
        p, r, name = Pair(), self.rng, self.fresh("w")
        if not self.functions:
            return self.function()
        f, kinds, result = r.choice(self.functions)
        arguments = [[self.literal(k) for k in kinds] for _ in range(3)]
        with p.block(f"def {name}():"):
            p.add("found = []")
            for args in arguments:
                p.add(f"found.append(spawn {f}({', '.join(a for a, _ in args)}))", f"found.append(lambda: {f}({', '.join(b for _, b in args)}))")
            p.add("out = []")
            with p.block("for t in found:"):
                with p.block("try:"):
                    p.add("out.append(await t)", "out.append(t())")
                with p.block("except Exception as err:"):
                    p.add("out.append(type(err).__name__)")
            p.add("squares = [0] * 20")
            with p.block("parallel for i in 0..20:", "for i in range(20):"):
                p.add(f"squares[i] = i * i + {r.randint(0, 9)}")
            p.add("return out, squares")
        p.add(f"attempt('{name}', {name})")
        return p

    def program(self):
        makes = [self.function, self.struct, self.enum, self.early, self.tasks]
        chunks = [self.function()]
        for _ in range(self.rng.randint(8, 16)):
            chunks.append(self.rng.choices(makes, (8, 3, 3, 2, 1))[0]())
        return [("\n".join(p.otter.lines), "\n".join(p.twin.lines)) for p in chunks]


def write(chunks, directory):
    pathlib.Path(directory, "p.ot").write_text(OTTER_PRELUDE + "\n" + "\n".join(o for o, _ in chunks) + "\n")
    pathlib.Path(directory, "twin.py").write_text(TWIN_PRELUDE + "\n" + "\n".join(t for _, t in chunks) + "\n")


def run(otter, mode, directory):
    if mode == "build":
        built = fuzz_modes.execute([otter, "build", "p.ot", "-o", "p"], directory)
        return fuzz_modes.execute(["./p"], directory) if built[0] == 0 else built
    how = {"run": ["--no-cache"], "tier": ["--stress=tier"], "deopt": ["--stress=deopt"]}.get(mode, [f"--mode={mode}"])
    return fuzz_modes.execute([otter, "run", *how, "p.ot"], directory)


def differing(options, chunks, directory):
    write(chunks, directory)
    want = fuzz_modes.execute([fuzz_modes.PYTHON, "-S", "-W", "ignore", "twin.py"], directory)
    if want[0] != 0:
        return None
    for mode in options.modes:
        got = run(str(options.otter), mode, directory)
        if got != want and got[0] != "timeout":
            return mode, want, got
    return None


def shrink(options, chunks, mode, directory):
    options = argparse.Namespace(otter=options.otter, modes=[mode])
    at = len(chunks) - 1
    while at >= 0:
        fewer = chunks[:at] + chunks[at + 1:]
        if fewer and differing(options, fewer, directory):
            chunks = fewer
        at -= 1
    return chunks


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--otter", type=pathlib.Path, default=fuzz_modes.ROOT / "build" / "otter")
    parser.add_argument("--modes", default="interp,jit,tier", type=lambda s: s.split(","))
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--programs", type=int, default=10**9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stop-after", type=int, default=3)
    options = parser.parse_args()
    options.otter = options.otter.resolve()
    end, count, faults = time.monotonic() + options.seconds, 0, 0
    with tempfile.TemporaryDirectory(prefix="otter-fuzz-") as directory:
        while time.monotonic() < end and count < options.programs and faults < options.stop_after:
            chunks = Typed(random.Random(options.seed * 1000003 + count)).program()
            count += 1
            found = differing(options, chunks, directory)
            if not found:
                continue
            faults += 1
            chunks = shrink(options, chunks, found[0], directory)
            mode, want, got = differing(options, chunks, directory) or found
            kept = options.otter.parent / "fuzz"
            kept.mkdir(exist_ok=True)
            write(chunks, kept)
            for name, suffix in (("p.ot", ".ot"), ("twin.py", ".py")):
                (kept / name).rename(kept / f"typed-{options.seed}-{count}{suffix}")
            print(f"mode {mode} differs on {kept}/typed-{options.seed}-{count}.ot\n{fuzz_modes.first_difference(want, got)}", flush=True)
    print(f"{count} programs, {faults} faults (seed {options.seed}, modes {','.join(options.modes)})")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
