# print's own arguments, and what it prints for each type.
print()
print("a", "b", sep="")
print("a", "b", sep="-", end="!\n")
print(1, None, True, 1.5, "s", b"b", [1], (1,), {1: 2}, {1}, range(2), ..., NotImplemented)
print("no newline", end="")
print(" continued")
print(*[1, 2, 3], sep=", ")
print(*"abc", sep="\n")
print("x", sep=None, end=None)
print("flush", flush=True)
print("multi\nline", end="\n\n")
print([None, True, 1.0, "q'uote", 'd"q', b"b", [], (), {}, set(), frozenset(), frozenset({1})])
print({"a": {"b": [1, {"c": ()}]}}, ((1, 2), [3, (4,)]), [[]], [()], ({},))
print(int, str, type, object, ValueError, print, len, type(1), type(None), type(...), type(lambda: 0))
x = [1]
x.append(x)
d = {}
d["self"] = d
print(x, d, x[1] is x)
for bad in (lambda: print("a", sep=1), lambda: print("a", end=5), lambda: print("a", nope=1)):
    try:
        bad()
    except TypeError as e:
        print(e)
print("é日😀", ascii("é"), "tab\there", "nul\0nul".replace("\0", "0"))
class S:
    def __str__(self):
        return "str form"

    def __repr__(self):
        return "repr form"


print(S(), [S()], {S().__str__(): S()}, (S(),), f"{S()} {S()!r}", str(S()), "%s %r" % (S(), S()))


class R:
    def __repr__(self):
        return "only repr"


print(R(), str(R()), [R()], f"{R()}", "{}".format(R()))


class Bad:
    def __str__(self):
        return 5


try:
    print(Bad())
except TypeError as e:
    print(e)
