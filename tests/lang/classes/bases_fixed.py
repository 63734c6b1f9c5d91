# What refuses to change the bases of a class.
class A: pass
class B: pass
for f in (lambda: setattr(int, "__bases__", (A,)), lambda: delattr(A, "__bases__"), lambda: setattr(A, "__bases__", 3), lambda: setattr(A, "__bases__", [B])):
    try: f()
    except TypeError as e: print(e)
from dataclasses import MISSING
print(repr(MISSING).split(" at ")[0], type(MISSING).__name__)
