# The class of list[int] makes aliases itself, also as a class method; bases keep what was written.
alias = type(list[int])
print(alias, alias(tuple, (int, str)), alias(dict, int).__args__)


class Box:
    __class_getitem__ = classmethod(alias)

    name = classmethod(repr)


class IntBox(Box[int]):
    pass


print(Box[int], Box[int, str].__args__, Box[int]().__class__, Box.name(), Box().name())
print(IntBox.__mro__, IntBox.__orig_bases__)
print(hasattr(Box, '__orig_bases__'))
