# Functions of a module that is no longer in sys.modules go on with its names, collections or not.
# no-stress gc: it allocates so much that collections come by themselves
import sys
from textwrap import dedent, indent

del sys.modules["textwrap"]


def churn():
    kept = []
    for i in range(200000):
        kept = [i, str(i), kept[:2]]
    return len(kept)


print(churn())
print(dedent("  a\n    b\n").splitlines())
print(indent("x\ny", "> ").splitlines())
print("dedent" in dedent.__globals__, dedent.__module__)
