# args: one "two words" --flag=3 -x é ""
import sys
print(len(sys.argv), sys.argv[1:])
flags = {}
rest = []
for a in sys.argv[1:]:
    if a.startswith("--"):
        k, _, v = a[2:].partition("=")
        flags[k] = v
    elif a.startswith("-"):
        flags[a[1:]] = True
    else:
        rest.append(a)
print(flags, rest, type(sys.argv).__name__)
