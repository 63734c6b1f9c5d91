# break and continue in nested loops with try, with, match and generators around them.
class Ctx:
    def __init__(self, n): self.n = n
    def __enter__(self): return self
    def __exit__(self, *a): log.append(f"x{self.n}")


log = []
for i in range(4):
    with Ctx(i):
        for j in range(4):
            try:
                if j == 1:
                    continue
                if j == 3:
                    break
                log.append((i, j))
            finally:
                log.append(f"f{j}")
        else:
            log.append("no")
        if i == 2:
            break
print(log)


def find(matrix, pred):
    for r, row in enumerate(matrix):
        for c, v in enumerate(row):
            try:
                if pred(v):
                    return r, c
            except TypeError:
                continue
    return None


print(find([[1, "a"], [None, 5]], lambda v: v > 4), find([[1]], lambda v: v > 4))


def gen():
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 4:
                return
            yield i
        finally:
            yield f"end {i}"


print(list(gen()))


def deep(n):
    out = []
    while True:
        n -= 1
        for k in range(n):
            if k == 2:
                break
            while k:
                k -= 1
                if k % 2:
                    continue
                out.append((n, k))
                break
            else:
                out.append("while-else")
        else:
            out.append("for-else")
            if n < 1:
                return out


print(deep(4))


def levels():
    for a in range(3):
        for b in range(3):
            for c in range(3):
                if c == 1 and b == 1:
                    break
                if a == 2:
                    return
                yield a, b, c
            else:
                continue
            break


print(list(levels()))
count = 0
for i in range(100):
    if i % 2: continue
    if i % 3: continue
    if i > 60: break
    count += i
else:
    count = -1
print(count, i)
x = 0
while x < 10:
    x += 1
    try:
        if x == 3: raise ValueError
        if x == 5: continue
        if x == 7: break
    except ValueError:
        x += 10 if x > 5 else 0
        continue
    else:
        log.append(x)
    finally:
        x += 0.5
print(x, log[-4:])
def early(items):
    for item in items:
        with Ctx(item):
            if item < 0: return "negative"
            if item == 0: continue
            for _ in range(item):
                if item > 3: break
            else: continue
            return f"big {item}"
    return "none"
log.clear()
print(early([1, 0, 2]), early([1, 5, 2]), early([0, -1]), early([]), log)
