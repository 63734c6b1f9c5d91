# Random access, slicing and searching on long strings with mixed widths.
parts = ["abc", "é", "日本", "😀", "\x00", "ß", "\u200b", "Z"]
s = "".join(parts[i * 7 % 8] for i in range(200))
print(len(s), len(s.encode()), s.count("日"), s.find("😀"), s.rfind("😀"), s.index("ß", 50))
checks = 0
for i in range(0, len(s), 7):
    assert s[i] == s[i:i + 1] == s[:i + 1][-1] == s[i - len(s)]
    checks += 1
print(checks, [hex(ord(s[i])) for i in range(0, 30, 3)], ascii(s[10:20]), ascii(s[20:10:-1]), ascii(s[-10::3]))
rev = s[::-1]
print(rev[0] == s[-1], rev[::-1] == s, "".join(reversed(s)) == rev, s == "".join(list(s)), s[3:40] + s[40:] == s[3:])
for sub in ("é日", "日本", "本😀", "😀\x00", "zz", ""):
    print(ascii(sub), s.find(sub), s.rfind(sub), s.count(sub), sub in s, s.find(sub, 20), s.find(sub, -20), s.find(sub, 5, 9))
t = s.replace("日本", "NIPPON").replace("😀", ":)").replace("\x00", "")
print(len(t), t.isprintable(), ascii(t[:40]))
words = s.split("\x00")
print(len(words), ascii(words[0]), ascii(words[-1]), "\x00".join(words) == s, [len(w) for w in s.split("é")][:10])
counts = {}
for c in s:
    counts[c] = counts.get(c, 0) + 1
print({ascii(k): v for k, v in sorted(counts.items())})
print(max(s) == "😀", min(s) == "\x00", sorted(set(s)) == sorted(counts), s.upper().count("SS"), s.lower().count("z"), s.swapcase()[:3], s.title()[:4] != s[:4], s.center(len(s) + 2, "日")[0], len(s.ljust(300)), s.startswith("abc"), s.endswith(s[-5:]), s[:5] < s[5:], s * 2 == s + s, len(s * 3))
acc = ""
for i in range(300):
    acc += "añ日"[i % 3]
    if i % 50 == 0:
        print(len(acc), acc[-1], acc[i // 2], end=" ")
print(acc[::60], acc[100:110])
