# Nesting deeper than any recursion: an error or an answer, never a crash.
# no-stress
deep = []
for _ in range(100000):
    deep = [deep]
other = []
for _ in range(100000):
    other = [other]
for f in (lambda: deep == other, lambda: repr(deep), lambda: deep < other):
    try:
        f()
    except RecursionError:
        pass   # how deep one may go differs


def nest(n):
    t = ()
    for _ in range(n):
        t = (t,)
    return t


for f in (lambda: hash(nest(100000)), lambda: nest(100000) == nest(100000), lambda: repr({1: deep}), lambda: {1: deep} == {1: other}, lambda: sorted([deep, other])):
    try:
        f()
    except RecursionError:
        pass
print("alive")
