# Left to right: operands, arguments, subscripts, displays, assignments, default arguments.
trace = []


def t(name, value=None):
    trace.append(name)
    return name if value is None else value


def flush(label):
    print(label, " ".join(trace))
    trace.clear()


t("a", 1) + t("b", 2) * t("c", 3) - t("d", 4)
flush("arith")
t("f", lambda *a, **k: None)(t("x"), *t("y", [1]), t("z"), k=t("k"), **t("m", {}))
flush("call")
[t("1"), t("2")][t("i", 0)]
flush("subscript")
{t("k1"): t("v1"), t("k2"): t("v2")}
flush("dict")
t("l", [0, 0])[t("i", 0)] = t("rhs")
flush("setitem")
t("l", [0, 0])[t("i", 0)] += t("rhs", 1)
flush("augitem")


class O:
    pass


o = O()
t("o", o).x = t("value")
flush("setattr")
a = b = t("once")
flush("chain assign")
t("l1", [0])[t("i1", 0)], t("l2", [0])[t("i2", 0)] = t("r1"), t("r2")
flush("tuple assign")
t("lo", 1) < t("mid", 2) < t("hi", 3)
flush("compare")
t("yes", 1) if t("cond", True) else t("no", 0)
flush("ifexp")
(t("p", 0) or t("q", 1)) and t("r", 2)
flush("bool")
def f(x=t("d1"), y=t("d2")) -> t("ret", int): pass
flush("defaults")
f"{t('e1')} {t('e2'):{t('spec', '>5')}}"
flush("fstring")
[t("body") for _ in t("iter", [1, 2]) if t("if", True)]
flush("comprehension")
{t("kk"): t("vv") for _ in (1,)}
flush("dict comprehension")
t("s", "abc")[t("from", 0):t("to", 2):t("step", 1)]
flush("slice")
del t("dl", [1, 2])[t("di", 0)]
flush("delete")
try:
    raise t("exc", ValueError) from t("cause", TypeError)
except ValueError:
    flush("raise")
assert t("ok", True), t("message")
flush("assert")
@t("dec1", lambda g: g)
@t("dec2", lambda g: g)
def g(x=t("default")): pass
flush("decorators")
class C(t("base", object)):
    x = t("body")
flush("class")
for i in t("it", [1]):
    t("loop")
else:
    t("else")
flush("for")
class CM:
    def __enter__(self): t("enter")
    def __exit__(self, *a): t("exit")
with t("cm", CM()) as h:
    t("in with")
flush("with")
(lambda x, y=t("ld"): t("lambda body"))(t("la"))
flush("lambda")
print(*[t("s1"), t("s2")], sep=t("sep", ","))
flush("print")
not t("n", 0)
-t("u", 1)
t("in1", 1) in t("in2", [1])
flush("unary")
(y := t("walrus", 3)) + t("after", 1)
flush("walrus")
