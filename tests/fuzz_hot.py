#!/usr/bin/python3
"""Random functions that are hot and change their ways: types that turn in the middle of a loop, ints that outgrow a word, slices with
steps, dicts and sets changed while they are walked, pipelines of generators, try, finally and return in loops, objects that compare by
special methods. Options and procedure are those of fuzz_modes.py.
"""

import sys

import fuzz_modes
import fuzz_objects

PRELUDE = fuzz_objects.PRELUDE + '''
class Box:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < (o.v if isinstance(o, Box) else o)
    def __eq__(self, o): return self.v == (o.v if isinstance(o, Box) else o)
    def __hash__(self): return hash(self.v)
    def __add__(self, o): return Box(self.v + (o.v if isinstance(o, Box) else o))
    def __radd__(self, o): return Box(o + self.v)
    def __repr__(self): return f"Box({self.v!r})"
class Odd(Box):
    def __lt__(self, o): return not Box.__lt__(self, o)
    def __add__(self, o): return NotImplemented
def small(v):
    if isinstance(v, float): return v if -1e90 < v < 1e90 else 0.5
    if isinstance(v, int): return v if -1 << 200 < v < 1 << 200 else v % 1000003
    if isinstance(v, (str, list, tuple, bytes)): return v[:30]
    if isinstance(v, Box): return type(v)(small(v.v))
    return v
'''


class Hot(fuzz_objects.Objects):
    def number(self, names, depth=2):
        return super().number([n for n in names], depth)

    def turning(self):
        """A value that is of one type for a while and of another then."""
        a, b = self.some(["i", "i * 0.5", "str(i)", "[i]", "(i, 1)", "Box(i)", "Odd(i)", "2 ** 62 + i", "-(2 ** 63) + i", "i % 2 == 0", "None", "i * 1e300", "b'x' * (i % 3)", "1 << i % 70"], 2, 2)
        at = self.pick("5", "n - 3", "n // 2", "700", "2")
        return self.pick(f"({a} if i < {at} else {b})", f"({a} if i % {self.pick('7', '100', '2')} else {b})", a)

    def step(self, names):
        r = self.rng
        t, u = self.turning(), self.turning()
        op = self.pick("+", "-", "*", "//", "%", "<<", ">>", "&", "|", "^", "/", "**")
        cmp = self.pick("<", "<=", "==", "!=", ">", ">=", "in", "is", "not in")
        part = lambda: self.pick("", "", str(r.randint(-6, 6)), "i % 5", "-i % 4")
        piece = f"{part()}:{part()}" + self.pick("", f":{self.pick(-3, -2, -1, 1, 2, 3)}")
        return self.pick(
            f"acc = small(acc + {t})", f"x = small({t} {op if op not in ('<<', '**') else '+'} {u})", f"x = small(x {op if op not in ('<<', '**') else '*'} {self.pick('3', '0.5', t)})",
            f"if {t} {cmp} {u}: hits += 1", f"data[{piece}] = data[{piece}]", f"data[{piece}] = [{t}, {u}]", f"del data[{piece}]; data += [i] * 3", f"acc = small(data[{piece}])",
            f"seen[{self.pick('i % 9', t, 'str(i % 5)', 'i % 3 * 0.5')}] = {u}", f"seen.pop({self.pick('i % 9', t)}, None)", f"acc = seen.get({t}, {u})",
            f"data.sort(key={self.pick('str', 'repr', 'None')})", f"data.insert(i % 4, {t})", f"data.append({t}); data = data[-9:]", f"hits += len(data[{piece}])",
            f"acc = small(sum(q for q in data if type(q) in (int, float)))", f"acc = f'{{i:{self.pick('5', '<4', 'x', '+,', '08b', '_')}}}'", f"acc = {self.pick('min', 'max')}({t}, {u})",
            f"s = s + {self.pick('str(i % 10)', 'chr(97 + i % 26)', repr('é'))}; s = s[-20:]", f"x = small(int.from_bytes(s.encode()[:{r.randint(1, 9)}], 'big'))", "x = hash(i * 0.5) & 0xFF",
            f"x, acc = acc, x", f"x = abs({self.pick('x', t)})", f"x = divmod(i * {r.randint(1, 9)}, {self.pick('3', '-7', '2 ** 65', '0.5')})[{r.randint(0, 1)}]")

    def guardeds(self, src, names, depth):
        r = self.rng
        for _ in range(r.randint(1, 3)):
            choice = r.random()
            if choice < 0.55 or depth == 0:
                src.add(self.step(names))
            elif choice < 0.7:
                with src.block("try:"):
                    self.guardeds(src, names, depth - 1)
                    if self.chance(0.3):
                        src.add(f"if i == {self.pick('3', 'n - 2', 'n // 2')}: {self.pick('continue', 'break', 'return acc, hits', 'raise KeyError(i)')}")
                with src.block(f"except {self.pick('TypeError', '(ValueError, KeyError)', 'ArithmeticError', 'Exception')}{self.pick('', ' as e')}:"):
                    src.add(self.pick("hits += 100", "acc = hits", "data = [1, 2.5, 'z', Box(2)]", "continue"))
                if self.chance(0.5):
                    with src.block("finally:"):
                        src.add(self.pick("hits += 1", "x = i", self.step(names), "if hits > 2000: break"))
            elif choice < 0.8:
                with src.block(f"if {self.turning()}:"):
                    self.guardeds(src, names, depth - 1)
            elif choice < 0.9:
                with src.block(self.pick("for k in list(seen):", "for k in seen:", "for k in data[:4]:", "for k in sorted(seen, key=str):", "for j, k in enumerate(seen.items()):")):
                    src.add(self.pick("hits += 1", "seen[k] = i", "seen.pop(k, None)", "seen[len(seen)] = k", "acc = k", "if hits % 5 == 0: break"))
            else:
                src.add(f"for q in pipe_a(pipe_b(data[:5], {r.randint(0, 3)}), i): acc = q")

    def hot(self):
        src, name = fuzz_modes.Source(), self.fresh("hot")
        with src.block(f"def {name}(n, x, data):"):
            src.add("acc, hits, seen, s, i = 0, 0, {1: 2, 'a': 3}, 'ab', 0")
            with src.block(self.pick("def pipe_a(source, k):", "def pipe_a(source, k=1):")):
                with src.block("try:"):
                    with src.block("for v in source:"):
                        src.add(self.pick("yield v", "yield (v, k)", "if type(v) is int: yield v + k", "yield [v] * 2"))
                with src.block("finally:"):
                    src.add("nonlocal hits\n" + "    " * src.depth + "hits += 1" if self.chance(0.5) else "pass")
            with src.block("def pipe_b(source, k):"):
                src.add(self.pick("yield from source", "yield from (v for v in source if v != k)", "yield from zip(source, range(k))", "yield k\n" + "    " * src.depth + "yield from source"))
            with src.block(self.pick("for i in range(n):", "while i < n:", "for i in range(n, 0, -1):")):
                if src.lines[-1].lstrip().startswith("while"):
                    src.add("i += 1")
                self.guardeds(src, ["i", "n", "hits"], 2)
                src.add("if len(seen) > 40: seen = {1: 2}")
                src.add("if len(data) > 40: data = data[:5]")
            src.add("return acc, x, hits, data[:6], list(seen.items())[:6], s")
        for _ in range(self.rng.randint(1, 3)):
            src.add(f"attempt('{name}', {name}, {self.pick('3', '60', '400', '1500')}, {self.pick('0', '1.5', '2 ** 61', 'None', repr('t'), 'Box(1)')}, {self.pick('[]', '[3, 1, 2]', '[1.5, 2]', '[1, 2.5, None]', 'list(range(20))', '[Box(1), Odd(2)]')})")
        return src.lines

    def program(self):
        return [self.hot() for _ in range(self.rng.randint(3, 6))]


if __name__ == "__main__":
    fuzz_modes.PRELUDE, fuzz_modes.Generator = PRELUDE, Hot
    sys.exit(fuzz_modes.main())
