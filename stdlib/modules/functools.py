"""Functions that make functions of functions."""

__all__ = ['update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cmp_to_key', 'cache', 'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property']

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        for key, value in getattr(wrapped, name, {}).items():
            setattr(wrapper, key, value)
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


_missing = object()


def reduce(function, iterable, initial=_missing, /):
    iterator = iter(iterable)
    if initial is _missing:
        try:
            result = next(iterator)
        except StopIteration:
            raise TypeError('reduce() of empty iterable with no initial value') from None
    else:
        result = initial
    for item in iterator:
        result = function(result, item)
    return result


class partial:
    """A call with some of its arguments given beforehand."""

    __static__ = True

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __init__(self, func, /, *args, **keywords):
        pass

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)]
        parts.extend(repr(x) for x in self.args)
        parts.extend(f'{k}={v!r}' for k, v in self.keywords.items())
        name = type(self).__qualname__
        if type(self).__module__ == 'functools':
            name = 'functools.' + name
        return f"{name}({', '.join(parts)})"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        method = self.func
        if hasattr(method, '__get__'):
            method = method.__get__(instance, owner)
        return partial(method, *self.args, **self.keywords)


class cmp_to_key:
    """A key function from an old-style comparison."""

    def __init__(self, mycmp):
        self.mycmp = mycmp

    def __call__(self, obj):
        return _Compared(self.mycmp, obj)


class _Compared:
    __slots__ = ('cmp', 'obj')
    __hash__ = None

    def __init__(self, cmp, obj):
        self.cmp = cmp
        self.obj = obj

    def __lt__(self, other):
        return self.cmp(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self.cmp(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self.cmp(self.obj, other.obj) == 0

    def __le__(self, other):
        return self.cmp(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self.cmp(self.obj, other.obj) >= 0


# The other three comparisons, from the one a class defines.

def _negate(name, and_different, or_equal):
    def method(self, other):
        answer = getattr(type(self), name)(self, other)
        if answer is NotImplemented:
            return answer
        if and_different:
            return not answer and self != other
        if or_equal:
            return not answer or self == other
        return not answer
    return method


def _extend(name, or_equal):
    def method(self, other):
        answer = getattr(type(self), name)(self, other)
        if answer is NotImplemented:
            return answer
        return answer or self == other if or_equal else answer and self != other
    return method


_ORDERINGS = {
    '__lt__': (('__gt__', _negate, (True, False)), ('__le__', _extend, (True,)), ('__ge__', _negate, (False, False))),
    '__le__': (('__ge__', _negate, (False, True)), ('__lt__', _extend, (False,)), ('__gt__', _negate, (False, False))),
    '__gt__': (('__lt__', _negate, (True, False)), ('__ge__', _extend, (True,)), ('__le__', _negate, (False, False))),
    '__ge__': (('__le__', _negate, (False, True)), ('__gt__', _extend, (False,)), ('__lt__', _negate, (False, False))),
}


def total_ordering(cls):
    roots = [name for name in ('__lt__', '__le__', '__gt__', '__ge__') if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = '__lt__' if '__lt__' in roots else '__le__' if '__le__' in roots else roots[0]
    for name, make, how in _ORDERINGS[root]:
        if name not in roots:
            method = make(root, *how)
            method.__name__ = name
            setattr(cls, name, method)
    return cls


# Memory of calls.

class _CacheInfo(tuple):
    __slots__ = ()

    def __new__(cls, hits, misses, maxsize, currsize):
        return super().__new__(cls, (hits, misses, maxsize, currsize))

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f'CacheInfo(hits={self[0]!r}, misses={self[1]!r}, maxsize={self[2]!r}, currsize={self[3]!r})'


_keyword_mark = object()


def _make_key(args, keywords, typed):
    if not keywords and not typed:
        if len(args) == 1 and type(args[0]) in (int, str):
            return args[0]
        return args
    key = args
    if keywords:
        key += (_keyword_mark,)
        for item in keywords.items():
            key += item
    if typed:
        key += tuple(type(x) for x in args) + tuple(type(x) for x in keywords.values())
    return key


def _cached(function, maxsize, typed):
    memory = {}
    hits = misses = 0

    def wrapper(*args, **keywords):
        nonlocal hits, misses
        key = _make_key(args, keywords, typed)
        if key in memory:
            hits += 1
            result = memory[key]
            if maxsize is not None:
                del memory[key]
                memory[key] = result
            return result
        misses += 1
        result = function(*args, **keywords)
        if maxsize != 0:
            memory[key] = result
            if maxsize is not None and len(memory) > maxsize:
                del memory[next(iter(memory))]
        return result

    def cache_info():
        return _CacheInfo(hits, misses, maxsize, len(memory))

    def cache_clear():
        nonlocal hits, misses
        memory.clear()
        hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda function: _cached(function, maxsize, typed)


def cache(user_function, /):
    return _cached(user_function, None, False)


class cached_property:
    """A property that is computed once and then kept in the instance."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(f'Cannot assign the same cached_property to two different names ({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        value = self.func(instance)
        try:
            object.__setattr__(instance, self.attrname, value)
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache {self.attrname!r} property.") from None
        return value


def _counts_in(key, cls):
    try:
        return issubclass(cls, key)
    except TypeError:
        return False


def singledispatch(func):
    """A function that chooses its body by the class of the first argument."""
    registry = {object: func}

    # Of the abstract classes that count the class in without being among its bases, the most derived one is taken.
    def dispatch(cls):
        abstract = [key for key in registry if key not in cls.__mro__ and _counts_in(key, cls)]
        for base in cls.__mro__:
            near = [key for key in abstract if issubclass(base, key) and not any(issubclass(b, key) for b in base.__bases__)]
            if base in registry and (base is not object or not near):
                return registry[base]
            best = [key for key in near if not any(other is not key and issubclass(other, key) for other in near)]
            if len(best) > 1:
                raise RuntimeError(f'Ambiguous dispatch: {best[0]} or {best[1]}')
            if best:
                return registry[best[0]]
        return func

    def register(cls, func=None):
        body = func
        if body is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            body = cls
            hints = [v for k, v in getattr(body, '__annotations__', {}).items() if k != 'return']
            if not hints:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain `@register` on an annotated function.')
            cls = hints[0]
        registry[cls] = body
        return body

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{getattr(func, '__name__', 'singledispatch function')} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **keywords)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """A method that chooses its body by the class of the argument after self."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method) if method is not None else self.dispatcher.register(cls)

    def __get__(self, instance, owner=None):
        def _method(*args, **keywords):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(instance, owner)(*args, **keywords)

        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method
