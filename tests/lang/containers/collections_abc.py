# collections.abc: what is what, and classes completed by the mixins.
import collections
import collections.abc
from collections import deque
from collections.abc import Callable, Collection, Container, Generator, Hashable, Iterable, Iterator, Mapping, MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set, Sized

kinds = [Hashable, Iterable, Iterator, Reversible, Generator, Sized, Container, Callable, Collection, Set, MutableSet, Mapping, MutableMapping, Sequence, MutableSequence]


def gen():
    yield 1


class Plain:
    pass


class Iter:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration


class NoHash:
    __hash__ = None

    def __len__(self):
        return 0


for x in (1, "a", b"b", bytearray(), [1], (1,), {1: 2}, {1}, frozenset(), range(3), gen(), iter([]), {}.keys(), {}.values(), {}.items(), len, gen, deque(), Plain(), Iter(), NoHash(), None, slice(1), map(len, [])):
    print(type(x).__name__, [k.__name__ for k in kinds if isinstance(x, k)])
print(issubclass(list, Sequence), issubclass(dict, Mapping), issubclass(int, Iterable), issubclass(Mapping, Collection), issubclass(Iterator, Iterable))


class Stack(MutableSequence):
    def __init__(self, items=()):
        self.items = list(items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, v):
        self.items.insert(i, v)


s = Stack([3, 1, 2])
s.append(5)
s += [7, 8]
s.extend(s)
print(list(s), s.pop(), s.index(5), s.count(3), 7 in s, list(reversed(s)), len(s))
s.remove(1)
s.reverse()
print(list(s), isinstance(s, Sequence))
s.clear()
print(list(s), len(s), bool(s))


class Lower(MutableMapping):
    def __init__(self, *args, **keywords):
        self.data = {}
        self.update(*args, **keywords)

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


m = Lower({"A": 1}, B=2)
m["Cc"] = 3
print(dict(m), m["CC"], "cC" in m, m.get("zz", 9), sorted(m.keys()), sorted(m.items()), list(m.values()), m == {"a": 1, "b": 2, "cc": 3}, m.pop("A"), m.pop("A", None), m.setdefault("d", 4), len(m), m.keys() & {"b", "x"}, 4 in m.values(), ("b", 2) in m.items())
print(m.popitem(), dict(m))
m.clear()
print(dict(m))


class Bits(Set):
    def __init__(self, items):
        self.bits = 0
        for i in items:
            self.bits |= 1 << i

    def __contains__(self, i):
        return self.bits >> i & 1 == 1

    def __iter__(self):
        return (i for i in range(self.bits.bit_length()) if i in self)

    def __len__(self):
        return bin(self.bits).count("1")


a, b = Bits([1, 2, 3]), Bits([2, 3, 4])
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a == Bits([3, 2, 1]), a < Bits([1, 2, 3, 4]), a <= a, a > b, a.isdisjoint(Bits([9])), list(a & [1, 9]), list([1, 9] | a), a == {1, 2, 3})


class Half(MutableSet):
    __iter__ = None


for make in (lambda: Sequence(), lambda: Mapping(), lambda: Half()):
    try:
        print(make())
    except TypeError as e:
        print("TypeError", str(e).split(" with")[0])


class Upto(Iterator):
    def __init__(self, n):
        self.n = n

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(Upto(3)), iter(Upto(1)).__class__.__name__)
