# The format mini-language through format(), over ints, floats, strings.
ints = [0, 1, -1, 42, -42, 255, 1234567, -1234567, 10 ** 20, -10 ** 20]
specs = ["", "d", "5", "<8", ">8", "^8", "=8", "08", "+", " ", "-", "+08d", "x", "X", "#x", "#X", "o", "#o", "b", "#b", ",", "_", "_x", "_b",
         "*^12", "+,", "012,", "e", ".2e", "f", ".1f", "g", ".3g", "%", ".1%", "#010x", "<+6", "é>6", "n"]
for spec in specs:
    print(repr(spec), *(format(i, spec) for i in ints), sep="|")
floats = [0.0, -0.0, 1.0, -1.5, 3.14159265, 1e10, 1e-10, 123456789.123, 1e100, float("inf"), float("-inf"), float("nan"), 0.5, 2.5, 99.995]
specs = ["", "f", ".0f", ".2f", ".10f", "e", ".0e", ".3e", "E", "g", ".3g", ".0g", "G", "%", ".1%", ",", ",.2f", "_", "_.1f", "10", "<10", "^10.2f", "+", " ",
         "+.1f", "010.2f", "=+10.1f", "#.0f", "#g", "*>12.3", ".3", ".17", "n", "z.0f" if False else ".1"]
for spec in specs:
    print(repr(spec), *(format(f, spec) for f in floats), sep="|")
for spec in ["", "s", "5", "<5", ">5", "^5", ".2", "5.1", "*^7", "é<4", "=>6", "05", "<05"]:
    print(repr(spec), *(format(s, spec) for s in ("", "a", "abc", "日本語", "abcdefgh")), sep="|")
for value, spec in ((1, "s"), ("a", "d"), (1.5, "d"), (1, ".2"), ("a", "+"), ("a", ","), (1, ",x"), (1, "c5"), (1.5, "x"), (-1, "c"), ("a", "=5"), (1, "q"),
                    ("a", "#"), (1, ",_"), (True, "s"), (1, "5.2d"), ([], "5"), (None, "x"), (1, "z"), (1.5, "10.f"), (300, ",c"), (1, "+c")):
    try:
        print(repr(value), spec, "->", format(value, spec))
    except (ValueError, TypeError, OverflowError) as e:
        print(repr(value), spec, "->", type(e).__name__, e)
print(format(True, "d"), format(True, ""), format(None), format([1]), format(65, "c"), format(8364, "c"), format(0.1, ".30f"), format(1e22, "f"), format(1.5, "a>8"))
print(format(12345.678, ",.1f"), format(-12345, "_d"), format(1234567890.5, "020,.2f"), format(255, "_X"), format(2 ** 70, "_b"), format(10 ** 25, ","))
