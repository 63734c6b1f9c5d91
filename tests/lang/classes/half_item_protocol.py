# Classes with only one of __setitem__ and __delitem__, and what identity strip() keeps.
class Setting:
    def __setitem__(self, key, value):
        print('set', key, value)


class Deleting:
    def __delitem__(self, key):
        print('del', key)


class Neither:
    pass


def attempt(action):
    try:
        action()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


def change(o):
    o[1] = 2


def remove(o):
    del o[1]


for cls in (Setting, Deleting, Neither):
    attempt(lambda: change(cls()))
    attempt(lambda: remove(cls()))
b = b'abc'
print(b.strip() is b, b.lstrip(b'x') is b, b.strip(b'a'))
