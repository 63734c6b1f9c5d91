from dataclasses import dataclass
@dataclass
class Point:
    x: int
    y: int = 0

Point(1)
Point(1) == Point(1, 0)
@dataclass
class Point:
    z: float

Point(2.5)
import collections, functools
c = collections.Counter("hello"); c.most_common(1)
@functools.lru_cache
def slow(n): return n if n < 2 else slow(n - 1) + slow(n - 2)

slow(60)
with open("/dev/null") as f: f.read()

x = [
    1,

    2,
]
x
if x:
    # a comment
    y = 1
else:
    y = 2

y
match x:
    case [a, b]:
        print(a, b)
    case _:
        pass

a
f"{a}{b!r:>5}"
text = '''one

two'''
text
1; 2; 3
print("no newline", end="")
print()
class Sub(collections.OrderedDict):
    pass

Sub(a=1)["a"]
try:
    raise ValueError("first")
except ValueError as e:
    raise KeyError("second") from e

def gen():
    try:
        yield 1
    finally:
        print("closed")

it = gen()
next(it)
it.close()
def deco(f):
    return lambda *args: ("deco", f(*args))

@deco
def decorated(a):
    return a

decorated(3)
global_a = 1
def change():
    global global_a
    global_a += 1

change(); change()
global_a
def missing(): return not_there

missing()
not_there = "there"
missing()
import sys
sys.last_value
_ = "mine"
5
_
del _
6
_
def show(v):
    class Shown:
        def __repr__(self): return "<shown " + repr(v) + ">"
    return Shown()

show(3)
class Bad:
    def __repr__(self): raise RuntimeError("no repr")

Bad()
_
assert x == [1], "unequal"
from math import *
floor(2.5), pow(2, 3)
def later(): return tau > 6

later()
[v := 5, v ** 2]
v
__name__, __doc__
while True:
    v += 1
    if v > 8: break
else:
    print("not here")

v
raise SystemExit(3)
print("never")
