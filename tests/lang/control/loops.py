# while and for with else, break, continue, nesting, mutation, loop variables.
i = 0
while i < 5:
    i += 1
    if i == 2:
        continue
    if i == 4:
        break
    print(i, end=" ")
else:
    print("not reached")
print("|", i)
while False:
    pass
else:
    print("while else")
for x in []:
    pass
else:
    print("empty for else")
for x in range(3):
    if x == 5:
        break
else:
    print("no break", x)
for x in range(3):
    if x == 1:
        break
else:
    print("wrong")
for i in range(3):
    for j in range(3):
        if j == 2:
            break
        if i == 1:
            continue
        print((i, j), end=" ")
    else:
        print("never")
print(i, j)
def search(rows, target):
    for r, row in enumerate(rows):
        for c, v in enumerate(row):
            if v == target:
                return r, c
    return None
print(search([[1, 2], [3, 4]], 3), search([[1]], 9))
lst = [1, 2, 3]
for v in lst:
    if len(lst) < 6:
        lst.append(v * 10)
print(lst)
for i in range(3):
    i = i * 100
    print(i, end=" ")
print()
for k in {"a": 1, "b": 2}: print(k, end=" ")
for c in "añ😀": print(c, end=" ")
for b in b"ab": print(b, end=" ")
for t in ((1, 2), (3, 4)): print(*t, end=" ")
for a, *r in ["abc"]: print(a, r)
n, steps = 27, 0
while n != 1: n, steps = (n // 2 if n % 2 == 0 else 3 * n + 1), steps + 1
print(steps)
def nested_else(n):
    for i in range(n):
        for j in range(i):
            if i * j == 6:
                break
        else:
            continue
        return i, j
    else:
        return "none"
print(nested_else(3), nested_else(5))
while True:
    try:
        break
    finally:
        print("finally on break")
for i in range(2):
    try:
        continue
    finally:
        print("finally on continue", i)
for x in iter([1, 2, 3]):
    if x == 2: continue
    print(x)
class Obj: pass
o = Obj()
d = {}
for o.attr in range(3): pass
for d["key"] in "xy": pass
print(o.attr, d)
for _ in range(2): pass; print("inline")
