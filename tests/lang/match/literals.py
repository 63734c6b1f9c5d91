# match: literals, captures, or, as, guards, wildcard, sequence and fall through.
def f(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 1.5:
            return "float"
        case -2.5:
            return "neg float"
        case "hello" | "hi":
            return "greeting"
        case b"bytes":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case "a" "b":
            return "joined"
        case int(n) if n > 1000:
            return f"huge {n}"
        case int() | float() as n:
            return f"number {n}"
        case str(s) if len(s) > 5:
            return f"long {s}"
        case []:
            return "empty list"
        case _:
            return "other"


for v in (0, 1, 2, 3, -1, 1.5, -2.5, "hello", "hi", b"bytes", None, True, False, 1.0, 0.0, "ab", 5000, 50, 2.25, "longer text", "x", [], (), {}, [1], object, -3, 7):
    print(repr(v), "->", f(v))


class Color:
    RED = "red"
    BLUE = "blue"


LIMIT = 10


def g(x):
    match x:
        case Color.RED: return "is red"
        case Color.BLUE: return "is blue"
        case y if y == LIMIT: return "limit"
        case other: return f"captured {other}"


print(g("red"), g("blue"), g(10), g("green"))
match 5:
    case n if n < 3:
        print("no")
print("nothing matched, n is", n)
match = 3
case = 4
print(match + case)
def soft(match, case=1):
    match[0] = case
    return match
print(soft([0]), soft([0], case=2))
match (1):
    case 1: print("parenthesised")
match 1, 2:
    case 1, x: print("tuple subject", x)
match -1:
    case -1: print("negative")
for i in range(4):
    match i:
        case 0: continue
        case 2: break
        case _: print("loop", i)
def ret(v):
    for x in v:
        match x:
            case {"stop": r}: return r
            case _: pass
    return "end"
print(ret([1, {"stop": "early"}]), ret([]))
match "x":
    case "x" as whole if (again := whole * 2): print(whole, again)
match {"a": 1}:
    case {}: print("any mapping")
