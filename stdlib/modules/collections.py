"""Containers beyond the builtin ones."""

from _collections import _count_elements, _move_last, _take_end, _tuplegetter, defaultdict, deque

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString', 'defaultdict', 'deque', 'namedtuple']


class OrderedDict(dict):
    """A dict whose order counts in comparison and can be changed."""

    __static__ = True

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        return f'{type(self).__name__}({list(self.items())!r})'

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    __hash__ = None

    def __ne__(self, other):
        answer = self.__eq__(other)
        return answer if answer is NotImplemented else not answer

    def __init__(self, other=(), /, **keywords):
        self.update(other, **keywords)

    def update(self, other=(), /, **keywords):
        """Like dict's, but by self[key] = value, so that a subclass sees every pair."""
        if isinstance(other, dict):
            for key, value in other.items():
                self[key] = value
        elif hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for pair in other:
                items = list(pair)
                if len(items) < 2:
                    raise ValueError(f"need more than {len(items)} value{'' if len(items) == 1 else 's'} to unpack")
                if len(items) > 2:
                    raise ValueError('too many values to unpack (expected 2)')
                self[items[0]] = items[1]
        for key, value in keywords.items():
            self[key] = value

    def pop(self, key, *default):
        if key is None and not default and None not in self:
            raise KeyError
        return dict.pop(self, key, *default)

    def popitem(self, last=True):
        return _take_end(self, last)

    def move_to_end(self, key, last=True):
        if last:
            return _move_last(self, key)
        value = dict.pop(self, key)
        rest = list(dict.items(self))
        dict.clear(self)
        dict.__setitem__(self, key, value)
        for k, v in rest:
            dict.__setitem__(self, k, v)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        self = cls()
        for key in iterable:
            self[key] = value
        return self

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(other)
        result.update(self)
        return result


class Counter(dict):
    """A dict of how often things occur."""

    def __init__(self, iterable=None, /, **keywords):
        dict.__init__(self)
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **keywords):
        if iterable is not None:
            if isinstance(iterable, dict):
                if self:
                    get = self.get
                    for key, n in iterable.items():
                        self[key] = n + get(key, 0)
                else:
                    dict.update(self, iterable)
            elif type(self) is Counter:
                _count_elements(self, iterable)
            else:
                get = self.get
                for key in iterable:
                    self[key] = get(key, 0) + 1
        if keywords:
            self.update(keywords)

    def subtract(self, iterable=None, /, **keywords):
        if iterable is not None:
            get = self.get
            if isinstance(iterable, dict):
                for key, n in iterable.items():
                    self[key] = get(key, 0) - n
            else:
                for key in iterable:
                    self[key] = get(key, 0) - 1
        if keywords:
            self.subtract(keywords)

    def most_common(self, n=None):
        pairs = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return pairs if n is None or n >= len(self) else pairs[:max(n, 0)]

    def total(self):
        return sum(self.values())

    def elements(self):
        for key, n in self.items():
            for _ in range(n):
                yield key

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def copy(self):
        return type(self)(self)

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def __repr__(self):
        if not self:
            return f'{type(self).__name__}()'
        try:
            pairs = dict(self.most_common())
        except TypeError:
            pairs = dict(self)
        return f'{type(self).__name__}({pairs!r})'

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] == other[key] for counts in (self, other) for key in counts)

    __hash__ = None

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] <= other[key] for counts in (self, other) for key in counts)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[key] >= other[key] for counts in (self, other) for key in counts)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key, n in self.items():
            if n + other[key] > 0:
                result[key] = n + other[key]
        for key, n in other.items():
            if key not in self and n > 0:
                result[key] = n
        return result

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key, n in self.items():
            if n - other[key] > 0:
                result[key] = n - other[key]
        for key, n in other.items():
            if key not in self and n < 0:
                result[key] = -n
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key, n in self.items():
            n = max(n, other[key])
            if n > 0:
                result[key] = n
        for key, n in other.items():
            if key not in self and n > 0:
                result[key] = n
        return result

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key, n in self.items():
            n = min(n, other[key])
            if n > 0:
                result[key] = n
        return result

    def __pos__(self):
        return Counter({key: n for key, n in self.items() if n > 0})

    def __neg__(self):
        return Counter({key: -n for key, n in self.items() if n < 0})

    def _keep_positive(self):
        for key in [key for key, n in self.items() if not n > 0]:
            del self[key]
        return self

    def __iadd__(self, other):
        for key, n in other.items():
            self[key] += n
        return self._keep_positive()

    def __isub__(self, other):
        for key, n in other.items():
            self[key] -= n
        return self._keep_positive()

    def __ior__(self, other):
        for key, n in other.items():
            if n > self[key]:
                self[key] = n
        return self._keep_positive()

    def __iand__(self, other):
        for key, n in self.items():
            if other[key] < n:
                self[key] = other[key]
        return self._keep_positive()


# namedtuple

_KEYWORDS = frozenset('False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split())


def _check_names(typename, fields, renamed):
    for name in (typename, *fields):
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if name in _KEYWORDS:
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in fields:
        if name.startswith('_') and not renamed:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)


def _rename(fields):
    seen = set()
    for i, name in enumerate(fields):
        if not name.isidentifier() or name in _KEYWORDS or name.startswith('_') or name in seen:
            fields[i] = f'_{i}'
        seen.add(name)


def _some(names):
    names = [repr(name) for name in names]
    if len(names) == 1:
        return names[0]
    return ', '.join(names[:-1]) + (',' if len(names) > 2 else '') + ' and ' + names[-1]


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = list(map(str, field_names))
    if rename:
        _rename(fields)
    _check_names(str(typename), fields, rename)
    count = len(fields)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > count:
            raise TypeError('Got more default values than field names')
        field_defaults = dict(zip(fields[count - len(defaults):], defaults))
    fields = tuple(fields)
    text = '(' + ', '.join(f'{name}=%r' for name in fields) + ')'

    def refuse(args, keywords):
        for name in keywords:
            if name not in fields:
                raise TypeError(f"{typename}.__new__() got an unexpected keyword argument {name!r}")
        if len(args) > count:
            at_least = f'from {count + 1 - len(field_defaults)} to {count + 1}' if field_defaults else f'{count + 1}'
            raise TypeError(f"{typename}.__new__() takes {at_least} positional argument{'s' if count else ''} but {len(args) + 1} were given")
        for name in keywords:
            if name in fields[:len(args)]:
                raise TypeError(f"{typename}.__new__() got multiple values for argument {name!r}")
        missing = [name for name in fields[len(args):] if name not in keywords and name not in field_defaults]
        raise TypeError(f"{typename}.__new__() missing {len(missing)} required positional argument{'s' if len(missing) > 1 else ''}: {_some(missing)}")

    def __new__(cls, /, *args, **keywords):
        if len(args) == count and not keywords:
            return tuple.__new__(cls, args)
        items = list(args)
        later = __new__.__defaults__   # which a program may set
        absent = field_defaults if not later else dict(zip(fields[count - len(later):], later))
        for name in fields[len(args):]:
            if name in keywords:
                items.append(keywords.pop(name))
            elif name in absent:
                items.append(absent[name])
            else:
                refuse(args, keywords)
        if keywords or len(items) != count:
            refuse(args, keywords)
        return tuple.__new__(cls, items)

    def _make(cls, iterable):
        result = tuple.__new__(cls, iterable)
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result

    def _replace(self, /, **changes):
        result = self._make(map(changes.pop, fields, self))
        if changes:
            raise ValueError(f'Got unexpected field names: {list(changes)!r}')
        return result

    def __repr__(self):
        return self.__class__.__name__ + text % tuple(self)

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    namespace = {
        '__doc__': f"{typename}({', '.join(fields)})",
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': field_defaults,
        '__new__': __new__,
        '_make': classmethod(_make),
        '_replace': _replace,
        '__repr__': __repr__,
        '_asdict': _asdict,
        '__getnewargs__': __getnewargs__,
        '__match_args__': fields,
    }
    for method in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index, f'Alias for field number {index}')
    if module is not None:
        namespace['__module__'] = module
    return type(typename, (tuple,), namespace)


def __getattr__(name):
    """What is made when it is first asked for."""
    if name == 'abc':
        import collections.abc
        return collections.abc
    if name not in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        raise AttributeError(f"module 'collections' has no attribute {name!r}")
    import _user
    found = globals()[name] = getattr(_user, name)
    return found
