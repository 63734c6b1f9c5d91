# no-stress
# Products, squares and sums of ints of every size up to several thousand bits: the sizes where algorithms change.
x = 1
h = 0
for i in range(1, 180):
    x = (x << 60) + 0xFFFFFFFFFFFFFFF - i
    y = x >> (i % 61)
    sq = x * x
    h = (h * 31 + hash(sq) + hash(x * y) + hash(x + y) + hash(y - x) + hash(x * 12345) + hash(x * -y) + hash(-x - y)) % (2**61 - 1)
    assert sq // x == x and sq % x == 0 and (x * y) // y == x
    assert (x + y) - y == x and (x - y) + y == x
    print(i, h, hash(sq), x % 1000007, (x * y) % 998244353)
a, b = 0, 1
for i in range(3000):
    a, b = b, a + b
print(a)
p = 1
for i in range(1, 800):
    p *= i
    p = -p
print(p)
