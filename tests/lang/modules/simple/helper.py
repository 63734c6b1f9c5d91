"""A helper module."""
print("helper runs as", __name__)
VALUE = 10
state = 0
_private = "hidden"


def add(a, b):
    return a + b


def get_value():
    return VALUE


def bump():
    global state
    state += 1


def starred():
    return "star import works"


def fail():
    raise ValueError("boom")


class Counter:
    def __init__(self):
        self.n = 0

    def inc(self):
        self.n += 1
        return self


if __name__ == "__main__":
    print("never printed on import")
