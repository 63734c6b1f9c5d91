"""Exact fractions."""

import math
import numbers
import operator

__all__ = ['Fraction']

_MODULUS = (1 << 61) - 1


def _digits_end(text, at):
    begin = at
    while at < len(text) and (text[at].isdigit() or text[at] == '_' and at > begin and text[at - 1].isdigit() and at + 1 < len(text) and text[at + 1].isdigit()):
        at += 1
    return at


def _parse(text):
    """(numerator, denominator) of '3', '-3/4', '1.25e-3'."""
    body = text.strip()
    sign = -1 if body[:1] == '-' else 1
    at = 1 if body[:1] in ('-', '+') else 0
    end = _digits_end(body, at)
    whole = body[at:end]
    if body[end:end + 1] == '/' and whole:
        stop = _digits_end(body, end + 1)
        if stop > end + 1 and stop == len(body):
            return sign * int(whole), int(body[end + 1:stop])
    else:
        places = ''
        if body[end:end + 1] == '.':
            stop = _digits_end(body, end + 1)
            places, end = body[end + 1:stop].replace('_', ''), stop
        power = 0
        if (whole or places) and body[end:end + 1] in ('e', 'E'):
            start = end + 2 if body[end + 1:end + 2] in ('+', '-') else end + 1
            stop = _digits_end(body, start)
            if stop > start:
                power, end = int(body[end + 1:stop]), stop
        if (whole or places) and end == len(body):
            numerator = int((whole.replace('_', '') or '0') + places) * sign
            power -= len(places)
            return (numerator * 10 ** power, 1) if power >= 0 else (numerator, 10 ** -power)
    raise ValueError('Invalid literal for Fraction: %r' % text)


def _lowest(numerator, denominator):
    """The fraction of two ints without a common divisor, the second positive."""
    self = object.__new__(Fraction)
    self._numerator, self._denominator = numerator, denominator
    return self


class Fraction(numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if type(numerator) is int and type(denominator) is int:
            pass
        elif denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError('argument should be a string or a Rational instance')
            numerator, denominator = _parse(numerator)
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator, self._denominator = numerator // common, denominator // common
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('%s.from_float() only takes floats, not %r (%s)' % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        first, second = Fraction(p0 + k * p1, q0 + k * q1), Fraction(p1, q1)
        return second if abs(second - self) <= abs(first - self) else first

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def __repr__(self):
        return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else '%s/%s' % (self._numerator, self._denominator)

    def _with(self, other, exact, inexact):
        if isinstance(other, Fraction):
            return exact(self, other)
        if isinstance(other, int):
            return exact(self, _lowest(int(other), 1))
        if isinstance(other, float):
            return inexact(float(self), other)
        return inexact(complex(self), other) if isinstance(other, complex) else NotImplemented

    def _after(self, other, exact, inexact):
        if isinstance(other, numbers.Rational):
            return exact(Fraction(other), self)
        if isinstance(other, numbers.Real):
            return inexact(float(other), float(self))
        return inexact(complex(other), complex(self)) if isinstance(other, numbers.Complex) else NotImplemented

    # Knuth, The Art of Computer Programming, volume 2, 4.5.1: divisors are taken out while the numbers are small.
    def _sum(a, n, b):
        """a + n/b's denominator; n is b's numerator or its negative."""
        common = math.gcd(a._denominator, b._denominator)
        if common == 1:
            return _lowest(a._numerator * b._denominator + n * a._denominator, a._denominator * b._denominator)
        part = a._denominator // common
        total = a._numerator * (b._denominator // common) + n * part
        again = math.gcd(total, common)
        return _lowest(total // again, part * (b._denominator // again))

    def _add(a, b):
        return a._sum(b._numerator, b)

    def _sub(a, b):
        return a._sum(-b._numerator, b)

    def _times(a, n, d):
        left, right = math.gcd(a._numerator, d), math.gcd(n, a._denominator)
        return _lowest((a._numerator // left) * (n // right), (a._denominator // right) * (d // left))

    def _mul(a, b):
        return a._times(b._numerator, b._denominator)

    def _div(a, b):
        if b._numerator == 0:
            sign = (a._numerator > 0) - (a._numerator < 0)
            raise ZeroDivisionError('Fraction(%s, 0)' % (sign * b._denominator // math.gcd(a._denominator, b._denominator)))
        return a._times(b._denominator, b._numerator) if b._numerator > 0 else a._times(-b._denominator, -b._numerator)

    def _floordiv(a, b):
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    def _mod(a, b):
        below = a.denominator * b.denominator
        return Fraction((a.numerator * b.denominator) % (b.numerator * a.denominator), below)

    def _divmod(a, b):
        quotient, rest = divmod(a.numerator * b.denominator, a.denominator * b.numerator)
        return quotient, Fraction(rest, a.denominator * b.denominator)

    def __add__(a, b):
        return a._with(b, Fraction._add, operator.add)

    def __radd__(b, a):
        return b._after(a, Fraction._add, operator.add)

    def __sub__(a, b):
        return a._with(b, Fraction._sub, operator.sub)

    def __rsub__(b, a):
        return b._after(a, Fraction._sub, operator.sub)

    def __mul__(a, b):
        return a._with(b, Fraction._mul, operator.mul)

    def __rmul__(b, a):
        return b._after(a, Fraction._mul, operator.mul)

    def __truediv__(a, b):
        return a._with(b, Fraction._div, operator.truediv)

    def __rtruediv__(b, a):
        return b._after(a, Fraction._div, operator.truediv)

    def __floordiv__(a, b):
        return a._with(b, Fraction._floordiv, operator.floordiv)

    def __rfloordiv__(b, a):
        return b._after(a, Fraction._floordiv, operator.floordiv)

    def __mod__(a, b):
        return a._with(b, Fraction._mod, operator.mod)

    def __rmod__(b, a):
        return b._after(a, Fraction._mod, operator.mod)

    def __divmod__(a, b):
        return a._with(b, Fraction._divmod, divmod)

    def __rdivmod__(b, a):
        return b._after(a, Fraction._divmod, divmod)

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        power = b.numerator
        if power >= 0:
            return _lowest(a._numerator ** power, a._denominator ** power)
        if a._numerator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % a._denominator ** -power)
        return Fraction(a._denominator ** -power, a._numerator ** -power)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** b._numerator if b._denominator == 1 else a ** float(b)

    def __pos__(a):
        return _lowest(a._numerator, a._denominator)

    def __neg__(a):
        return _lowest(-a._numerator, a._denominator)

    def __abs__(a):
        return _lowest(abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, rest = divmod(self._numerator, self._denominator)
            if rest * 2 < self._denominator:
                return floor
            return floor + 1 if rest * 2 > self._denominator or floor % 2 else floor
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __float__(self):
        return self._numerator / self._denominator

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _MODULUS)
        except ValueError:
            found = 314159
        else:
            found = hash(hash(abs(self._numerator)) * inverse)
        found = found if self._numerator >= 0 else -found
        return -2 if found == -1 else found

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if type(b) is Fraction:
            return a._numerator == b._numerator and a._denominator == b._denominator
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, float):
            return a == Fraction(b) if math.isfinite(b) else 0.0 == b
        if isinstance(b, numbers.Complex) and b.imag == 0:
            return a == b.real
        return NotImplemented

    def _order(self, other, op):
        if isinstance(other, Fraction):
            return op(self._numerator * other._denominator, self._denominator * other._numerator)
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return op(self, Fraction(other)) if math.isfinite(other) else op(0.0, other)
        return NotImplemented

    def __lt__(a, b):
        return a._order(b, operator.lt)

    def __gt__(a, b):
        return a._order(b, operator.gt)

    def __le__(a, b):
        return a._order(b, operator.le)

    def __ge__(a, b):
        return a._order(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
