# Closures that are called again and again, by ever other ways: what they have captured is taken for constant where it is set once, and nowhere else.


def adder(n):
    return lambda x: x + n


def both(a, b):
    return lambda x: a(x) and b(x)


def either(a, b):
    return lambda x: a(x) or b(x)


def less(limit):
    return lambda x: x < limit


def is_one_of(items):
    return lambda x: x in items


def text_test(wanted):
    def test(text, at):
        return at < len(text) and text[at] == wanted

    return test


def text_set(chars, following):
    def test(text, at):
        return at < len(text) and text[at] in chars and following(text, at + 1)

    return test


def rounds(f, n, *more):
    found = 0
    for i in range(n):
        if f(i, *more):
            found += 1
    return found


def constants():
    tests = [
        both(less(700), either(less(20), is_one_of([500, 600]))),
        either(less(3), both(less(900), is_one_of((1, 800, 2.0)))),
        adder(-5),
        adder(2.5),
        adder(1 << 70),
        is_one_of("abc") if False else is_one_of({4, 5}),
    ]
    for _ in range(6):
        print([rounds(test, 1000) for test in tests])


def texts():
    tests = [text_set("ab", text_test("c")), text_set("äb", text_test("é")), text_set("", text_test("x")), text_set("a" * 20, text_test("long"))]
    words = ["ac", "bc", "äé", "xx", "", "a", "bb", "béc"] * 40
    for _ in range(6):
        print([sum(test(word, 0) for word in words) for test in tests])
    try:
        print(sum(test(5, 0) for test in tests))
    except TypeError as e:
        print("TypeError:", e)


# --- what is set again


def counter(step):
    count = 0

    def count_on(x):
        nonlocal count
        count += step
        return count + x

    def look(x):
        return count * 10 + x

    return count_on, look


def counting():
    count_on, look = counter(3)
    print(sum(count_on(i) for i in range(3000)), sum(look(i) for i in range(3000)))
    print(sum(count_on(i) for i in range(3000)), sum(look(i) for i in range(3000)))


def looping():
    made = []
    for k in range(4):
        made.append(lambda x: x * k)
    first = [sum(f(i) for i in range(1000)) for f in made]
    k = 100
    return first, [sum(f(i) for i in range(1000)) for f in made]


def late():
    def use(x):
        return helper(x) + 1

    results = []
    try:
        use(1)
    except NameError as e:
        results.append(str(e))
    helper = adder(10)
    results.append(sum(use(i) for i in range(3000)))
    return results


def twice(flag):
    step = 1
    f = lambda x: x + step
    before = sum(f(i) for i in range(3000))
    if flag:
        step = 1000
    return before, sum(f(i) for i in range(3000))


def parameter_set_again(n):
    f = lambda x: x + n
    before = sum(f(i) for i in range(3000))
    n = "text"
    try:
        return before, f(1)
    except TypeError as e:
        return before, str(e)


def deleted(n):
    m = n
    f = lambda x: x + m
    before = sum(f(i) for i in range(3000))
    del m
    try:
        return before, f(1)
    except NameError as e:
        return before, str(e)


# --- recursion, exceptions, generators, objects


def recursive(base):
    def fib(n):
        return base if n < 2 else fib(n - 1) + fib(n - 2)

    return fib


def guarded(divisor):
    def divide(x):
        try:
            return 100 // (x % divisor)
        except ZeroDivisionError:
            return -divisor

    return divide


def failing(limit):
    inner = lambda x: 10 // (limit - x)
    return lambda x: inner(x) + 1


def numbers(step):
    def count(n):
        at = 0
        while at < n:
            yield at
            at += step

    return count


class Scale:
    def __init__(self, factor):
        self.factor = factor

    def method(self):
        return lambda x: x * self.factor


def objects():
    scale = Scale(3)
    f = scale.method()
    before = sum(f(i) for i in range(3000))
    scale.factor = 0.5
    middle = sum(f(i) for i in range(3000))
    scale.factor = "ab"
    return before, middle, f(2)


def many():
    total = 0
    for k in range(3000):
        f = adder(k)
        total += f(1) + f(2)
    return total


def overflow():
    f = adder((1 << 61) - 1500)
    return [f(i) for i in (0, 1499, 1500, 3000)], sum(f(i) for i in range(3000)), f(1.5), f(True)


def other_arguments():
    f = adder(7)
    total = sum(f(i) for i in range(3000))
    print(total, f(0.5), f(-(1 << 80)), f(True))
    try:
        f("text")
    except TypeError as e:
        print("TypeError:", e)
    try:
        f(1, 2)
    except TypeError as e:
        print("TypeError:", e)
    print(f(x=3))


constants()
texts()
counting()
print(looping())
print(late())
print(twice(False), twice(True), twice(True))
print(parameter_set_again(5))
print(deleted(5))
fib = [recursive(1), recursive(2.5)]
print([fib[i % 2](12) for i in range(6)])
divides = [guarded(3), guarded(7)]
print([sum(divides[k % 2](i) for i in range(2000)) for k in range(6)])
fails = failing(2000)
print(sum(fails(i) for i in range(1999)))
try:
    fails(2000)
except ZeroDivisionError as e:
    print("ZeroDivisionError:", e)
counts = [numbers(1), numbers(3)]
print([sum(counts[k % 2](500)) for k in range(6)])
print(objects())
print(many())
print(overflow())
other_arguments()
