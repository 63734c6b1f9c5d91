# Modules importing modules; a cycle; order of execution; shared objects.
print("main starts")
import a
import b
from b import shared
print(a.name, b.name, a.b.name, a.from_b())
shared.append("main")
print(b.shared, a.shared_view())
import cyc1
print(cyc1.value(), cyc1.cyc2.value())
import math, sys
print(math.floor(2.5), a.math is math, "a" in sys.modules, sys.modules["b"] is b)
print("main ends")
