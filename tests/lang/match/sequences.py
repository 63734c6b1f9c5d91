# match: sequence patterns, stars, nesting, mapping patterns with rest.
def seq(x):
    match x:
        case []: return "empty"
        case [a]: return f"one {a}"
        case [1, 2]: return "exactly 1 2"
        case ["cmd", *args] if args: return f"cmd {args}"
        case (a, b): return f"pair {a} {b}"
        case [a, [b, *c], d]: return f"nested {a} {b} {c} {d}"
        case [first, *_, last] if first == last: return f"same ends {first}"
        case [*init, "end"]: return f"ends {init}"
        case [a, _, *rest]: return f"many {a} {rest}"
        case _: return f"not a sequence: {x!r}"


for v in ([], [1], [1, 2], (1, 2), ["cmd", "x", "y"], ["cmd"], [3, 4], [1, [2, 3, 4], 5], [1, (2,), 5], [7, 8, 9, 7], [1, 2, 3, "end"], [1, 2, 3, 4], "ab", b"ab", range(2), {1, 2}, {"a": 1}, 5, None, (x for x in [1, 2]), bytearray(b"ab"), "a"):
    print(type(v).__name__, "->", seq(v) if not hasattr(v, "send") else seq(v)[:16])


def mp(x):
    match x:
        case {"type": "circle", "r": r}: return f"circle {r}"
        case {"type": "rect", "w": w, "h": h}: return f"rect {w}x{h}"
        case {"type": str(t), **rest}: return f"{t} with {rest}"
        case {"pos": (x, y), "meta": {"name": n}}: return f"{n} at {x},{y}"
        case {1: one, None: nothing}: return f"keys {one} {nothing}"
        case {"only": None}: return "only none"
        case {"a": [1, *rest]}: return f"list in map {rest}"
        case {**rest} if len(rest) > 3: return f"big {sorted(rest)}"
        case {}: return "mapping"
        case _: return "nothing"


for v in ({"type": "circle", "r": 2}, {"type": "rect", "w": 1, "h": 2, "z": 3}, {"type": "tri", "s": 3}, {"type": 5}, {"pos": [1, 2], "meta": {"name": "p", "q": 1}}, {1: "x", None: "y"}, {"only": None}, {"only": 0}, {"a": [1, 2, 3]}, {"a": (1,)}, dict.fromkeys("abcd"), {}, [], 5):
    print(mp(v))
match [1, [2, {"k": (3, [4])}]]:
    case [a, [b, {"k": (c, [d])}]]:
        print(a, b, c, d)
match {"users": [{"name": "ann", "tags": ["x", "y"]}, {"name": "bob", "tags": []}]}:
    case {"users": [{"name": first, "tags": [t, *_]}, {"name": second, "tags": []}]}:
        print(first, t, second)
def alt(x):
    match x:
        case [1, y] | [y, 1] | {"y": y}: return y
        case (0 | 1 | 2) as small: return small * 100
        case [("a" | "b") as letter, int(n)]: return letter * n
        case [[x, y] as inner, *_]: return inner, x, y
        case [] | {} | "": return "empty"
print(alt([1, 5]), alt([6, 1]), alt({"y": 7}), alt(2), alt(["b", 3]), alt([[1, 2], 3]), alt(""), alt({}), alt(9))
d = {"x": 1, "y": 2}
match d:
    case {"x": v, **others}: print(v, others, d)
class Miss(dict):
    def __missing__(self, k): return "made"
match Miss():
    case {"k": v}: print("got", v)
    case _: print("missing is not consulted")
