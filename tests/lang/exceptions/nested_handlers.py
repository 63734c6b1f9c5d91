# Exceptions crossing functions, handlers that raise, state of the handled exception, cleanup order.
log = []


def level3(n):
    log.append(f"3+{n}")
    try:
        if n == 1:
            raise ValueError("three")
        if n == 2:
            raise KeyError("three")
        return n
    except KeyError:
        log.append("3 key")
        raise IndexError("converted")
    finally:
        log.append(f"3-{n}")


def level2(n):
    try:
        return level3(n)
    except ValueError as e:
        log.append(f"2 {e}")
        return "from level2"
    finally:
        log.append("2-")


def level1(n):
    try:
        r = level2(n)
    except LookupError as e:
        r = f"lookup {e!r} {e.__context__!r}"
    else:
        r = f"else {r}"
    return r


for n in range(3):
    log.clear()
    print(level1(n), log)


def handler_raises():
    try:
        try:
            {}["a"]
        except KeyError:
            [][0]
    except IndexError as e:
        return type(e.__context__).__name__


print(handler_raises())


def deep(n):
    if n == 0:
        raise ValueError("deep")
    try:
        deep(n - 1)
    except KeyError:
        print("never")


try:
    deep(50)
except ValueError as e:
    print(e)


def in_loop():
    results = []
    for x in ("1", "x", "3", None, "5"):
        try:
            results.append(int(x))
        except ValueError:
            results.append("bad")
        except TypeError:
            break
        else:
            results.append("ok")
        finally:
            results.append("|")
    return results


print(in_loop())


def name_reuse():
    e = "before"
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as err:
        return str(err)


print(name_reuse())
try:
    for i in range(3):
        try:
            if i == 1:
                raise ValueError(i)
        except ValueError as e:
            saved = e
    print(saved, i)
except Exception:
    print("never")


class Res:
    def __init__(self, n): self.n = n
    def __enter__(self): print("open", self.n); return self
    def __exit__(self, *a): print("close", self.n, a[0].__name__ if a[0] else None)


def use():
    with Res(1):
        with Res(2):
            try:
                with Res(3):
                    raise ValueError("res")
            except ValueError:
                print("handled")
                with Res(4):
                    return "out"


print(use())
def comp():
    try:
        return [10 // x for x in (5, 0, 2)]
    except ZeroDivisionError:
        return [10 // x for x in (5, 2)]
print(comp())
def in_lambda():
    return sorted([3, 1, 2], key=lambda v: 1 // (v - 2))
try:
    in_lambda()
except ZeroDivisionError as e:
    print("lambda", e)
def in_generator():
    yield 1
    raise ValueError("gen")
try:
    print(list(in_generator()))
except ValueError as e:
    print(e)
try:
    print(sum(x for x in in_generator()))
except ValueError as e:
    print(e)
def many(n):
    count = 0
    for i in range(n):
        try:
            if i % 3 == 0:
                raise ValueError(i)
            if i % 3 == 1:
                {}[i]
        except (ValueError, KeyError):
            count += 1
    return count
print(many(3000))
