# Text processing: wrapping, justification, word statistics, caesar and vigenere ciphers, anagrams, palindromes.
TEXT = """The otter is a carnivorous mammal in the subfamily Lutrinae. The 14 extant otter species are all
semiaquatic, aquatic, or marine. Lutrinae is a branch of the Mustelidae family, which includes weasels,
badgers, mink, and wolverines, among other animals.

Otters' habitats include dens known as holts or couches, with their social structure described by such
terms as dogs or boars for males, bitches or sows for females, and pups or cubs for offspring."""


def wrap(text, width):
    for paragraph in text.split("\n\n"):
        line = []
        for word in paragraph.split():
            if line and len(" ".join(line + [word])) > width:
                yield line
                line = []
            line.append(word)
        if line:
            yield line
        yield []


def justify(words, width):
    if len(words) == 1:
        return words[0]
    gaps = len(words) - 1
    spaces = width - sum(map(len, words))
    each, extra = divmod(spaces, gaps)
    return "".join(w + " " * (each + (i < extra)) for i, w in enumerate(words[:-1])) + words[-1]


for style in (" ".join, lambda w: justify(w, 40) if w else "", lambda w: " ".join(w).center(40).rstrip(), lambda w: " ".join(w).rjust(40)):
    for number, words in enumerate(wrap(TEXT, 40)):
        if number < 3:
            print("|" + style(words))


def words_of(text):
    word = ""
    for c in text.lower() + " ":
        if c.isalpha() or c == "'" and word:
            word += c
        elif word:
            yield word.rstrip("'")
            word = ""


freq = {}
for w in words_of(TEXT):
    freq[w] = freq.get(w, 0) + 1
print(sorted(freq.items(), key=lambda p: (-p[1], p[0]))[:8], len(freq), max(freq, key=lambda w: (len(w), w)))
by_length = {}
for w in freq:
    by_length.setdefault(len(w), []).append(w)
for n in sorted(by_length):
    print(n, sorted(by_length[n])[:4])


def caesar(text, k):
    def shift(c):
        for base in "aA":
            if "a" <= c.lower() <= "z" and c.islower() == base.islower():
                return chr((ord(c) - ord(base) + k) % 26 + ord(base))
        return c
    return "".join(map(shift, text))


def vigenere(text, key, sign=1):
    out, i = [], 0
    for c in text:
        if c.isalpha() and c.isascii():
            out.append(caesar(c, sign * (ord(key[i % len(key)]) - 97)))
            i += 1
        else:
            out.append(c)
    return "".join(out)


secret = caesar("Hello, World! xyz", 3)
print(secret, caesar(secret, -3), vigenere("Attack at dawn!", "lemon"), vigenere(vigenere("Attack at dawn!", "lemon"), "lemon", -1))
groups = {}
for w in "listen silent enlist google elgoog abc cab bca xyz".split():
    groups.setdefault("".join(sorted(w)), []).append(w)
print([g for g in groups.values() if len(g) > 1])
for s in ("A man, a plan, a canal: Panama", "otter", "Été", ""):
    letters = [c for c in s.casefold() if c.isalnum()]
    print(repr(s), letters == letters[::-1])


def runs(s):
    out = []
    for c in s:
        if out and out[-1][0] == c:
            out[-1][1] += 1
        else:
            out.append([c, 1])
    return "".join(c + (str(n) if n > 1 else "") for c, n in out)


print(runs("aaabccdddd"), runs(""), runs("abc"), " ".join(w.capitalize() for w in "the end of it".split()), "-".join(reversed("a b c".split())))
vowels = {v: TEXT.lower().count(v) for v in "aeiou"}
print(vowels, f"{sum(vowels.values()) / len(TEXT):.1%}", TEXT.translate(str.maketrans("", "", "aeiou"))[:40])
