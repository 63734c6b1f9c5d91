# __str__, __repr__, __format__, __bytes__, __bool__, default reprs.
class A:
    def __repr__(self): return "A()"


class B:
    def __str__(self): return "B str"


class C:
    def __str__(self): return "C str"
    def __repr__(self): return "C repr"
    def __format__(self, spec): return f"C[{spec}]"
    def __bytes__(self): return b"C bytes"


print(A(), str(A()), repr(A()), f"{A()}", [A()], str(B()), C(), repr(C()), [C()], f"{C()} {C():>5} {C()!r} {C()!s}", "{:x}".format(C()), format(C()), format(C(), "q"), bytes(C()), "%s %r" % (C(), C()))
text = repr(B())
print(text.startswith("<__main__.B object at 0x"), text.endswith(">"), repr(object()).startswith("<object object at 0x"), repr(B), repr(A.__repr__).startswith("<function A.__repr__ at 0x"), repr(B().__str__).startswith("<bound method B.__str__ of <__main__.B object at"))
print(repr(len), repr("".join).startswith("<built-in method join of str object at"), repr(print), repr(int), repr(type), repr(ValueError), repr(type(None)), repr(lambda: 0).startswith("<function <lambda> at 0x"), repr(range), repr(super).startswith("<class"))


class Nested:
    class In: pass
    def m(self):
        class Local: pass
        return Local


print(Nested.In, Nested().m(), type(Nested.In()).__name__, Nested().m().__qualname__)
for bad in (lambda: format(A(), "x"), lambda: f"{B():>5}", lambda: str(type("R", (), {"__repr__": lambda s: 5})()) if False else format(object(), "d")):
    try:
        print(bad())
    except TypeError as e:
        print(e)


class BadRepr:
    def __repr__(self): return 5


class BadStr:
    def __str__(self): return None


class BadBool:
    def __bool__(self): return "yes"


class BadFormat:
    def __format__(self, s): return 5


for bad in (lambda: repr(BadRepr()), lambda: str(BadStr()), lambda: bool(BadBool()), lambda: format(BadFormat()), lambda: [BadRepr()].__repr__(), lambda: f"{BadFormat()}", lambda: not BadBool()):
    try:
        print(bad())
    except TypeError as e:
        print(e)


class Node:
    def __init__(self, *kids): self.kids = kids
    def __repr__(self): return f"Node({', '.join(map(repr, self.kids))})"


print(Node(Node(), Node(Node(1), "a")), {"k": Node()}, (Node(),))


class S(str):
    def __str__(self): return "S.__str__"


print(S("raw"), str(S("raw")), repr(S("raw")), f"{S('raw')}", S("raw") + "", [S("raw")], "".join([S("raw")]), "%s" % S("raw"))
class E(Exception):
    def __str__(self): return "custom text"
print(E(1, 2), repr(E(1, 2)), str(E()), [E("x")], f"{E()}")
