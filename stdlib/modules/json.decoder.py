"""Reading JSON."""

from _json import scan as _scan
from json import JSONDecodeError, JSONDecoder

__all__ = ['JSONDecoder', 'JSONDecodeError']


def scanstring(s, end, strict=True):
    """The string whose text begins at `end`, behind the quote, and where it ends."""
    value, stop = _scan('"' + s[end:], 0, strict, None, None, float, int, None)
    if stop < 0:
        raise JSONDecodeError(value, s, end - 2 - stop)
    return value, stop + end - 1
