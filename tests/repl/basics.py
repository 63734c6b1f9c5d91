1+1
_
_ * 3
x = 5
x
None
"abc"
def f(n):
    if n < 2:
        return n
    return 0

f(7)
def f(n):
    return n if n < 2 else f(n-1) + f(n-2)

f(20)
for i in range(3):
    i

if x > 3: print("big")

1/0
f("a")
class A:
    def m(self):
        return self.v

a = A()
a.v = 4
a.m()
a.nope
class A(A):
    def m(self): return -1

A().m()
a.m()
import math
math.pi
from math import *
sqrt(4)
[y
 for y in range(4)]
"""a
b"""
try:
    1/0
except ZeroDivisionError as e:
    print("caught", e)

raise ValueError("x")
s = 'unc'; s
lst = [1,2,3]; lst[5]
undefined_name
x = \
7
x
def g():
    yield 1
    yield 2

list(g())
@staticmethod
def h(): return 1

h()
del x
x
len = lambda x: 42
len([1])
del len
len([1])
__name__
def outer():
    def inner():
        raise KeyError('k')
    inner()

outer()
import sys
sys.last_type
_
