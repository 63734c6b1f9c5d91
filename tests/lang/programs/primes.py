# Number theory: sieves, Miller-Rabin, factorisation, modular arithmetic, perfect numbers, RSA in small.
# no-stress
import math


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[:2] = b"\0\0"
    for i in range(2, math.isqrt(n) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return [i for i, f in enumerate(flags) if f]


def is_prime(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def rho(n):
    if n % 2 == 0:
        return 2
    for c in range(1, 20):
        x = y = 2
        d = 1
        while d == 1:
            x = (x * x + c) % n
            y = (y * y + c) % n
            y = (y * y + c) % n
            d = math.gcd(abs(x - y), n)
        if d != n:
            return d
    return n


def factor(n):
    if n == 1:
        return {}
    if is_prime(n):
        return {n: 1}
    d = rho(n)
    out = factor(d)
    for p, k in factor(n // d).items():
        out[p] = out.get(p, 0) + k
    return dict(sorted(out.items()))


def egcd(a, b):
    if b == 0:
        return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y


def crt(pairs):
    r, m = 0, 1
    for ri, mi in pairs:
        g, p, _ = egcd(m, mi)
        if (ri - r) % g:
            raise ValueError("no solution")
        lcm = m // g * mi
        r = (r + (ri - r) // g * p % (mi // g) * m) % lcm
        m = lcm
    return r, m


def totient(n):
    result = n
    for p in factor(n):
        result = result // p * (p - 1)
    return result


def divisors(n):
    out = [1]
    for p, k in factor(n).items():
        out = [d * p ** e for d in out for e in range(k + 1)]
    return sorted(out)


primes = sieve(10000)
print(len(primes), primes[:10], primes[-3:], [p for p in primes if p < 300 and str(p) == str(p)[::-1]])
print(all(is_prime(p) for p in primes), sum(map(is_prime, range(10000))) == len(primes), is_prime(2 ** 61 - 1), is_prime(2 ** 89 - 1), is_prime(561), is_prime(3215031751))
for n in (1, 2, 360, 97, 1001, 2 ** 32 + 1, 600851475143, 10 ** 12, 1000003 * 1000033):
    print(n, factor(n), totient(n), len(divisors(n)))
print(egcd(240, 46), pow(17, -1, 3120), crt([(2, 3), (3, 5), (2, 7)]), [n for n in range(2, 600) if sum(divisors(n)) == 2 * n])
try:
    crt([(1, 4), (2, 6)])
except ValueError as e:
    print(e)
p, q, e = 2 ** 61 - 1, 2 ** 89 - 1, 65537
n, d = p * q, pow(e, -1, (p - 1) * (q - 1))
message = int.from_bytes(b"otter swims", "big")
cipher = pow(message, e, n)
print(cipher, pow(cipher, d, n).to_bytes(11, "big"))
twins = [(a, b) for a, b in zip(primes, primes[1:]) if b - a == 2]
print(len(twins), twins[-1], max(b - a for a, b in zip(primes, primes[1:])), [sum(1 for p in primes if p % 4 == k) for k in range(4)])
print([next(n for n in range(2, 10 ** 6) if len(divisors(n)) >= k) for k in (2, 4, 8, 16, 32)], math.prod(primes[:20]))
