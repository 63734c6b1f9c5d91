"""Copies of objects, shallow and deep."""

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error

# What never changes is its own copy.
_ATOMIC = frozenset((type(None), int, float, complex, bool, str, bytes, type, range, type(Ellipsis), type(NotImplemented), type(len), type(lambda: None),
                     property))
_COPIES = {list: list.copy, dict: dict.copy, set: set.copy, bytearray: bytearray.copy}


def _rebuild(x, make):
    """An instance of x's class with x's attributes, each passed through `make`."""
    cls = type(x)
    if isinstance(x, BaseException):
        y = cls.__new__(cls, *x.args)
        y.args = make(x.args)
    elif hasattr(x, '__getnewargs__'):
        y = cls.__new__(cls, *make(x.__getnewargs__()))
    else:
        y = cls.__new__(cls)
    return y


def _slots(cls):
    for base in cls.__mro__:
        names = base.__dict__.get('__slots__', ())
        for name in (names,) if isinstance(names, str) else names:
            if name not in ('__dict__', '__weakref__'):
                yield f"_{base.__name__.lstrip('_')}{name}" if name.startswith('__') and not name.endswith('__') else name


def _state(x):
    if hasattr(x, '__getstate__'):
        return x.__getstate__(), True
    state = dict(getattr(x, '__dict__', ()))
    for name in _slots(type(x)):
        if hasattr(x, name):
            state[name] = getattr(x, name)
    return state, False


def _restore(y, state, own):
    if own and state is None:
        return
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
        return
    for name, value in state.items():
        object.__setattr__(y, name, value)


def _fill(y, x, make):
    """Items of containers' subclasses."""
    if isinstance(x, dict):
        for key, value in x.items():
            y[make(key)] = make(value)
    elif isinstance(x, list):
        for value in x:
            y.append(make(value))
    elif isinstance(x, set):
        for value in x:
            y.add(make(value))
    elif isinstance(x, bytearray):
        y.extend(x)


def _same(x):
    return x


def copy(x):
    cls = type(x)
    copies = _COPIES.get(cls)
    if copies is not None:
        return copies(x)
    if cls in _ATOMIC or cls in (tuple, frozenset, slice) or isinstance(x, type):
        return x
    if hasattr(cls, '__copy__'):
        return x.__copy__()
    reduced = _reduced(x)
    if reduced is not None:
        return x if isinstance(reduced, str) else _reconstruct(_same, *reduced)
    if cls.__module__ == 'builtins' and not isinstance(x, BaseException):
        return _copy_builtin(x)
    y = _rebuild_variable(x, _same)
    _restore(y, *_state(x))
    _fill(y, x, _same)
    return y


def _reduced(x):
    """What the class itself says an object is made of, for pickling; None: nothing."""
    if hasattr(type(x), '__reduce_ex__'):
        return x.__reduce_ex__(4)
    return x.__reduce__() if hasattr(type(x), '__reduce__') else None


def _reconstruct(make, function, args, state=None, items=None, pairs=None, note=_same):
    y = function(*(make(arg) for arg in args))
    note(y)
    if state is not None and hasattr(y, '__setstate__'):
        y.__setstate__(make(state))
    elif state is not None:
        fields, slots = make(state) if isinstance(state, tuple) and len(state) == 2 else (make(state), None)
        y.__dict__.update(fields or {})
        for name, value in (slots or {}).items():
            setattr(y, name, value)
    for item in items or ():
        y.append(make(item))
    for key, value in pairs or ():
        y[make(key)] = make(value)
    return y


def _copy_builtin(x):
    raise TypeError(f"cannot pickle '{type(x).__name__}' object")


def _rebuild_variable(x, make):
    """As _rebuild; the content of tuples, frozensets, strings and numbers goes to __new__."""
    cls = type(x)
    for base in (tuple, frozenset, str, bytes, int, float):
        if isinstance(x, base):
            if base in (tuple, frozenset):
                return base.__new__(cls, [make(item) for item in x])
            return base.__new__(cls, x)
    return _rebuild(x, make)


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _ATOMIC or isinstance(x, type):
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    y = _deepcopy_new(x, cls, memo)
    if y is not x:
        memo[id(x)] = y
        memo.setdefault(id(memo), []).append(x)
    return y


def _deepcopy_new(x, cls, memo):
    def make(value):
        return deepcopy(value, memo)

    if cls is list:
        y = memo[id(x)] = []
        for item in x:
            y.append(deepcopy(item, memo))
        return y
    if cls is dict:
        y = memo[id(x)] = {}
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
        return y
    if cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        return x if all(a is b for a, b in zip(items, x)) else tuple(items)
    if cls in (set, frozenset):
        return cls([deepcopy(item, memo) for item in x])
    if cls is slice:
        return slice(make(x.start), make(x.stop), make(x.step))
    if cls is bytearray:
        return bytearray(x)
    if hasattr(cls, '__deepcopy__'):
        return x.__deepcopy__(memo)
    if cls.__name__ == 'method' and cls.__module__ == 'builtins':
        return cls(x.__func__, deepcopy(x.__self__, memo))
    if cls.__module__ == 'builtins' and not isinstance(x, BaseException):
        return _copy_builtin(x)
    reduced = _reduced(x)
    if reduced is not None:
        return x if isinstance(reduced, str) else _reconstruct(make, *reduced, note=lambda y: memo.__setitem__(id(x), y))
    y = memo[id(x)] = _deep_rebuild(x, memo, make)
    state, own = _state(x)
    _restore(y, deepcopy(state, memo), own)
    _fill(y, x, make)
    return y


def _deep_rebuild(x, memo, make):
    if type(x).__name__ == 'deque' or hasattr(x, 'appendleft'):
        y = type(x)([], x.maxlen)
        memo[id(x)] = y
        y.extend([make(item) for item in x])
        return y
    if hasattr(x, 'default_factory'):
        return type(x)(x.default_factory)
    return _rebuild_variable(x, make)
