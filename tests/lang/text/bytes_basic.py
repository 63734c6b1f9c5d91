# bytes: literals, methods, indexing, conversion, comparison, repr.
b = b"hello\x00\xff world"
print(b, b[0], b[-1], b[1:4], b[::-1], len(b), list(b[:3]), b"h" in b, 104 in b, b.find(b"o"), b.rfind(b"o"), b.count(b"l"), b.index(b"w"), b.find(111))
print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes.fromhex("00 ff1a"), b"\x01\xab".hex(), b"\x01\xab\x02".hex(":"), b"abc".hex("-", 2))
print(b"a" + b"b", b"ab" * 2, b"a" < b"b", b"a" == b"a", b"a" == "a", b"" or b"x", hash(b"a") == hash(b"a"), b"a" != b"b", sorted([b"b", b"a"]), max(b"abc"))
print(b"a,b,c".split(b","), b" a b ".split(), b"a,b".rsplit(b",", 1), b"a\nb\r\n".splitlines(), b",".join([b"a", b"b"]), b" x ".strip(), b"xxaxx".strip(b"x"), b"abc".partition(b"b"), b"abc".rpartition(b"z"))
print(b"Hello".upper(), b"Hello".lower(), b"hello world".title(), b"hello".capitalize(), b"Hello".swapcase(), b"ab".center(6, b"*"), b"ab".ljust(4), b"ab".rjust(4, b"."), b"-5".zfill(5), b"a\tb".expandtabs(4))
print(b"abc".startswith(b"ab"), b"abc".endswith((b"x", b"c")), b"abc".isalpha(), b"12".isdigit(), b"a1".isalnum(), b" ".isspace(), b"A".isupper(), b"a".islower(), b"Ab".istitle(), b"a".isascii(), b"\xff".isascii())
print(b"abc".replace(b"b", b"xx"), b"aaa".replace(b"a", b"b", 2), b"abc".translate(bytes.maketrans(b"abc", b"xyz")), b"abc".translate(None, b"b"), b"abc".removeprefix(b"a"), b"abc".removesuffix(b"c"))
print(b"caf\xc3\xa9".decode(), b"abc".decode("ascii"), b"\xe9".decode("latin-1"), b"\xff".decode("utf-8", "replace"), b"a\xffb".decode("utf-8", "ignore"), b"a\xff".decode("ascii", "backslashreplace"))
print(repr(b"'"), repr(b'"'), repr(b"'\""), repr(b"\\\n\t\r\x7f\x80"), str(b"a"), f"{b'a'}", b"%d %s" % (1, b"x"), [x for x in b"ab"], tuple(b"ab"), {b"k": 1}[b"k"])
for bad in (lambda: b"a" + "b", lambda: b"a"[5], lambda: bytes([256]), lambda: bytes(-1), lambda: b"a".index(b"z"), lambda: bytes("a"), lambda: b"".join(["a"]), lambda: "a" in b"a", lambda: 256 in b"a",
            lambda: bytes.fromhex("0g"), lambda: b"a" < "a", lambda: bytes(1.5), lambda: b"a"["x"]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
for byte in b"\x00\x7f":
    print(byte, end=" ")
print(int.from_bytes(b"\x01\x00", "big"), (1000).to_bytes(3, "little"), bytes(reversed(b"abc")), b"abc".__len__(), b"x" * 0, not b"", bytes(x * 2 for x in range(3)))
