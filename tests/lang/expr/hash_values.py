# Hashes that are the same in every run: ints, floats, tuples of them, bools, None apart.
print([hash(i) for i in (0, 1, -1, -2, 5, 2 ** 31, 2 ** 61 - 2, 2 ** 61 - 1, 2 ** 61, 2 ** 62, 2 ** 63, 2 ** 64, -(2 ** 61), 10 ** 30, -10 ** 30)])
print([hash(f) for f in (0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 0.1, -0.1, 1e100, 1e-100, 3.14, float("inf"), float("-inf"), 2.0 ** 61, 123456.789)])
print(hash(True), hash(False), hash(1.0) == hash(1), hash((1, 2)) == hash((1.0, 2.0)), hash(()) == hash(()), hash((1,)) != hash((2,)))
print(hash("a") == hash("a"), hash("é") == hash("\u00e9"), hash(b"a") == hash(b"a"), hash(frozenset([1, 2, 3])) == hash(frozenset([3, 2, 1])), hash(range(3)) == hash(range(0, 3)), hash(None) == hash(None))
for bad in ([], {}, set(), bytearray(), slice(1), ([],), (1, [2])):
    try:
        print(hash(bad))
    except TypeError as e:
        print(e)
