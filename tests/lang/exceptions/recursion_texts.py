# What a RecursionError says about where it happened.
# no-stress gc: every collection would look through everything nested
def text(f):
    try:
        f()
    except RecursionError as e:
        return str(e)
    return "none"


def nest(make):
    v = make(())
    for _ in range(100000):
        v = make((v,))
    return v


a, b, t, d = nest(list), nest(list), nest(tuple), {}
for _ in range(100000):
    d = {1: d}
own = []
own.append(own)
other = []
other.append(other)
print(text(lambda: a == b), text(lambda: a < b), text(lambda: own == other))
print(text(lambda: repr(a)), text(lambda: repr(t)), text(lambda: repr(d)))
print(repr(own))
