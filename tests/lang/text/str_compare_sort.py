# Comparing and sorting text: by code point, by key, with ties; joins and numbers in text.
words = ["zebra", "Apple", "éclair", "apple", "Zoo", "äpfel", "banana", "10", "9", "", "a", "ab", "日本", "😀", "_"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, reverse=True)[:4], sorted(words, key=lambda w: (len(w), w))[-3:])
print([a < b for a, b in zip(words, words[1:])], max(words), min(words), max(words, key=len), sorted(words, key=str.casefold)[:5])
def natural(s):
    parts, num = [], ""
    for c in s:
        if c.isdigit():
            num += c
        else:
            if num:
                parts.append((1, int(num)))
                num = ""
            parts.append((0, c))
    if num:
        parts.append((1, int(num)))
    return [(k, str(v).rjust(10) if k == 0 else str(v).rjust(10, "0")) for k, v in parts]
print(sorted(["file10", "file9", "file1", "File2", "file100a", "file9b"], key=natural))
print("a" < "b", "a" < "B", "abc" < "abcd", "" < "a", "a\0" > "a", "é" > "z", "10" < "9", "a" == "a ", "ﬀ" == "ff", "I".lower() == "i")
print(",".join(sorted("hello world")), "".join(dict.fromkeys("mississippi")), sorted({"b": 1, "a": 2}), ["x" * i for i in range(4)] == sorted("x" * i for i in (3, 1, 0, 2)))
vowels = sum(c in "aeiou" for c in "the quick brown fox")
print(vowels, "abc" in "xabcx", "".join(c for c in "h3ll0" if c.isalpha()), "%s" * 3 % tuple("abc"), " ".join(["a"] * 3), "a-b_c".replace("-", " ").replace("_", " ").title(), "x=1;y=2".split(";")[1].split("=")[1])
def is_pal(s): return s == s[::-1]
print([w for w in "level noon otter radar abc".split() if is_pal(w)], str(12321)[::-1], int("-5" + "0"), "5" * 3, int("5" * 3) + 1, "1" + str(1), f"{'1'}{1}")
