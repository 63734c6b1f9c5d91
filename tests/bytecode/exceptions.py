# Handler ranges, finally for each way out, with, the handled exception restored.
def handlers(f, g):
    try:
        f()
    except (ValueError, TypeError) as e:
        g(e)
        raise
    except KeyError:
        return 1
    else:
        f = g
    finally:
        g()
    return f


def leaving(xs):
    for x in xs:
        try:
            if x:
                continue
            if x is None:
                break
            return x
        finally:
            xs.pop()


def managed(a, b):
    with a as x, b:
        return x + 1
    raise RuntimeError("swallowed") from None


def asserted(x):
    assert x > 0, f"bad {x}"
