# The rest of str's methods, str() of things, comparison and multiplication.
print(str(1), str(1.5), str(None), str(True), str([1, "a", None]), str({"a": [1]}), str((1,)), str(()), str({1}), str(set()), str(range(3)), str(b"x"))
print(str(), str(b"caf\xc3\xa9", "utf-8"), str(b"ab", encoding="ascii"), str(object) , str(int), str(type(None)), str(len), str(ValueError("x")))
s = "hello"
print(s[0], s[-1], s[1:3], s[:2], s[3:], s[::2], s[::-1], s[10:], s[-3:-1], s[4:1:-1], s[-100:100], s[2:2], s[True], s[slice(1, 4)])
print(s * 2, 2 * s, s + " world", s == "hello", s != "Hello", s < "help", s >= "hell", "" < s, s in ["hello"], hash(s) == hash("hel" + "lo"))
print(s.join("abc"), list(s), tuple(s), set("aab") == {"a", "b"}, dict(zip(s, range(5))), sorted(s), list(reversed(s)), list(enumerate("ab", 1)), max(s), min(s), len(s))
print(s.encode("ascii"), "é".encode("utf-16-le"), "é€".encode("utf-8"), "é".encode("ascii", "ignore"), "é".encode("ascii", "replace"), "é".encode("ascii", "xmlcharrefreplace"), "é€".encode("latin-1", "replace"), "é".encode("ascii", "backslashreplace"))
for bad in (lambda: "é".encode("ascii"), lambda: b"\xff".decode("utf-8"), lambda: b"abc\x80def".decode("ascii"), lambda: "x".encode("no-such-codec"), lambda: b"\xe2\x82".decode(), lambda: "€".encode("latin-1")):
    try:
        print(bad())
    except (UnicodeError, LookupError) as e:
        print(type(e).__name__, e)
print("a,b".__contains__(","), "abc".__len__(), "abc".__getitem__(1), "a".__add__("b"), "a".__eq__("a"), "a".__lt__("b"), "ab".__mul__(2), "x".__str__(), "x".__repr__(), "a".__eq__(1))
for ch in "añ":
    print(ch, ord(ch), end=" ")
print()
parts = []
for i in range(5):
    parts.append(str(i) * i)
print("".join(parts), "/".join(parts), "".join(reversed("abc")), "".join(sorted("banana")), " ".join(map(str, [1, 2.5, None])))
acc = ""
for i in range(1000):
    acc += chr(97 + i % 26)
print(len(acc), acc[500:520], acc.count("a"), acc[:5] * 2)
print("a" "b" == "ab", "x" is not None, isinstance("", str), type("").__name__, callable("x".upper), bool(""), not "", "abc" and "d", "" or "e")
print(ascii("é日😀\n"), repr("é"), "\u00e9", "%r" % "é\u0300", ascii(["é"]))
up = str.upper
print(up("abc"), list(map(str.strip, [" a ", "b "])), str.join("-", ["a", "b"]), str.split("a b"), sorted(["b", "A", "c"], key=str.lower), str.__name__, "abc".upper.__name__)
