# center, ljust, rjust, zfill, expandtabs, repetition.
for w in (0, 3, 7, 8):
    print(repr("ab".center(w)), repr("abc".center(w)), repr("ab".ljust(w, ".")), repr("ab".rjust(w, "*")), repr("-7".zfill(w)), repr("+x".zfill(w)), repr("".zfill(w)))
print("é".center(5, "→"), "日本".ljust(4, "本") + "|", "x".rjust(3, "ß"), "--5".zfill(6))
print(repr("a\tb".expandtabs()), repr("ab\tc\td".expandtabs(4)), repr("\t".expandtabs(0)), repr("a\tb\nc\td".expandtabs(3)), repr("\tx".expandtabs(1)), repr("é\tx".expandtabs(4)))
print("ab" * 3, 3 * "-", "x" * 0, "x" * -5, ("=" * 10).center(14, "|"), "" * 100)
for bad in (lambda: "a".center("x"), lambda: "a".ljust(5, "ab"), lambda: "a".rjust(5, ""), lambda: "a".zfill(), lambda: "a".center(3, 1)):
    try:
        print(bad())
    except TypeError as e:
        print(e)
for row in (("name", 3), ("longer name", 42), ("x", 12345)):
    print(row[0].ljust(12) + str(row[1]).rjust(6) + "|")
