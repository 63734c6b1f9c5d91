# with: enter/exit order, suppression, several items, exceptions in enter and exit, as targets.
class M:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("enter failed")
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print("exit", self.name, kind.__name__ if kind else None, value, tb is not None)
        if self.fail == "exit":
            raise RuntimeError("exit failed")
        return self.suppress


with M("a") as x:
    print("body", x)
with M("b"), M("c") as y, M("d"):
    print("body", y)
with (M("e") as p, M("f") as q):
    print(p, q)
with (M("g"),):
    pass
with M("sup", suppress=True):
    raise ValueError("hidden")
print("after suppressed")
try:
    with M("out"), M("in"):
        raise KeyError("k")
except KeyError as e:
    print("caught", e)
try:
    with M("one"), M("two", fail="enter"):
        print("never")
except RuntimeError as e:
    print(e)
try:
    with M("x", fail="exit"):
        raise ValueError("original")
except RuntimeError as e:
    print(e, repr(e.__context__))
with M("outer", suppress=True):
    with M("inner", fail="exit"):
        pass


def ret():
    with M("ret"):
        return "returned"


def loop():
    for i in range(3):
        with M(f"loop{i}"):
            if i == 0:
                continue
            if i == 1:
                break
    return i


print(ret(), loop())


def gen():
    with M("gen"):
        yield 1
        yield 2


for v in gen():
    print(v)
g = gen()
print(next(g))
g.close()


class Obj:
    pass


o, d, l = Obj(), {}, [0]
with M("attr") as o.x, M("item") as d["k"], M("elem") as l[0]:
    pass
print(o.x, d, l)


class Tup:
    def __enter__(self): return 1, (2, 3)
    def __exit__(self, *a): return None


with Tup() as (a, (b, c)):
    print(a, b, c)
for bad in (5, Obj()):
    try:
        with bad:
            pass
    except TypeError as e:
        print(e)


class OnlyEnter:
    def __enter__(self): return self


try:
    with OnlyEnter():
        pass
except TypeError as e:
    print(e)
with M("nested-sup", suppress=True):
    try:
        raise ValueError("v")
    finally:
        print("finally runs")
print("done")
