# int(...) in all spellings, and the messages when it cannot.
for text in ("0", "  12  ", "-7", "+8", "1_000", "0042", "\t5\n", "٣٤", "999999999999999999999"):
    print(repr(text), int(text))
for text, base in (("ff", 16), ("0xff", 16), ("0XFF", 0), ("0b101", 0), ("0o17", 0), ("0o17", 8), ("-0b11", 2),
                   ("z", 36), ("12", 3), ("  -1_0 ", 7), ("0", 0), ("00", 0)):
    print(repr(text), base, int(text, base))
for args in (("",), ("abc",), ("1.5",), ("1__0",), ("_1",), ("1_",), ("0x1",), ("12", 2), ("9", 8), ("1", 1),
             ("1", 37), ("010", 0), ("- 1",), ("1 2",), ("\u00bd",), ("0b", 0), ("'",)):
    try:
        print(int(*args))
    except ValueError as e:
        print(e)
for bad in (None, [], {}, (1,), object):
    try:
        int(bad)
    except TypeError as e:
        print(e)
try:
    int(1.5, 10)
except TypeError as e:
    print(e)
for f in (float("nan"), float("inf"), float("-inf")):
    try:
        int(f)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(int(), int(True), int(3.99), int(-3.99), int(1e18), int(b"12"), int("-0"))


class Index:
    def __index__(self):
        return 7


class Int:
    def __int__(self):
        return 9


print(int(Index()), int(Int()), [0, 1, 2, 3, 4, 5, 6, "seven"][Index()], hex(Index()), int("11", Index()))
