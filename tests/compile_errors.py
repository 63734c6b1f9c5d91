#!/usr/bin/python3
"""Programs that CPython refuses to compile: Otter must refuse them too, on the same line and in the same words.

    tests/compile_errors.py --otter build/otter
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

# One program each. What CPython says about it is asked of CPython.
PROGRAMS = r'''
return 1
---
def f():
    pass
class C:
    return 2
---
break
---
if x:
    continue
---
for x in y:
    def g():
        break
---
for x in y:
    class C:
        continue
---
yield 1
---
class C:
    x = yield
---
def f():
    print(x)
    global x
---
def f():
    x = 1
    global x
---
def f(x):
    global x
---
def f(x):
    nonlocal x
---
nonlocal x
---
def f():
    nonlocal x
---
def f():
    def g():
        nonlocal y
---
def f():
    x = 1
    def g():
        print(x)
        nonlocal x
---
def f():
    x: int = 1
    global x
---
def f():
    global x
    x: int = 1
---
def g():
    x = 1
    def f():
        global x
        nonlocal x
---
def f(a, b, a): pass
---
f = lambda a, a: 1
---
def f(a, *a): pass
---
def f():
    from m import *
---
f(a=1, b=2, a=3)
---
try:
    pass
except:
    pass
except ValueError:
    pass
---
x = 1
from __future__ import annotations
---
from __future__ import braces_or_not
---
[y := x for x in (z := a)]
---
[x := 1 for x in a]
---
class C:
    t = [(n := x) for x in a]
---
[[(j := 0) for i in range(5)] for j in range(5)]
---
[(yield x) for x in y]
---
def f():
    return {(yield x): 1 for x in y}
---
def f():
    return (x for x in y if (yield))
---
match x:
    case _:
        pass
    case 1:
        pass
---
match x:
    case y:
        pass
    case 1:
        pass
---
match x:
    case y | 1:
        pass
---
match x:
    case [a, a]:
        pass
---
match x:
    case {"k": a, **a}:
        pass
---
match x:
    case 1 | y:
        pass
    case 2:
        pass
---
match x:
    case (1, a) | (2, b):
        pass
---
match x:
    case [*a, *b]:
        pass
---
match x:
    case P(a=1, a=2):
        pass
'''


def python_says(text):
    try:
        compile(text, "program.py", "exec")
    except SyntaxError as error:
        return error.lineno, error.msg
    raise SystemExit(f"CPython accepts this:\n{text}")


def otter_says(otter, text, folder):
    path = pathlib.Path(folder) / "program.py"
    path.write_text(text)
    done = subprocess.run([otter, "check", "program.py"], cwd=folder, capture_output=True, text=True, timeout=20)
    return done.returncode, done.stderr


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--otter", required=True)
    otter = str(pathlib.Path(parser.parse_args().otter).resolve())
    programs = [text.strip("\n") + "\n" for text in PROGRAMS.split("\n---\n")]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for text in programs:
            line, message = python_says(text)
            status, said = otter_says(otter, text, folder)
            if status == 2 and message in said and f"program.py:{line}:" in said:
                continue
            failed += 1
            print(f"FAIL\n{text}  CPython, line {line}: {message}\n  Otter, status {status}: {said}")
    print(f"{len(programs) - failed} of {len(programs)} refusals agree with CPython")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
