# bytearray: the mutable sibling.
a = bytearray(b"hello")
a[0] = 72
a.append(33)
a.extend(b" you")
a += b"?"
print(a, len(a), a[0], a[1:3], bytes(a), a == b"Hello! you?", a.decode(), a.upper(), a.find(b"l"))
a[1:3] = b"EEE"
del a[-1]
print(a, a.pop(), a.pop(0), a)
a.insert(0, 65)
a.remove(108)
a.reverse()
print(a, list(a)[:3], 65 in a, b"l" in a, a.count(b"E"))
b = a.copy()
b.clear()
print(b, a is b, bool(b), bytearray(), bytearray(3), bytearray([1, 2]), bytearray("é", "utf-8"), bytearray(b"ab") * 2, bytearray(b"a") + b"b", b"a" + bytearray(b"b"))
a[::2] = b"." * len(a[::2])
print(a, repr(bytearray(b"\x00'")), str(bytearray(b"x")), a.hex(), bytearray(b"b") > bytearray(b"a"), bytearray.fromhex("0aff"))
for bad in (lambda: a.append(256), lambda: a.append("x"), lambda: hash(a), lambda: a.remove(1), lambda: bytearray().pop(), lambda: a.__setitem__(100, 1)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
counts = bytearray(5)
for i in (0, 1, 1, 4, 4, 4):
    counts[i] += 1
print(counts, list(counts), sum(counts), max(counts), sorted(counts, reverse=True))
sieve = bytearray([1]) * 50
sieve[0:2] = b"\0\0"
for i in range(2, 8):
    if sieve[i]:
        sieve[i * i::i] = bytes(len(sieve[i * i::i]))
print([i for i, flag in enumerate(sieve) if flag])
