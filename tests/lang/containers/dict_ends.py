"""Dicts whose entries go at one end, at both, or in the middle, with new ones after them: order and contents."""
from collections import OrderedDict

state = 1


def rnd(n):
    global state
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % n


def check(d, keys):
    assert list(d) == keys and list(reversed(d)) == keys[::-1], (list(d), keys)
    assert len(d) == len(keys) and [d[k] for k in keys] == [-k for k in keys]
    assert next(iter(d.items()), None) == ((keys[0], -keys[0]) if keys else None)


def mixed(d, rounds, size):
    keys, fresh = [], 0
    for n in range(rounds):
        what = rnd(7)
        if what < 2 or len(keys) < 2:
            for _ in range(rnd(size)):
                d[fresh] = -fresh
                keys.append(fresh)
                fresh += 1
        elif what == 2:
            for _ in range(rnd(len(keys))):
                first = next(iter(d))
                del d[first]
                assert first == keys.pop(0)
        elif what == 3:
            for _ in range(rnd(len(keys) + 1)):
                assert d.popitem() == (keys[-1], -keys.pop())
        elif what == 4:
            for _ in range(rnd(len(keys))):
                del d[keys.pop(rnd(len(keys)))]
        elif what == 5:
            k = keys.pop(rnd(len(keys)))
            d[k] = d.pop(k)
            keys.append(k)
        elif n % 50 == 0:
            d.clear()
            keys = []
        check(d, keys)
    return len(keys), fresh


for size in (3, 12, 60, 300):
    print(mixed({}, 300, size), mixed(OrderedDict(), 200, size))

d = OrderedDict((i, -i) for i in range(1000))
while len(d) > 500:
    d.popitem(last=False)
    d.popitem()
    d.move_to_end(next(iter(d)))
print(list(d)[:5], list(d)[-5:], len(d))
copied = dict(d)
check(copied, list(d))
for k in list(copied)[:-1]:
    del copied[k]
    assert next(iter(copied)) == next(iter(copied.keys()))
print(copied)
copied.update((i, i) for i in range(40))
del copied[next(iter(copied))]
print(copied == {i: i for i in range(40)}, next(iter(copied)))
