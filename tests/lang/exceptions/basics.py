# try/except/else/finally in every combination; matching by class, tuple, base; bare except.
def run(f):
    try:
        result = f()
    except ZeroDivisionError:
        print("zero", end=" ")
    except (KeyError, IndexError) as e:
        print("lookup", type(e).__name__, e, end=" ")
    except ValueError as e:
        print("value", e.args, end=" ")
    except Exception as e:
        print("other", repr(e), end=" ")
    else:
        print("else", result, end=" ")
    finally:
        print("finally")


run(lambda: 1)
run(lambda: 1 / 0)
run(lambda: {}["k"])
run(lambda: [][1])
run(lambda: int("x"))
run(lambda: None.x)


def thrower(e):
    raise e


for e in (ValueError, ValueError(), ValueError("a"), ValueError("a", 1), KeyError("k"), KeyError(1), IndexError("i"), TypeError("t"), OSError(2, "No such"), StopIteration(5), ArithmeticError("ar"), Exception(), LookupError("l"), AssertionError("as"), NotImplementedError("n"), RuntimeError(None), UnicodeError("u"), AttributeError("at"), NameError("na"), OverflowError(), EOFError("eof"), MemoryError()):
    try:
        thrower(e)
    except BaseException as err:
        print(type(err).__name__, str(err), repr(err), err.args)
try:
    raise ValueError
except ValueError as e:
    print(repr(e), str(e) == "")
try:
    try:
        raise KeyError("inner")
    except ValueError:
        print("not here")
    finally:
        print("inner finally")
except KeyError as e:
    print("outer", e)
try:
    try:
        raise ValueError("again")
    except ValueError:
        raise
except ValueError as e:
    print("re-raised", e)
try:
    raise
except RuntimeError as e:
    print(e)
for bad in (lambda: thrower(5), lambda: thrower("text"), lambda: thrower(None), lambda: thrower(int)):
    try:
        bad()
    except TypeError as e:
        print(e)
try:
    try:
        1 / 0
    except "not a class":
        pass
except TypeError as e:
    print(e)
try:
    pass
except:
    print("no")
else:
    print("else runs")
try:
    raise SystemExit(3)
except SystemExit as e:
    print("exit", e.code)
try:
    raise KeyboardInterrupt
except BaseException as e:
    print(type(e).__name__, isinstance(e, Exception))
print([c.__name__ for c in ZeroDivisionError.__mro__], issubclass(KeyError, LookupError), issubclass(FileNotFoundError, OSError), IOError is OSError, issubclass(UnicodeDecodeError, ValueError), issubclass(RecursionError, RuntimeError), issubclass(StopIteration, Exception), issubclass(GeneratorExit, Exception), issubclass(ModuleNotFoundError, ImportError))
classes = (ValueError, TypeError)
try:
    int([])
except classes as e:
    print("dynamic tuple", type(e).__name__)
try:
    {}[[]]
except (KeyError, (IndexError, TypeError) if False else TypeError) as e:
    print(e)
