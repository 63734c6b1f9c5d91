# Strings that grow by appending, with several continuations of the same prefix.
def grow(unit, n):
    s = ""
    kept = []
    for i in range(n):
        s += unit + str(i % 10)
        if i % 500 == 0:
            kept.append(s)
    return s, kept

for unit in ("x", "é", "ab€", "\U0001f600"):
    s, kept = grow(unit, 3000)
    other = [k + "!" for k in kept]
    again = [k + "?" for k in kept]
    print(len(s), s[:12], s[-12:], s[1500:1512], s[::-1][:9], hash(s) == hash("".join(s)), s == "".join(list(s)))
    print([len(k) for k in kept], all(s.startswith(k) for k in kept))
    print([o[-3:] for o in other], [o[-3:] for o in again], [k + "!" == o for k, o in zip(kept, other)])
    print({s: 1}[s + ""], s in {s: 1}, s + "" is not None, sorted([s, other[-1], again[-1]])[0] == min(s, other[-1], again[-1]))
    print(s.count(unit), s.find(unit + "9"), len(s.upper()), len(s.replace(unit, "")), s.encode() == "".join(kept[-1:] + [s[len(kept[-1]):]]).encode())
    print(type(s), isinstance(s, str), str(s) == s, repr(s)[:10], f"{s:.5}", "%.4s" % s, s * 2 == s + s, bool(s), s[0] + s[-1], s[2000], s[-2000])

t = "a" * 2000
u = t + "b"
v = t + "c"
w = u + "d"
x = u + "e"
print(u[-1], v[-1], w[-2:], x[-2:], len(t), t.endswith("a"), int("0" * 2000 + "12"), float("0" * 3000 + "1.5"))
n = "0" * 1500
for i in range(5):
    n += str(i)
m = n + "7"
print(int(n), int(m), float(n), n.isdigit(), (n + "x").isdigit())
