# raise from, __cause__, __context__, __suppress_context__, with_traceback, add_note.
def show(e):
    print(repr(e), "cause", repr(e.__cause__), "context", repr(e.__context__), e.__suppress_context__)


try:
    try:
        raise ValueError("first")
    except ValueError as e:
        raise KeyError("second") from e
except KeyError as e:
    show(e)
try:
    try:
        raise ValueError("first")
    except ValueError:
        raise KeyError("second")
except KeyError as e:
    show(e)
try:
    try:
        raise ValueError("first")
    except ValueError:
        raise KeyError("second") from None
except KeyError as e:
    show(e)
try:
    raise ValueError("x") from TypeError
except ValueError as e:
    show(e)
try:
    raise ValueError("x") from TypeError("made")
except ValueError as e:
    show(e)
try:
    raise ValueError("x") from 5
except TypeError as e:
    print(e)
try:
    try:
        1 / 0
    except ZeroDivisionError as z:
        try:
            [][0]
        except IndexError as i:
            raise RuntimeError("three") from i
except RuntimeError as e:
    show(e)
    show(e.__cause__)
    show(e.__cause__.__context__)


def f():
    try:
        raise ValueError("in f")
    finally:
        try:
            raise TypeError("in finally")
        except TypeError as e:
            show(e)


try:
    f()
except ValueError as e:
    show(e)
stored = ValueError("stored")
for _ in range(2):
    try:
        raise stored
    except ValueError as e:
        print(e is stored, e.__context__)
try:
    raise stored
except ValueError as e:
    try:
        raise e
    except ValueError as again:
        print(again is e, again.__context__)
e = ValueError("v")
e.__cause__ = KeyError("c")
show(e)
e.extra = 5
e.args = (1, 2)
print(e, e.extra, e.args, e.__traceback__)
e.add_note("a note")
print(e.__notes__)
try:
    raise e
except ValueError as caught:
    print(caught.__traceback__ is not None, caught.with_traceback(None) is caught)


def loop():
    last = None
    for i in range(3):
        try:
            try:
                raise ValueError(i)
            except ValueError as inner:
                last = inner
                raise KeyError(i) from inner
        except KeyError as k:
            print(k, k.__cause__, end="; ")
    return last


print(loop())
def context_cleared():
    try:
        raise ValueError("old")
    except ValueError:
        pass
    try:
        raise KeyError("new")
    except KeyError as e:
        return e.__context__
print(context_cleared())
def called_in_handler():
    raise TypeError("from helper")
try:
    try:
        raise ValueError("outer")
    except ValueError:
        called_in_handler()
except TypeError as e:
    show(e)
