# Asking for far more than there is raises MemoryError, and the program goes on.
for size in (10 ** 12, 10 ** 13):
    for make in (lambda: [1, 2] * size, lambda: (1, 2) * size, lambda: "ab" * size, lambda: b"ab" * size, lambda: bytearray(size),
                 lambda: "x".ljust(size), lambda: [0] * size):
        try:
            print(len(make()))
        except MemoryError as e:
            print(type(e).__name__, e)
for make in (lambda: [1] * 10 ** 19, lambda: "ab" * 10 ** 19, lambda: (1,) * 2 ** 62, lambda: bytes(2 ** 63), lambda: [1, 2] * 2 ** 62):
    try:
        print(len(make()))
    except (MemoryError, OverflowError) as e:
        print(type(e).__name__, e)
print("still here", sum([1, 2] * 1000))
