# Comparison between ints, floats, bools and containers, exact even where floats are not.
print(2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53), 2 ** 53 + 1 > float(2 ** 53), float(2 ** 53) < 2 ** 53 + 1, 10 ** 16 == 1e16, 10 ** 17 + 1 == 1e17)
print(2 ** 1024 > 1e308, -2 ** 1024 < -1e308, 2 ** 1024 < float("inf"), 2 ** 1024 == float("inf"), 5 < float("nan"), 10 ** 400 > float("nan"))
print(0.1 < 1, 1 < 1.5 < 2, 1 == 1.0 == True, 0 == -0.0, -1 < -0.5 < 0, 3 >= 3.0, 3 <= 3.0, 3 != 3.5)
print([1, 2] == [1.0, 2.0], (1, True) == (True, 1.0), {1: 2} == {1.0: 2.0}, {1, 2} == {1.0, 2.0}, [1, 2] < [1, 2.5], (0, 1) < (False, 2), "a" == 1, None == 0, [] == (), "" == b"", [1] != [1.0])
print(hash(1) == hash(1.0) == hash(True), hash(2 ** 100) == hash(float(2 ** 100)), hash(0.5) != hash(1), {1: "a", 1.0: "b", True: "c"}, len({0, 0.0, False, -0.0}))
print([1, 2, 3] < [1, 2, 4], [1, 2] < [1, 2, 0], [] < [1], [3] > [2, 9, 9], "abc" < "abd", "Z" < "a", "a" < "aa", (1, "a") < (1, "b"), b"a" < b"b", [[1], [2]] < [[1], [3]])
print(min(1, 1.0, True), max(1, 1.0), sorted([2, 1.5, True, 0.5, False]), max([1, 2.5, 2]), min(float("inf"), 10 ** 400), max(float("-inf"), -10 ** 400))
a = [1, 2]
b = [1, 2]
print(a == b, a is b, a is not b, a is a, not a == b, a != b, (a,) == (b,), None is None, True is True)
nan = float("nan")
print(nan == nan, nan != nan, [nan] == [nan], {nan: 1} == {nan: 1}, (nan, 1) < (nan, 2), nan in (nan,), [nan].index(nan), sorted([3, 1, 2]))
for op in ("<", "<=", ">", ">="):
    for x, y in ((1, "a"), (None, 1), ([], ()), ({}, {}), ("a", b"a"), (1, None), (object, int), (print, len)):
        try:
            r = x < y if op == "<" else x <= y if op == "<=" else x > y if op == ">" else x >= y
            print(op, r)
        except TypeError as e:
            print(e)
