# import of a sibling module in every form; the module runs once; its globals are its own.
import helper
import helper as h
from helper import add, VALUE as V, Counter
from helper import *

print(helper.VALUE, h is helper, add(1, 2), V, helper.__name__, __name__)
helper.VALUE = 99
print(helper.get_value(), V, h.VALUE)
c = Counter()
c.inc().inc()
print(c.n, isinstance(c, helper.Counter), Counter.__module__, type(c))


def local():
    import helper as inner
    from helper import bump
    bump()
    return inner.state


print(local(), local(), helper.state)
try:
    from helper import missing
except ImportError as e:
    print(type(e).__name__, str(e).split(" (")[0])
try:
    import no_such_module
except ModuleNotFoundError as e:
    print(e, isinstance(e, ImportError), e.name)
try:
    helper.nothing
except AttributeError as e:
    print(e)
print(hasattr(helper, "add"), getattr(helper, "VALUE"), type(helper).__name__, starred(), "_private" in globals())
VALUE = "mine"
print(helper.VALUE, helper.get_value())
setattr(helper, "new", 5)
print(helper.new)
try:
    helper.fail()
except ValueError as e:
    print("from module:", e)
