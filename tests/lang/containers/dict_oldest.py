# Taking the oldest key again and again, with keys added, removed and put back meanwhile.
from collections import OrderedDict


def drain(d, steps):
    seen = []
    for step in range(steps):
        if step % 3 == 0:
            d[('new', step)] = step
        if step % 7 == 0 and d:
            d.popitem()
        if step % 11 == 0:
            d[step % 50] = 'back'
        if d:
            key = next(iter(d))
            seen.append(key)
            del d[key]
        if step % 13 == 0:
            d.pop(step % 50, None)
    return seen, list(d.items()), list(reversed(d))


print(drain({i: i * i for i in range(100)}, 300))
print(drain({i: i for i in range(5)}, 60))
d = {1: 'a', 2: 'b', 3: 'c'}
for key in (1, 2, 3):
    del d[key]
print(d, list(d), list(reversed(d)))
d[4] = 'd'
print(list(d), list(d.items()), list(reversed(d)), d.copy(), dict(d) == {4: 'd'})
del d[4]
d[1] = 'e'
d[2] = 'f'
del d[1]
d.clear()
d['x'] = 1
print(list(d), d)
o = OrderedDict((i, None) for i in range(6))
while len(o) > 1:
    o.move_to_end(next(iter(o)))
    print(o.popitem(last=False), list(o))
print('abcé'.translate({97: 'x', 98: None, ord('é'): 233}), 'abc'.translate(['x'] * 98))


class Loud(OrderedDict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)

    def pop(self, key, *rest):
        print('pop', key)
        return super().pop(key, *rest)


for kind in (OrderedDict, Loud):
    o = kind([('a', 1), ('b', 2), ('c', 3)])
    o.move_to_end('a')
    print(list(o.items()))
    o.move_to_end('c', last=False)
    print(list(o.items()), o.popitem(), o.popitem(last=False), list(o.items()), o.popitem())
    for act in (o.popitem, lambda: o.popitem(False), lambda: o.move_to_end('q'), lambda: o.move_to_end('q', False)):
        try:
            act()
        except Exception as e:
            print(type(e).__name__, e)
recent = OrderedDict()
for i in range(500):
    recent[i * 7 % 31] = i
    recent.move_to_end(i * 7 % 31)
    if len(recent) > 10:
        recent.popitem(last=False)
print(recent)
