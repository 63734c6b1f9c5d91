# Captured variables: what calls leave alone and what they change, unbound ones, ones that inner functions of inner functions write.
def param_read(b, n):
    rows = [[len(b)] * len(b) for _ in range(n)]
    total = 0
    for i in range(n):
        total += len(b) + rows[i][0] + sum(x for x in b)
    return total


def param_rebound(b):
    get = lambda: b
    first = get()
    b = b + [1]
    second = get()
    b.append(2)
    return first, second, get(), b


def inner_writes(v):
    def outer():
        def inner():
            nonlocal v
            v += 1
            return v
        return inner

    seen = []
    step = outer()
    for i in range(3):
        seen.append(v)
        step()
        seen.append(v * 10)
    return seen


def inner_deletes(v):
    def drop():
        nonlocal v
        del v

    before = v
    drop()
    try:
        return before, v
    except NameError as e:
        return before, type(e).__name__


def own_deletes(v):
    get = lambda: v
    a = get(), v
    del v
    try:
        get()
    except NameError as e:
        a += (type(e).__name__,)
    try:
        print(v)
    except UnboundLocalError as e:
        a += (type(e).__name__,)
    v = 9
    return a + (v, get())


def late(flag, n):
    def get():
        return x

    out = []
    for i in range(n):
        try:
            out.append(get())
            out.append(x)
        except NameError as e:
            out.append(type(e).__name__)
        if flag or i:
            x = i
    return out


def local_once(n):
    items = list(range(n))
    doubled = [items[i] * 2 for i in range(n)]
    total = 0
    for i in range(n):
        total += items[i] + doubled[i] + (lambda: len(items))()
    items.append(total)
    return items


def stored_in_try(n):
    last = None

    def show():
        return last

    out = []
    for i in range(n):
        try:
            last = 10 // (i - 1)
            out.append((last, show()))
        except ZeroDivisionError:
            out.append(("zero", last, show()))
    return out


def gen(start):
    def bump():
        nonlocal start
        start += 10

    keep = lambda: start
    while start < 40:
        yield start, keep()
        bump()
        yield start


def two(a, b):
    def set_a(x):
        nonlocal a
        a = x

    def get_b():
        return b

    out = []
    for i in range(3):
        out.append((a, b, get_b()))
        set_a(b)
        b = i
        out.append((a, b, get_b()))
    return out


def numbers(limit):
    check = lambda x: x < limit
    count = 0
    for i in range(20):
        if i < limit and check(i):
            count += 1
    return count


class Base:
    def make(self, k):
        class Inner(Base):
            size = k

            def get(self):
                return k, self.size, super().name()

        return Inner().get()

    def name(self):
        return "base"


print(param_read([1, 2, 3], 4), param_read((1.5,), 2), param_rebound([0]), inner_writes(5), inner_writes(2**62 - 1))
print(inner_deletes(3), own_deletes(4), late(False, 3), late(True, 3), local_once(4), stored_in_try(4))
print(list(gen(5)), two("a", "b"), numbers(7), numbers(7.5), Base().make(3))
