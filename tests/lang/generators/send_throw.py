# send, throw, close and what they meet inside.
def echo():
    got = "start"
    while True:
        try:
            got = yield got
        except ValueError as e:
            got = f"caught {e}"
        except KeyError:
            return "returned"
        finally:
            print("(finally)", end=" ")


g = echo()
print(next(g))
print(g.send("one"))
print(g.throw(ValueError("bad")))
print(g.send(2))
try:
    g.throw(KeyError("k"))
except StopIteration as e:
    print("stop", e.value)
try:
    g.send(1)
except StopIteration as e:
    print("finished", e.value)


def averager():
    total, n, avg = 0, 0, None
    while True:
        x = yield avg
        if x is None:
            return total, n
        total += x
        n += 1
        avg = total / n


a = averager()
next(a)
print(a.send(10), a.send(20), a.send(3))
try:
    a.send(None)
except StopIteration as e:
    print(e.value)
fresh = echo()
try:
    fresh.send("x")
except TypeError as e:
    print(e)
fresh.close()
try:
    next(fresh)
except StopIteration:
    print("closed before start")


def closing():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("GeneratorExit seen")
        raise
    finally:
        print("cleanup")


c = closing()
next(c)
print(c.close(), c.close())


def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print("ignoring")


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
try:
    s.throw(KeyError("enough"))
except KeyError as e:
    print(e)


def returns_on_close():
    try:
        yield
    except GeneratorExit:
        return "value"


r = returns_on_close()
next(r)
print(r.close())


def simple():
    yield 1
    yield 2


x = simple()
try:
    x.throw(ValueError("before start"))
except ValueError as e:
    print(e)
print(list(x))
x = simple()
next(x)
try:
    x.throw(ValueError("mid"))
except ValueError as e:
    print(e, list(x))
try:
    simple().throw("text")
except TypeError as e:
    print(e)


def leak():
    yield 1
    raise StopIteration("inner")


l = leak()
next(l)
try:
    next(l)
except RuntimeError as e:
    print(e, repr(e.__cause__))


def coroutine(f):
    def start(*a):
        g = f(*a)
        next(g)
        return g
    return start


@coroutine
def printer(prefix):
    while True:
        item = yield
        print(prefix, item)


@coroutine
def tee(*targets):
    while True:
        item = yield
        for t in targets:
            t.send(item)


@coroutine
def grep(word, target):
    while True:
        line = yield
        if word in line:
            target.send(line)


sink = tee(grep("a", printer("A:")), grep("b", printer("B:")))
for line in ("apple", "bob", "bat", "xyz"):
    sink.send(line)
x = [(yield_value := i) for i in range(2)]
def expr():
    v = (yield 1) + (yield 2)
    print("sum", v)
    w = [(yield 3), (yield 4)]
    print(w, (yield 5) or "none")
e = expr()
print(next(e), e.send(10), e.send(20), e.send("a"), e.send("b"))
print(next(e, "end"))
