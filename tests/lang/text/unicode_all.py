# no-stress
# Every property and mapping of every code point, folded into checksums per block so that a difference shows where it is.
def fold(h, n):
    return (h * 31 + n) % 1000000007

def bits(c):
    n = 0
    for p in (c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.isupper(), c.islower(), c.istitle(),
              c.isspace(), c.isprintable(), c.isidentifier(), ("a" + c).isidentifier(), c.isalnum()):
        n = n * 2 + p
    return n

def text(h, s):
    for c in s:
        h = fold(h, ord(c))
    return fold(h, len(s))

def block(start, end):
    h = 0
    for i in range(start, end):
        c = chr(i)
        h = fold(h, bits(c))
        for s in (c.upper(), c.lower(), c.title(), c.casefold(), c.swapcase(), c.capitalize()):
            h = text(h, s)
        h = text(h, repr(c))
        if c.isdecimal():
            h = fold(h, int(c))
    return h

for start in list(range(0, 0x3000, 0x100)) + [0xA600, 0xA700, 0xAB00, 0xD700, 0xD800, 0xDFFF, 0xF900, 0xFA00, 0xFB00, 0xFE00, 0xFF00,
              0x10000, 0x10400, 0x10500, 0x10E00, 0x11000, 0x16E00, 0x1D400, 0x1D700, 0x1E900, 0x1F100, 0x1F600, 0x20000, 0x2A600, 0xE0000, 0x10FF00]:
    print(hex(start), block(start, start + 0x100))

for word in ("ΑΣ", "ΑΣΒ", "Σ", "ΑΣ.", "Α.ΣΒ", "ΟΔΟΣ ΟΔΟΣ", "aΣ'b", "1Σ", "aΣ\u0301"):
    print(word.lower(), word.lower().upper(), word.title(), word.capitalize(), word.swapcase(), word.casefold())
