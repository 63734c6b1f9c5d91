# A pattern matcher made at run time: a pattern becomes a net of closures, which then meets many words.
import sys


def literal(c, following):
    def match(text, at):
        return at < len(text) and text[at] == c and following(text, at + 1)

    return match


def any_of(chars, following):
    def match(text, at):
        return at < len(text) and text[at] in chars and following(text, at + 1)

    return match


def anything(following):
    def match(text, at):
        return at < len(text) and following(text, at + 1)

    return match


def star(accepts, following):
    def match(text, at):
        end = at
        while end < len(text) and accepts(text[end]):
            end += 1
        while end >= at:
            if following(text, end):
                return True
            end -= 1
        return False

    return match


def at_end(text, at):
    return at == len(text)


def accepts_one(c):
    return lambda x: x == c


def accepts_any(x):
    return True


def accepts_set(chars):
    return lambda x: x in chars


def parse_atoms(pattern):
    """The atoms as (kind, characters, starred)."""
    atoms = []
    i = 0
    while i < len(pattern):
        c = pattern[i]
        if c == "[":
            end = pattern.index("]", i)
            atom = ("set", pattern[i + 1:end])
            i = end
        elif c == ".":
            atom = ("any", "")
        else:
            atom = ("one", c)
        starred = i + 1 < len(pattern) and pattern[i + 1] == "*"
        i += 2 if starred else 1
        atoms.append((atom[0], atom[1], starred))
    return atoms


def build(pattern):
    following = at_end
    for kind, chars, starred in reversed(parse_atoms(pattern)):
        if starred:
            if kind == "one":
                following = star(accepts_one(chars), following)
            elif kind == "any":
                following = star(accepts_any, following)
            else:
                following = star(accepts_set(chars), following)
        elif kind == "one":
            following = literal(chars, following)
        elif kind == "any":
            following = anything(following)
        else:
            following = any_of(chars, following)
    return following


def make_words(count, seed):
    words = []
    for _ in range(count):
        seed = seed * 16807 % 2147483647
        rest = seed
        word = ""
        for _ in range(4 + seed % 7):
            word += "abcde"[rest % 5]
            rest //= 5
        words.append(word)
    return words


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 95
    words = make_words(2000, 9)
    matchers = [build(pattern) for pattern in ("a*b[cd]*.*e", ".*ab.*", "[abc]*d[^e]*.*a", "c.a.*", ".*a.*b.*c.*")]
    found = 0
    for i in range(rounds):
        for place, match in enumerate(matchers):
            for word in words:
                if match(word, 0):
                    found += place + 1
    print(found)


main()
