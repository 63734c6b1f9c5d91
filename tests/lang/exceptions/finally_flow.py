# finally with return, break, continue and exceptions in all nestings.
def a():
    try:
        return "try"
    finally:
        print("a finally")


def b():
    try:
        return "try"
    finally:
        return "finally wins"


def c():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def d():
    for i in range(3):
        try:
            if i == 1:
                break
        finally:
            print("d", i)
    return i


def e():
    r = []
    for i in range(4):
        try:
            if i % 2:
                continue
            r.append(i)
        finally:
            r.append(-i)
    return r


def f():
    try:
        try:
            raise ValueError("first")
        finally:
            raise KeyError("second")
    except KeyError as err:
        return repr(err), repr(err.__context__)


def g():
    x = 1
    try:
        return x
    finally:
        x = 2


def h():
    x = [1]
    try:
        return x
    finally:
        x.append(2)


def i():
    while True:
        try:
            try:
                return "inner"
            finally:
                print("i1")
        finally:
            print("i2")
            break
    return "after break in finally"


def j():
    for n in range(2):
        try:
            1 / 0
        except ZeroDivisionError:
            continue
        else:
            print("no")
        finally:
            print("j", n)
    return "j done"


def k(n):
    try:
        if n == 0:
            return "return"
        if n == 1:
            raise ValueError
        if n == 2:
            raise KeyError
        out = "fall"
    except ValueError:
        return "handled"
    else:
        return out + " else"
    finally:
        print("k", n, end=" ")


def l():
    try:
        return print("evaluated first")
    finally:
        print("then finally")


def m():
    for x in range(3):
        try:
            try:
                if x == 1:
                    raise ValueError(x)
                print("body", x)
            except ValueError:
                print("except", x)
                continue
            finally:
                print("finally", x)
            print("after", x)
        finally:
            print("outer finally", x)
    else:
        print("loop else")


def n():
    try:
        yield 1
        yield 2
    finally:
        print("generator finally")


def o():
    for x in range(3):
        for y in range(3):
            try:
                if y == 1:
                    break
                if x == 1:
                    return x, y
            finally:
                print("o", x, y, end=" ")


def p():
    try:
        try:
            raise ValueError("p")
        except ValueError:
            try:
                raise TypeError("q")
            except TypeError:
                print("inner handled")
            raise
    except ValueError as err:
        return "outer got", str(err), err.__context__


def q():
    result = []
    try:
        result.append("t")
        return result
    finally:
        try:
            raise ValueError
        except ValueError:
            result.append("f")


print(a(), b(), c(), d(), e(), f(), g(), h(), i(), j())
print(k(0), k(1), k(3))
try:
    k(2)
except KeyError:
    print("k2 out")
print(l())
m()
it = n()
for v in it:
    break
it.close()
print(o(), p(), q())
