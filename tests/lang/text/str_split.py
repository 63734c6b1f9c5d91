# split, rsplit, splitlines, join, partition and strip in their many forms.
s = "  a b   c  "
print(s.split(), s.split(" "), s.split(None, 1), s.rsplit(None, 1), s.split(" ", 2), "".split(), "".split(","), " ".split())
print("a,b,,c,".split(","), "a,b,c,d".split(",", 2), "a,b,c,d".rsplit(",", 2), "a--b--c".split("--"), "abc".split("x"), "aaa".split("a"))
print("one two  three".split(maxsplit=1), "a,b,c".rsplit(",", maxsplit=1), "a b".split(sep=None), "a,b".split(",", 0), "a b c".split(None, 0))
print("a\nb\r\nc\rd\n".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "\n".splitlines(), "a\x0bb\x0cc\x1cd\u2028e\x85f".splitlines())
print("a\nb".splitlines(keepends=True), "x\n\ny".splitlines(), "no newline".splitlines())
print(repr(s.strip()), repr(s.lstrip()), repr(s.rstrip()), "xxhixx".strip("x"), "xyhixy".lstrip("xy"), "abcba".strip("ab"), "mississippi".rstrip("ip"), repr("\u2003a\u00a0".strip()), "".strip(), "aaa".strip("a") == "")
print(",".join(["a", "b"]), "".join(["x", "y"]), "-".join("abc"), ",".join([]), ",".join(["one"]), ", ".join(str(i) for i in range(4)), "::".join({"k": 1, "l": 2}))
for bad in (lambda: "a".split(""), lambda: "a".split(1), lambda: ",".join(5), lambda: ",".join(["a", 1]), lambda: "a".strip(1), lambda: "a".partition("")):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print("a\u3000b c".split(), "äöü-ß".split("-"), "日本,語".split(","), "tab\tsep".split("\t"), "a\x1fb".split())
text = """first line
  second line

last"""
for number, line in enumerate(text.split("\n"), 1):
    print(number, repr(line))
