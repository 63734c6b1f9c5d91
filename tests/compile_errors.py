#!/usr/bin/python3
"""Programs that must not compile.

Those that CPython refuses, Otter refuses on the same line and in the same words. What Otter alone refuses carries its
line and words in a first comment: `#> LINE: WORDS`.

    tests/compile_errors.py --otter build/otter
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

# One program each. What CPython says about it is asked of CPython.
PROGRAMS = r'''
x = "ab\N{no such character}"
---
x = "\N{bullet"
---
x = f"{1}\N"
---
x = "é\x4"
---
x = "\u12"
---
x = b"a\xg"
---
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
---
match x:
    case {"a": 1, "b": 2, "a": 3}: pass
---
match x:
    case {0: 1, False: 2}: pass
---
[i for i in (lambda: (j := range(5)))()]
---
def g(a: (yield)): pass
---
x: (yield)
---
(__debug__ := 1)
---
obj.__debug__ = 1
---
f(__debug__=1)
---
def f(*xx, __debug__): pass
---
for __debug__ in x: pass
'''

# What Otter refuses by name, and what its own rules forbid.
REFUSED = r'''
#> 2: 'async def' is not supported
async def f(): pass
---
#> 3: 'async for' is not supported
async def f():
    async for x in y: pass
---
#> 2: extern "Rust" is refused
extern "Rust" fn sqrt(x: float) -> float
---
#> 2: 'exec' is refused
exec("x = 1")
---
#> 3: 'eval' is refused
def f():
    return eval("1")
---
#> 2: 'compile' is refused
c = compile("1", "a", "eval")
---
#> 2: metaclasses other than ABCMeta and EnumMeta are refused
class C(metaclass=Meta): pass
---
#> 4: 'except*' is not supported
try:
    pass
except* ValueError:
    pass
---
#> 2: 'x' is declared int by 'let', and this is str
let x: int = "a"
---
#> 3: 'x' is declared str by 'let', and this is int
let x = "a"
x = 1
---
#> 4: 'n' is declared float by 'let', and this is list
def f():
    let n = 1.5
    n = []
---
#> 3: u8 and u16 do not mix
fn f(x: u8, y: u16):
    return x + y
---
#> 4: argument 'x' of f() must be int, and this is str
fn f(x: int):
    return x
f("a")
---
#> 5: cannot assign to field 'x'
struct P:
    x: int
    fn move():
        self.x = 1
---
#> 6: this match does not cover 'E.B'
enum E:
    A
    B
fn f(e):
    match e:
        case E.A:
            return 1
---
#> 3: '..' needs the builtin 'range'
range = 5
x = 0..3
---
#> 2: '?' outside function
x = f()?
'''


def python_says(text):
    try:
        compile(text, "program.py", "exec")
    except SyntaxError as error:
        return error.lineno, error.msg
    raise SystemExit(f"CPython accepts this:\n{text}")


def own_words(text):
    line, message = text.split("\n", 1)[0].removeprefix("#> ").split(": ", 1)
    return int(line), message


def otter_says(otter, text, name, folder):
    path = pathlib.Path(folder) / name
    path.write_text(text)
    done = subprocess.run([otter, "check", name], cwd=folder, capture_output=True, text=True, timeout=20)
    return done.returncode, done.stderr


def split(programs):
    return [text.strip("\n") + "\n" for text in programs.split("\n---\n")]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--otter", required=True)
    otter = str(pathlib.Path(parser.parse_args().otter).resolve())
    programs = [(text, "program.py", python_says(text)) for text in split(PROGRAMS)]
    programs += [(text, "program.ot", own_words(text)) for text in split(REFUSED)]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for text, name, (line, message) in programs:
            status, said = otter_says(otter, text, name, folder)
            if status == 2 and message in said and f"{name}:{line}:" in said:
                continue
            failed += 1
            print(f"FAIL\n{text}  expected, line {line}: {message}\n  Otter, status {status}: {said}")
    print(f"{len(programs) - failed} of {len(programs)} programs are refused as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
