e = Exception("x", 2)
print(repr(e), str(e), e.args)
e.args = [1, 2]
print(repr(e), e.__traceback__, e.__cause__, e.__context__, e.__suppress_context__)
try:
    e.__cause__ = 5
except TypeError as t: print(t)
try:
    e.__context__ = 5
except TypeError as t: print(t)
try:
    e.__traceback__ = 5
except TypeError as t: print(t)
try:
    del e.__cause__
except TypeError as t: print(t)
try:
    del e.args
except TypeError as t: print(t)
try:
    e.add_note(5)
except TypeError as t: print(t)
try:
    raise 5
except TypeError as t: print(t)
try:
    raise ValueError from 5
except TypeError as t: print(t)
try:
    raise int
except TypeError as t: print(t)
try:
    ValueError(a=1)
except TypeError as t: print(t)
try:
    ImportError(a=1)
except TypeError as t: print(t)
try:
    try: raise ValueError
    except int: pass
except TypeError as t: print(t)
print(ImportError("m", name="n", path="p").name, NameError("x", name="y").name, AttributeError("x", name="n", obj=3).obj)
print(StopIteration(5).value, StopIteration().value, SystemExit(3).code, SystemExit().code, SystemExit(1,2).code)
print(KeyError("a"), KeyError(), KeyError(1, 2), repr(KeyError("a")))
try: {}[(1, 2)]
except KeyError as k: print(k, k.args)
class E(Exception): pass
class F(E):
    def __init__(self, a): self.a = a
print(F(1).args, repr(F(1)), str(F(7)))
print(E.__mro__)
try: [].foo
except AttributeError as a: print(a, a.name, a.obj)
try: foo
except NameError as n: print(n, n.name)
def ub():
    print(loc)
    loc = 1
try: ub()
except UnboundLocalError as n: print(n, n.name)
def tb():
    try:
        1/0
    except Exception as x:
        return x
x = tb()
print(x.__traceback__.tb_lineno, x.__traceback__.tb_next)
y = x.with_traceback(None)
print(y is x, y.__traceback__)
print(isinstance(x, ArithmeticError), issubclass(KeyError, LookupError))
e = BaseException.__new__(ValueError, 1, 2)
print(repr(e))
print(SyntaxError("bad", ("f.py", 3, 4, "text")), SyntaxError("bad").msg)
