# Assignment expressions and where their names live.
if (n := len([1, 2, 3])) > 2:
    print("long", n)
data = [1, 5, 2, 8, 3]
print([y for x in data if (y := x * 2) > 5], y)
print((a := 1) + (b := 2), a, b)
it = iter([3, 2, 1, 0, 9])
while (v := next(it)):
    print(v, end=" ")
print("stopped at", v)


def f(x, *rest, **named):
    return x, rest, named


print(f(q := 5, w := 6), q, w, f((z := 1), k=(m := 2)), z, m)
print(any((hit := s).startswith("b") for s in ("apple", "banana", "cherry")), hit)
print([last := i for i in range(4)], last)


def scope():
    total = 0
    sums = [total := total + i for i in range(5)]
    return total, sums


print(scope())
print(f"{(k := 10)} {k:=5}", k)
x = y = z = 0
print((x := 4, y := 5), x, y)
d = {"a": (t := 3), "b": t}
print(d, [1, 2, 3][(i := 1)], i)
while chunk := data[:2]:
    print(chunk)
    data = data[2:]
print((lambda: (inner := 3) * inner)())
