# Strings are code points: indexing, slicing, len, ord, chr, reversal, comparison.
s = "aé日😀z"
print(len(s), list(s), s[2], s[3], s[-2], s[1:4], s[::-1], s[::2], [ord(c) for c in s])
print(chr(97), chr(233), chr(0x65E5), chr(0x1F600), [chr(i) for i in range(0x3B1, 0x3B6)])
print(sorted("zéaä😀日b"), max(s), min(s), "a" < "é" < "日" < "😀", "z" < "é", "Z" < "a", "abc" < "abd", "ab" < "abc", "" < "a")
print(s.index("日"), s.find("😀"), s.count("é"), "日" in s, s.replace("日", "--"), s.split("日"), s.partition("😀"))
print(s.encode(), s.encode("utf-8").decode("utf-8") == s, len(s.encode()), "é".encode("latin-1"), ascii(s))
print("\u00e9" == "é", "e\u0301" == "é", len("e\u0301"), "\x41\101\u0041\U00000041")
for i, c in enumerate(s):
    print(i, c, end="; ")
print()
print(repr("tab\t nl\n cr\r quote' dquote\" back\\ nul\0 bell\a é \u200b \u2028 \ud7ff \x7f \x80 \xad 😀 \U000e0001"))
print(repr("it's"), repr('say "hi"'), repr("""both ' and " """), repr(""), repr("\\n"))
print("日本語".center(9, "*"), "ß".upper(), "ŉ".upper(), "ΑΣ".lower(), "😀" * 3, "é" + "日")
d = {"é": 1, "日": 2, "😀": 3}
print(d["é"], d["😀"], d, hash("é") == hash("\u00e9"), "日" in d)
long = "ab日" * 100
print(len(long), long[150], long[299], long[-300], long[100:110], long.count("日"), long.rfind("日"), long[::50])
for bad in (lambda: s[5], lambda: s[-6], lambda: ""[0], lambda: chr(-1)):
    try:
        print(bad())
    except (IndexError, ValueError) as e:
        print(type(e).__name__, e)
print("abc" == "abc", "a\0b" == "a\0b", len("a\0b"), "a\0b" > "a")
print("mañana".translate({ord("ñ"): "n", ord("m"): None, 97: "AA"}), "hello".translate(str.maketrans("el", "ip", "o")), str.maketrans({"a": "1", "b": None}))
