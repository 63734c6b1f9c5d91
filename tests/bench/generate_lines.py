#!/usr/bin/python3
"""Writes a made-up program of many lines, to see what building costs.

    tests/bench/generate_lines.py LINES [--seed N] [--annotated] > program.py

Functions, classes and loops of the usual sorts, all of them called once by `main`, so that nothing is left out as unused.
The program is valid Python and prints one number.
"""

import argparse
import random


def number(rng):
    return str(rng.randrange(1, 100))


def expression(rng, names, depth=2):
    if depth == 0 or rng.random() < 0.3:
        return rng.choice([*names, number(rng)])
    left, right = expression(rng, names, depth - 1), expression(rng, names, depth - 1)
    return f"({left} {rng.choice('+-*')} {right})"


def arithmetic(rng, name, typed):
    a, b, result = ("a: int", "b: int", " -> int") if typed else ("a", "b", "")
    lines = [f"def {name}({a}, {b}){result}:", "    x = a", "    y = b"]
    for _ in range(rng.randrange(4, 12)):
        lines.append(f"    {rng.choice('xy')} = {expression(rng, ['x', 'y', 'a', 'b'])} % {rng.randrange(97, 9973)}")
    return [*lines, "    if x > y:", "        return x - y", "    return x + y"]


def loop(rng, name, typed):
    head = f"def {name}(a: int, b: int) -> int:" if typed else f"def {name}(a, b):"
    body = f"        total = (total + {expression(rng, ['i', 'a', 'b'])}) % {rng.randrange(97, 9973)}"
    return [head, "    total = 0", f"    for i in range(a % {number(rng)} + 3):", body,
            "        if total % 5 == 0:", f"            total += {number(rng)}", "    return total"]


def containers(rng, name, typed):
    head = f"def {name}(a: int, b: int) -> int:" if typed else f"def {name}(a, b):"
    return [head, f"    items = [x * {number(rng)} for x in range(a % 20 + 2)]", "    counts = {}", "    for item in items:",
            f"        key = item % {number(rng)}", "        counts[key] = counts.get(key, 0) + 1", "    items.append(b)",
            '    text = ",".join(str(item) for item in items)', "    return len(text) + sum(items) % 1000 + len(counts)"]


def class_of(rng, name, typed):
    kind, result = (": int", " -> int") if typed else ("", "")
    lines = [f"class {name.capitalize()}:", f"    def __init__(self, a{kind}, b{kind}):", "        self.a = a", "        self.b = b"]
    for method in range(rng.randrange(2, 5)):
        lines += ["", f"    def method{method}(self, x{kind}){result}:", f"        self.a = {expression(rng, ['self.a', 'self.b', 'x'])} % 9973",
                  "        return self.a"]
    lines += ["", "", f"def {name}(a{kind}, b{kind}){result}:", f"    thing = {name.capitalize()}(a, b)", "    return thing.method0(a) + thing.method1(b)"]
    return lines


MAKERS = (arithmetic, loop, containers, class_of)
GROUP = 50  # functions called from one function


def program(count, rng, typed):
    lines, names = [], []
    while len(lines) + len(names) < count - 10:
        names.append(f"f{len(names)}")
        lines += ["", "", *rng.choice(MAKERS)(rng, names[-1], typed)]
    groups = [names[i:i + GROUP] for i in range(0, len(names), GROUP)]
    for i, group in enumerate(groups):
        lines += ["", "", f"def group{i}(total):", *(f"    total = (total + {name}({rng.randrange(50)}, total % 50)) % 1000003" for name in group),
                  "    return total"]
    return ["# Made by generate_lines.py.", *lines, "", "", "def main():", "    total = 1",
            *(f"    total = group{i}(total)" for i in range(len(groups))), "    print(total)", "", "", "main()"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--annotated", action="store_true")
    options = parser.parse_args()
    print("\n".join(program(options.lines, random.Random(options.seed), options.annotated)))


if __name__ == "__main__":
    main()
