def wrap(x, bits, is_signed):
    x = int(x) & (1 << bits) - 1
    return x - (1 << bits) if is_signed and x >> bits - 1 else x

def edges(bits, signed):
    if signed:
        return [0, 1, -1, 2, -7, 100, 2 ** (bits - 1) - 1, -2 ** (bits - 1), 2 ** (bits - 1) - 2, -2 ** (bits - 1) + 1]
    return [0, 1, 3, 7, 100, 2 ** bits - 1, 2 ** bits - 2, 2 ** (bits - 1), 2 ** (bits - 1) - 1, 2 ** (bits - 2) + 5]

def maker(bits, is_signed):
    def all_of(a, b, n):
        w = lambda x: wrap(x, bits, is_signed)
        by = n % bits
        return (w(a + b), w(a - b), w(a * b), w(a // b) if b else 0, w(a % b) if b else 0, w(a << by), a >> by, a & b, a | b, a ^ b,
                w(-a), w(~a), w(pow(a, n, 1 << bits)), w((a + 1 - b) * 3), a < b, a == b)
    return all_of

def show(name, function, values):
    digest = 0
    for a in values:
        for b in values:
            for n in (0, 1, 3, 9, 40, 63, 64, 200):
                result = function(a, b, n)
                digest = (digest * 1000003 + sum(x * (i + 1) for i, x in enumerate(result))) % (2 ** 61 - 1)
        print(name, a, function(a, values[4], 5))
    print(name, digest)

names = ["i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"]
for name in names:
    bits, is_signed = int(name[1:]), name[0] == "i"
    show(name, maker(bits, is_signed), edges(bits, is_signed))

print([wrap(v, int(t[1:]), t[0] == "i") for v in (300, -1, 2 ** 70 + 5, -2 ** 65 - 9, 3.99, -3.99, 1e10, True) for t in names])
