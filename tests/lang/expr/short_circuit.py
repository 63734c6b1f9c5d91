# and/or return an operand; not returns a bool; operands on the right may never run.
def boom():
    raise RuntimeError("evaluated")


print(0 or "x", 1 or boom(), "" or [] or None, 0 and boom(), 1 and 2, "a" and [])
print([] or {}, {} and boom(), None or 0, 3 and 0 or 4)
print(not "", not "a", not None, not 0.0, not [0])


class Flag:
    def __init__(self, name, truth):
        self.name, self.truth = name, truth

    def __bool__(self):
        print("bool", self.name)
        return self.truth

    def __repr__(self):
        return f"Flag({self.name})"


t, f = Flag("t", True), Flag("f", False)
print(t and f)
print(f and t)
print(t or f)
print(f or t)
print(not t, not f)
if t and not f:
    print("both")
while f or f:
    boom()
print((t and f) or (f and t))


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(bool(Sized(0)), bool(Sized(2)), Sized(0) or "empty", [x for x in (Sized(0), Sized(1)) if x][0].n)
try:
    bool(Flag("bad", 3))
except TypeError as e:
    print(e)
