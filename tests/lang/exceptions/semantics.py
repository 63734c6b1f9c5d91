# more exception semantics
import sys
def show(e):
    seen = []
    while e is not None and len(seen) < 10:
        seen.append((type(e).__name__, e.args, e.__suppress_context__))
        e = e.__cause__ or e.__context__
    print(seen)
try:
    try:
        try: 1/0
        finally: {}["a"]
    except KeyError as k:
        raise ValueError("v") from None
except ValueError as v: show(v)
def gen():
    try:
        yield 1
    except ValueError as e:
        show(e)
        yield 2
    finally:
        print("fin", sys.exc_info()[0])
g = gen(); next(g)
try: raise KeyError("outer")
except KeyError:
    print(g.throw(ValueError("thrown")))
    print(sys.exc_info()[0])
    g.close()
class CM:
    def __init__(self, swallow): self.s = swallow
    def __enter__(self): return self
    def __exit__(self, t, v, tb):
        print("exit", t.__name__ if t else None, v, tb is not None)
        return self.s
with CM(True): raise ValueError("in with")
try:
    with CM(False): raise ValueError("in with 2")
except ValueError as e: show(e)
def f():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return "ret"
        finally:
            print("f", i)
print(f())
def g2():
    try: return "a"
    finally: return "b"
print(g2())
def h():
    while True:
        try: raise ValueError
        except ValueError: break
        finally: print("fin h")
    return "done"
print(h())
try: raise
except RuntimeError as e: print(e)
class E(Exception):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
try: raise E(4)
except E as e: print(e, e.code, e.args)
def nested():
    try: raise ValueError("x")
    except ValueError as e:
        try: raise TypeError("y")
        except TypeError: pass
        print(sys.exc_info()[1] is e)
    print(sys.exc_info())
nested()
try:
    exec_err = [int(x) for x in ["1", "a"]]
except ValueError as e: print(e)
e1 = ValueError("a"); e2 = ValueError("b")
e1.__cause__ = e2
print(e1.__suppress_context__, e1.__cause__ is e2)
try:
    try: raise e1
    except ValueError as x: raise e2
except ValueError as y: print(y.__context__ is e1, e1.__cause__ is e2)
def deco(f):
    def w():
        try: return f()
        except Exception as e: raise RuntimeError("wrap") from e
    return w
@deco
def bad(): return undefined_thing
try: bad()
except RuntimeError as e: show(e)
for exc in (ValueError, ValueError("inst"), KeyError("k", 2)):
    try: raise exc
    except (KeyError, ValueError) as e: print(repr(e))
try:
    try: raise ValueError
    except (TypeError, 5): pass
except TypeError as e: print(e)
except ValueError as e: print("VE")
try: assert False
except AssertionError as e: print(repr(e), e.args)
try: assert False, (1, 2)
except AssertionError as e: print(repr(e), e.args)
try:
    def gg():
        yield
        raise StopIteration("x")
    list(gg())
except RuntimeError as e: print(e, repr(e.__cause__))
print(isinstance(StopIteration(), Exception), issubclass(FileNotFoundError, OSError), IOError is OSError, EnvironmentError is OSError)
class MyExit(SystemExit): pass
try: sys.exit("bye")
except SystemExit as e: print(e.code, e.args)
try: sys.exit()
except SystemExit as e: print(e.code, e.args)
print(repr(KeyError("it's")), str(KeyError("it's")), str(KeyError()))
print(ValueError("a", "b"), ValueError(), repr(ValueError()))
x = Exception(); x.custom = 5; print(x.custom, x.__dict__)
print(hash(x) == hash(x), x == x, x != Exception())
