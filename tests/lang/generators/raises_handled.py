# A generator that handles the very exception that the loop around it handles, and one that is stepped inside a handler.
import sys


def again(n):
    for i in range(n):
        try:
            raise sys.exc_info()[1]
        except ValueError as e:
            yield i, repr(e), repr(sys.exc_info()[1])
        yield i, "after", repr(sys.exc_info()[1])


def shows(n):
    for i in range(n):
        yield i, repr(sys.exc_info()[1])


def run(make):
    out = []
    try:
        raise ValueError("outer")
    except ValueError:
        g = make(3)
        for x in g:
            out.append(x)
    out.append(repr(sys.exc_info()[1]))
    return out


for make in (again, shows):
    try:
        print(run(make))
    except Exception as e:
        print(type(e).__name__, e)
