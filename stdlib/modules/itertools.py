"""Iterators made of iterators."""

__all__ = ['accumulate', 'chain', 'combinations', 'combinations_with_replacement', 'compress', 'count', 'cycle', 'dropwhile', 'filterfalse', 'groupby', 'islice', 'pairwise', 'permutations', 'product', 'repeat', 'starmap', 'takewhile', 'tee', 'zip_longest']

from operator import index as _index


class _Iterator:
    """What the classes below share: items come from a generator kept in _items."""

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._items)


class count(_Iterator):
    __static__ = True
    def __init__(self, start=0, step=1):
        for x in (start, step):
            if not hasattr(x, '__add__') or isinstance(x, (str, bytes, list, tuple)):
                raise TypeError('a number is required')
        self._at = start
        self._step = step

    def __iter__(self):
        return self

    def __next__(self):
        value = self._at
        self._at = value + self._step
        return value

    def __repr__(self):
        if type(self._step) is int and self._step == 1:
            return f'count({self._at!r})'
        return f'count({self._at!r}, {self._step!r})'


class repeat(_Iterator):
    __static__ = True
    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else max(times.__index__(), 0)

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        if self._left is None:
            return f'repeat({self._object!r})'
        return f'repeat({self._object!r}, {self._left})'


class cycle(_Iterator):
    __static__ = True

    def __init__(self, iterable, /):
        self._source = iter(iterable)
        self._saved = []
        self._at = 0

    def __next__(self):
        if self._source is not None:
            for item in self._source:
                self._saved.append(item)
                return item
            self._source = None
        saved, at = self._saved, self._at
        if not saved:
            raise StopIteration
        self._at = at + 1 if at + 1 < len(saved) else 0
        return saved[at]


def _chain(iterables):
    for iterable in iterables:
        yield from iterable


class chain(_Iterator):
    __static__ = True
    def __init__(self, *iterables):
        self._items = _chain(iterables)

    @classmethod
    def from_iterable(cls, iterable, /):
        self = cls()
        self._items = _chain(iter(iterable))
        return self


def _accumulate(iterator, func, initial):
    total = initial
    if initial is None:
        for total in iterator:
            break
        else:
            return
    yield total
    if func is None:
        for item in iterator:
            total = total + item
            yield total
    else:
        for item in iterator:
            total = func(total, item)
            yield total


class accumulate(_Iterator):
    __static__ = True
    def __init__(self, iterable, func=None, *, initial=None):
        self._items = _accumulate(iter(iterable), func, initial)


class compress(_Iterator):
    __static__ = True
    def __init__(self, data, selectors):
        self._items = (item for item, wanted in zip(data, selectors) if wanted)


def _dropwhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            yield item
            break
    yield from iterator


class dropwhile(_Iterator):
    __static__ = True
    def __init__(self, predicate, iterable, /):
        self._items = _dropwhile(predicate, iter(iterable))


def _takewhile(predicate, iterator):
    for item in iterator:
        if not predicate(item):
            return
        yield item


class takewhile(_Iterator):
    __static__ = True
    def __init__(self, predicate, iterable, /):
        self._items = _takewhile(predicate, iter(iterable))


class filterfalse(_Iterator):
    __static__ = True
    def __init__(self, function, iterable, /):
        if function is None or function is bool:
            self._items = (item for item in iterable if not item)
        else:
            self._items = (item for item in iterable if not function(item))


class starmap(_Iterator):
    __static__ = True
    def __init__(self, function, iterable, /):
        self._items = (function(*args) for args in iterable)


def _pairwise(iterator):
    for before in iterator:
        break
    else:
        return
    for item in iterator:
        yield before, item
        before = item


class pairwise(_Iterator):
    __static__ = True
    def __init__(self, iterable, /):
        self._items = _pairwise(iter(iterable))


def _slice_bound(value, message):
    if value is None:
        return None
    try:
        value = value.__index__()
    except AttributeError:
        value = -1
    if value < 0:
        raise ValueError(message)
    return value


def _islice(iterator, start, stop, step):
    position = 0
    wanted = start
    while stop is None or wanted < stop:
        for item in iterator:
            if position == wanted:
                break
            position += 1
        else:
            return
        position += 1
        yield item
        wanted += step
    if stop is not None:
        while position < stop or position < start:
            for item in iterator:
                break
            else:
                return
            position += 1


class islice(_Iterator):
    __static__ = True
    def __init__(self, iterable, *bounds):
        if not 1 <= len(bounds) <= 3:
            raise TypeError(f"islice expected at {'least 2' if not bounds else 'most 4'} arguments, got {len(bounds) + 1}")
        if len(bounds) == 1:
            start, step = 0, 1
            stop = _slice_bound(bounds[0], 'Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.')
        else:
            message = 'Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.'
            start = _slice_bound(bounds[0], message) or 0
            stop = _slice_bound(bounds[1], 'Stop argument' + message[7:])
            step = 1
            if len(bounds) == 3 and bounds[2] is not None:
                message = 'Step for islice() must be a positive integer or None.'
                step = _slice_bound(bounds[2], message)
                if step == 0:
                    raise ValueError(message)
        self._items = _islice(iter(iterable), start, stop, step)


class _Link:
    """What tee's iterators read together: an item once read, and the link after it."""

    __slots__ = ('source', 'item', 'next')

    def __init__(self, source):
        self.source = source
        self.next = None


class _tee(_Iterator):
    def __init__(self, iterable):
        self._link = iterable._link if isinstance(iterable, _tee) else _Link(iter(iterable))

    def __next__(self):
        link = self._link
        if link.next is None:
            link.item = next(link.source)
            link.next = _Link(link.source)
        self._link = link.next
        return link.item

    def __copy__(self):
        return _tee(self)


def tee(iterable, n=2, /):
    if n < 0:
        raise ValueError('n must be >= 0')
    if n == 0:
        return ()
    first = _tee(iterable)
    return (first,) + tuple(first.__copy__() for _ in range(n - 1))


def _zip_longest(iterators, fillvalue):
    left = len(iterators)
    done = [False] * left
    while left:
        row = []
        for i, iterator in enumerate(iterators):
            item = fillvalue
            if not done[i]:
                for item in iterator:
                    break
                else:
                    done[i] = True
                    left -= 1
                    if not left:
                        return
            row.append(item)
        yield tuple(row)


class zip_longest(_Iterator):
    __static__ = True
    def __init__(self, *iterables, fillvalue=None):
        self._items = _zip_longest([iter(x) for x in iterables], fillvalue)


class groupby(_Iterator):
    __static__ = True
    def __init__(self, iterable, key=None):
        self._source = iter(iterable)
        self._key = key
        self._run = None         # the group being read
        self._current = None     # (key, item) read ahead
        self._done = False

    def _read(self):
        for item in self._source:
            self._current = (item if self._key is None else self._key(item), item)
            return
        self._current = None
        self._done = True

    def _group(self, run, key):
        while self._run is run and self._current is not None and self._current[0] == key:
            item = self._current[1]
            self._current = None
            yield item
            if self._run is run and self._current is None:
                self._read()

    def __next__(self):
        before = self._run
        if before is None:
            self._read()
        else:
            if self._current is None and not self._done:
                self._read()
            while self._current is not None and self._current[0] == before[0]:
                self._read()
        if self._current is None:
            self._done = True
            raise StopIteration
        run = self._run = [self._current[0]]
        return run[0], self._group(run, run[0])


def _product(pools):
    n = len(pools)
    for pool in pools:
        if not pool:
            return
    at = [0] * n
    row = [pool[0] for pool in pools]
    while True:
        yield tuple(row)
        i = n - 1
        while i >= 0:
            at[i] += 1
            if at[i] < len(pools[i]):
                row[i] = pools[i][at[i]]
                break
            at[i] = 0
            row[i] = pools[i][0]
            i -= 1
        else:
            return


class product(_Iterator):
    __static__ = True
    def __init__(self, *iterables, repeat=1):
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        if len(iterables) * repeat >= 1 << 60:
            raise OverflowError('repeat argument too large')
        self._items = _product([tuple(x) for x in iterables] * repeat if iterables else [])


def _check_length(r):
    """How long the results are, as an array of that length would have it."""
    r = _index(r)
    if r > 0x7FFFFFFFFFFFFFFF or r < -0x8000000000000000:
        raise OverflowError('Python int too large to convert to C ssize_t')
    if r < 0:
        raise ValueError('r must be non-negative')
    return r


def _combinations(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(r))
    yield pool[:r]
    while True:
        i = r - 1
        while i >= 0 and indices[i] == i + n - r:
            i -= 1
        if i < 0:
            return
        indices[i] += 1
        for j in range(i + 1, r):
            indices[j] = indices[j - 1] + 1
        yield tuple([pool[i] for i in indices])


class combinations(_Iterator):
    __static__ = True
    def __init__(self, iterable, r):
        r = _check_length(r)
        if r >= 1 << 40:
            raise MemoryError
        self._items = _combinations(tuple(iterable), r)


def _with_replacement(pool, r):
    n = len(pool)
    if n == 0 and r > 0:
        return
    indices = [0] * r
    while True:
        yield tuple([pool[i] for i in indices])
        i = r - 1
        while i >= 0 and indices[i] == n - 1:
            i -= 1
        if i < 0:
            return
        indices[i:] = [indices[i] + 1] * (r - i)


class combinations_with_replacement(_Iterator):
    __static__ = True
    def __init__(self, iterable, r):
        r = _check_length(r)
        if r >= 1 << 40:
            raise MemoryError
        self._items = _with_replacement(tuple(iterable), r)


def _permutations(pool, r):
    n = len(pool)
    if r > n:
        return
    indices = list(range(n))
    cycles = list(range(n, n - r, -1))
    yield pool[:r]
    while True:
        for i in range(r - 1, -1, -1):
            cycles[i] -= 1
            if cycles[i] == 0:
                indices[i:] = indices[i + 1:] + indices[i:i + 1]
                cycles[i] = n - i
            else:
                j = n - cycles[i]
                indices[i], indices[j] = indices[j], indices[i]
                yield tuple([pool[k] for k in indices[:r]])
                break
        else:
            return


class permutations(_Iterator):
    __static__ = True
    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is None:
            r = len(pool)
        elif not isinstance(r, int):
            raise TypeError('Expected int as r')
        r = _check_length(r)
        self._items = _permutations(pool, r)
