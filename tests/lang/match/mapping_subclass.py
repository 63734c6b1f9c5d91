# Mapping patterns read a dict's subclass by its own `get`, and never by `__missing__`.
from collections import defaultdict, OrderedDict


class Loud(dict):
    def __missing__(self, key):
        return "missing"

    def get(self, key, default=None):
        print("get", key)
        return super().get(key, default)


class Renaming(dict):
    def get(self, key, default=None):
        return dict.get(self, key.lower(), default)


def read(subject):
    match subject:
        case {"a": 1, "none": _}:
            return "both"
        case {"A": a}:
            return ("upper", a)
        case {"a": a, **rest}:
            return a, rest
        case {}:
            return "empty"


print(read(Loud(a=1, b=2)))
print(read(Renaming(a=1)))
print(read(defaultdict(list, a=2)), read(OrderedDict(b=1)))
