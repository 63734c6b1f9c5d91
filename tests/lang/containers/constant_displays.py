# Displays of constants in membership tests and loops.
def f(c): return c in {"a", "b", 3}, c not in [1, 2], c in {1, (2, 3)}, c in []
print(f("a"), f(1), f((2, 3)), f(1.0))
try: f([])
except TypeError as e: print(e)
for x in {5, 1, 9, 33, 7}: print(x, end=" ")
for x in [1, "a", None]: print(x, end=" ")
print([x for x in {3, 1, 2} for y in [1, 2] if y in {2, 4, 8}], {1, 2, 3}, {"x", "y", "z"} == {"z", "y", "x"}, {1} , [x for x in []])
s = {1, 2, 3}; s.add(4); print(s, {1, 2, 3})
