# Conditional expressions, nesting, and evaluation order.
def t(name, value):
    print("eval", name)
    return value


print(t("then", 1) if t("cond", True) else t("else", 2))
print(t("then", 1) if t("cond", False) else t("else", 2))
for n in range(6):
    print("zero" if n == 0 else "one" if n == 1 else "even" if n % 2 == 0 else "odd")
f = (lambda x: x + 1) if True else (lambda x: x - 1)
print(f(1), [a if a else b for a, b in ((0, 1), (2, 3))], (1, 2) if [] else (3, 4))
x = 1 if 0 else 2,
print(x, {1 if True else 2: 3 if False else 4}, "yes" if "" else "no" if [] else "never")
print(t("a", 1) + t("b", 2) * t("c", 3))
print([t("i", 0), t("j", 1)][t("k", 1)])
d = {}
d[t("key", "k")] = t("value", "v")
print(d, t("l", 3) < t("m", 2) < t("n", 1))
def g(*a, **k):
    return a, k
print(t("g", g)(t("p", 1), *t("q", [2]), r=t("r", 3), **t("s", {"u": 4})))
a, b = t("right1", 1), t("right2", 2)
lst = [0, 0]
i = 0
i, lst[i] = 1, 9
print(i, lst)
