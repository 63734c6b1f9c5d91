# match inside loops, functions and try; break, continue, return and binding that survives.
def run(commands):
    stack, out = [], []
    for c in commands:
        match c.split():
            case ["push", n]:
                stack.append(int(n))
            case ["pop"]:
                if not stack:
                    out.append("empty")
                    continue
                out.append(stack.pop())
            case ["add" | "mul" as op]:
                match stack:
                    case [*rest, a, b]:
                        stack = rest + [a + b if op == "add" else a * b]
                    case _:
                        out.append(f"{op} needs two")
            case ["quit", *_]:
                break
            case ["repeat", n, *cmd] if n.isdigit():
                for _ in range(int(n)):
                    out.extend(run([" ".join(cmd)]))
            case []:
                pass
            case [unknown, *args]:
                out.append((unknown, len(args)))
    else:
        out.append("end")
    return out


print(run(["push 2", "push 3", "add", "pop", "pop", "", "what is this", "add", "repeat 2 pop", "push 4", "push 5", "mul", "pop"]))
print(run(["push 1", "quit now", "pop"]))


def classify(v):
    try:
        match v:
            case int():
                return "int"
            case str() if v.upper():
                raise ValueError(v)
            case [x, *_]:
                return classify(x)
    except ValueError as e:
        return f"error {e}"
    finally:
        print("seen", repr(v), end="; ")
    return "fell through"


print(classify(1), classify("s"), classify([[2], 3]), classify(None), classify(""))
match 5:
    case x if x > 10:
        pass
    case y:
        z = y
print(x, y, z)
match [1, 2, 3]:
    case [a, b]:
        print("no")
    case [a, *b]:
        print(a, b)
i = 0
while True:
    match i:
        case 3:
            break
        case n if n % 2:
            i += 1
            continue
        case _:
            print("even", i)
    i += 1
for item in [("x", 1), ("y", 2), ("z",), "ab", 7]:
    match item:
        case (str(name), int(value)): print(name, value)
        case (name,): print("single", name)
        case str(): print("text", item)
        case _: print("other", item)
def fib(n):
    match n:
        case 0 | 1: return n
        case _: return fib(n - 1) + fib(n - 2)
print([fib(i) for i in range(10)])
def http(status):
    match status:
        case 400: return "Bad request"
        case 401 | 403 | 404: return "Not allowed"
        case code if 500 <= code < 600: return "Server error"
        case _: return "?"
print([http(s) for s in (400, 403, 503, 200)])
