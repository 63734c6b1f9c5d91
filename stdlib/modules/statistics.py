"""Means, medians, modes and spreads."""

import math
from collections import Counter
from fractions import Fraction
from bisect import bisect_left, bisect_right

__all__ = ['StatisticsError', 'fmean', 'geometric_mean', 'harmonic_mean', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode',
           'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance', 'correlation', 'covariance', 'linear_regression', 'NormalDist']


class StatisticsError(ValueError):
    pass


def _kind_of(data):
    """What a mean of these is: a fraction when one is among them, a float when one is, else an int."""
    kind = int
    for x in data:
        if isinstance(x, Fraction):
            kind = Fraction if kind is not float else float
        elif isinstance(x, float):
            kind = float
        elif not isinstance(x, int):
            raise TypeError("can't convert type '%s' to numerator/denominator" % type(x).__name__)
    return kind


def _exact(x):
    return x if isinstance(x, Fraction) else Fraction(x)


def _total(parts):
    """The sum of numerators by their denominators."""
    return sum((Fraction(n, d) for d, n in parts.items()), Fraction(0))


def _is_finite(data):
    return not any(isinstance(x, float) and not math.isfinite(x) for x in data)


def _sum(data):
    data = list(data)
    if not _is_finite(data):
        return sum(data)
    parts = {}
    for x in data:
        n, d = x.as_integer_ratio()
        parts[d] = parts.get(d, 0) + n
    return _total(parts)


def _sums(data):
    """The sum of finite data and the sum of their squares."""
    parts, squares = {}, {}
    for x in data:
        n, d = x.as_integer_ratio()
        parts[d] = parts.get(d, 0) + n
        squares[d] = squares.get(d, 0) + n * n
    return _total(parts), _total({d * d: n for d, n in squares.items()})


def _as(value, kind):
    if isinstance(value, float) or kind is Fraction:
        return value
    if kind is float:
        return value.numerator / value.denominator
    return int(value) if value.denominator == 1 else value.numerator / value.denominator


def mean(data):
    data = list(data)
    if not data:
        raise StatisticsError('mean requires at least one data point')
    kind = _kind_of(data)
    return _as(_sum(data) / len(data), kind)


def fmean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('fmean requires at least one data point')
    if weights is None:
        return math.fsum(data) / len(data)
    weights = list(weights)
    if len(weights) != len(data):
        raise StatisticsError('data and weights must be the same length')
    total = math.fsum(weights)
    if not total:
        raise StatisticsError('sum of weights must be non-zero')
    return math.fsum(x * w for x, w in zip(data, weights)) / total


def geometric_mean(data):
    try:
        return math.exp(fmean(map(math.log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset containing positive numbers') from None


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if any(x < 0 for x in data):
        raise StatisticsError('harmonic mean does not support negative values')
    if len(data) == 1 and weights is None:
        return data[0]
    weights = [1] * len(data) if weights is None else list(weights)
    if len(weights) != len(data):
        raise StatisticsError('Number of weights does not match data size')
    if 0 in data:
        return 0
    parts = [w / x if w else 0 for w, x in zip(weights, data)]
    return _as(_sum(weights) / _sum(parts), _kind_of(parts))


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data


def median(data):
    data = _sorted(data)
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1):
    data = _sorted(data)
    n = len(data)
    x = data[n // 2]
    below, upto = bisect_left(data, x), bisect_right(data, x)
    return float(x) - interval / 2.0 + interval * (n / 2 - below) / (upto - below)


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    if method not in ('inclusive', 'exclusive'):
        raise ValueError(f'Unknown method: {method!r}')
    found = []
    for i in range(1, n):
        if method == 'inclusive':
            j, delta = divmod(i * (size - 1), n)
            found.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        else:
            j = min(max(i * (size + 1) // n, 1), size - 1)
            delta = i * (size + 1) - j * n
            found.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
    return found


def _squares(data, center):
    """The sum of the squared distances from the center, by default the mean."""
    if _is_finite(data) and not (isinstance(center, float) and not math.isfinite(center)):
        total, squares = _sums(data)
        if center is None:
            return squares - total * total / len(data)
        center = _exact(center)
        return squares - 2 * center * total + len(data) * center * center
    center = _sum(data) / len(data) if center is None else center
    return sum(((_exact(x) - center) ** 2 for x in data), Fraction(0))


def variance(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('variance requires at least two data points')
    kind = _kind_of(data)
    return _as(_squares(data, xbar) / (len(data) - 1), kind)


def pvariance(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError('pvariance requires at least one data point')
    kind = _kind_of(data)
    return _as(_squares(data, mu) / len(data), kind)


def _root(value):
    """The square root of a fraction, correctly rounded."""
    n, d = value.numerator, value.denominator
    shift = (n.bit_length() - d.bit_length() - 109) // 2
    if shift >= 0:
        root = math.isqrt(n // (d << 2 * shift)) | (n % (d << 2 * shift) != 0)
        return float(root << shift)
    top = n << -2 * shift
    root = math.isqrt(top // d)
    return (root | (root * root * d != top)) / (1 << -shift)


def stdev(data, xbar=None):
    data = list(data)
    if len(data) < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(_squares(data, xbar) / (len(data) - 1))


def pstdev(data, mu=None):
    data = list(data)
    if not data:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(_squares(data, mu) / len(data))


def _pairs(x, y, what):
    if len(x) != len(y):
        raise StatisticsError(f'{what} requires that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{what} requires at least two data points')
    return math.fsum(x) / len(x), math.fsum(y) / len(y)


def covariance(x, y, /):
    xbar, ybar = _pairs(x, y, 'covariance')
    return math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)) / (len(x) - 1)


def correlation(x, y, /):
    xbar, ybar = _pairs(x, y, 'correlation')
    sxy = math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
    sxx = math.fsum((xi - xbar) ** 2.0 for xi in x)
    syy = math.fsum((yi - ybar) ** 2.0 for yi in y)
    try:
        return sxy / math.sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant') from None


class LinearRegression(tuple):
    def __new__(cls, slope, intercept):
        return tuple.__new__(cls, (slope, intercept))

    slope = property(lambda self: self[0])
    intercept = property(lambda self: self[1])

    def __repr__(self):
        return 'LinearRegression(slope=%r, intercept=%r)' % self


def linear_regression(x, y, /, *, proportional=False):
    xbar, ybar = _pairs(x, y, 'linear regression')
    if proportional:
        sxy, sxx = math.fsum(xi * yi for xi, yi in zip(x, y)), math.fsum(xi * xi for xi in x)
    else:
        sxy = math.fsum((xi - xbar) * (yi - ybar) for xi, yi in zip(x, y))
        sxx = math.fsum((xi - xbar) ** 2.0 for xi in x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant') from None
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)


class NormalDist:
    """A normal distribution."""

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self.mean, self.stdev = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        data = list(data)
        return cls(fmean(data), stdev(data))

    @property
    def variance(self):
        return self.stdev ** 2.0

    @property
    def median(self):
        return self.mean

    mode = median

    def pdf(self, x):
        variance = self.stdev ** 2.0
        if not variance:
            raise StatisticsError('pdf() not defined when sigma is zero')
        diff = x - self.mean
        return math.exp(diff * diff / (-2.0 * variance)) / math.sqrt(math.tau * variance)

    def cdf(self, x):
        if not self.stdev:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * (1.0 + math.erf((x - self.mean) / (self.stdev * math.sqrt(2.0))))

    def zscore(self, x):
        return (x - self.mean) / self.stdev

    def __eq__(self, other):
        return (self.mean, self.stdev) == (other.mean, other.stdev) if isinstance(other, NormalDist) else NotImplemented

    def __hash__(self):
        return hash((self.mean, self.stdev))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self.mean!r}, sigma={self.stdev!r})'
