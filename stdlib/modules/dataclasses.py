"""Data classes."""

import _dataclass
import copy
import types

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict', 'astuple', 'make_dataclass',
           'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _MISSING_TYPE:
    pass


MISSING = _MISSING_TYPE()


class _KeywordOnlyType:
    pass


KW_ONLY = _KeywordOnlyType()


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)

    def __repr__(self):
        return 'dataclasses.InitVar[%s]' % (self.type.__name__ if isinstance(self.type, type) else repr(self.type))


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only', '_is_init_var')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = types.MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._is_init_var = False

    def __repr__(self):
        return ('Field(name=%r,type=%r,default=%r,default_factory=%r,init=%r,repr=%r,hash=%r,compare=%r,metadata=%r,kw_only=%r,_field_type=_FIELD)' % (
            self.name, self.type, self.default, self.default_factory, self.init, self.repr, self.hash, self.compare, self.metadata, self.kw_only))


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _is_class_var(kind):
    if isinstance(kind, str):
        return kind.startswith('ClassVar') or kind.startswith('typing.ClassVar')
    return getattr(kind, '_name', None) == 'ClassVar'


def _is_init_var(kind):
    if isinstance(kind, str):
        return kind.startswith('InitVar') or kind.startswith('dataclasses.InitVar')
    return kind is InitVar or isinstance(kind, InitVar)


def _make_field(cls, name, kind, kw_only):
    value = getattr(cls, name, MISSING)
    if isinstance(value, types.MemberDescriptorType):
        value = MISSING
    if isinstance(value, Field):
        made = value
        if made.default is not MISSING:
            setattr(cls, name, made.default)
        else:
            delattr(cls, name)
    else:
        made = field(default=value)
    made.name = name
    made.type = kind
    if made.kw_only is MISSING:
        made.kw_only = kw_only
    made._is_init_var = _is_init_var(kind)
    if made._is_init_var and made.default_factory is not MISSING:
        raise TypeError('field %s cannot have a default factory' % name)
    if made.default is not MISSING and made.default.__class__.__hash__ is None:
        raise ValueError('mutable default %s for field %s is not allowed: use default_factory' % (made.default.__class__, name))
    return made


def _collect(cls, kw_only):
    """The fields of the class and its bases, in order, and whether any base is frozen or not."""
    found = {}
    frozen_bases = []
    for base in reversed(cls.__mro__[1:]):
        if '__dataclass_fields__' in base.__dict__:
            found.update(base.__dict__['__dataclass_fields__'])
            frozen_bases.append(base.__dict__['__dataclass_params__'].frozen)
    own = cls.__dict__.get('__annotations__', {})
    for name, kind in own.items():
        if kind is KW_ONLY or kind == 'KW_ONLY' or kind == 'dataclasses.KW_ONLY':
            kw_only = True
        elif not _is_class_var(kind):
            found[name] = _make_field(cls, name, kind, kw_only)
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in own:
            raise TypeError('%r is a field but has no type annotation' % name)
    return found, frozen_bases


class _Params:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen


_DEFAULT, _FACTORY, _KEYWORD, _NO_PARAM, _INIT_VAR = 1, 2, 4, 8, 16


def _init_entry(item, slots):
    how, value = 0, None
    if slots and not item.init and item.default is not MISSING:
        how, value = _FACTORY, lambda: item.default   # where the class has the slot, it cannot have the default
    elif item.default is not MISSING:
        how, value = _DEFAULT, item.default
    elif item.default_factory is not MISSING:
        how, value = _FACTORY, item.default_factory
    if not item.init:
        how |= _NO_PARAM
    elif item.kw_only:
        how |= _KEYWORD
    if item._is_init_var:
        how |= _INIT_VAR
    return (item.name, how, value)


def _make_init(cls, found, frozen, slots):
    entries = [_init_entry(item, slots) for item in found.values()]
    with_default = False
    for name, how, value in entries:
        if how & (_KEYWORD | _NO_PARAM):
            continue
        if how & (_DEFAULT | _FACTORY):
            with_default = True
        elif with_default:
            raise TypeError('non-default argument %r follows default argument' % name)
    ordered = [e for e in entries if not e[1] & _KEYWORD] + [e for e in entries if e[1] & _KEYWORD]
    made = _dataclass.make_init(cls.__qualname__ + '.__init__', _repr_of, tuple(ordered), frozen, hasattr(cls, '__post_init__'))
    return made


def _shown_names(cls):
    return tuple(name for name, item in cls.__dataclass_fields__.items() if item.repr and not item._is_init_var)


def _repr_of(self):
    return ''


_showing = []


def _make_repr(names):
    def __repr__(self):
        for other in _showing:
            if other is self:
                return '...'
        _showing.append(self)
        try:
            return self.__class__.__qualname__ + '(' + ', '.join([name + '=' + repr(getattr(self, name)) for name in names]) + ')'
        finally:
            _showing.pop()
    return __repr__


def _make_key(names):
    if len(names) == 1:
        first = names[0]
        return lambda item: (getattr(item, first),)
    if len(names) == 2:
        first, second = names
        return lambda item: (getattr(item, first), getattr(item, second))
    return lambda item: tuple([getattr(item, name) for name in names])


def _add_eq(cls, key):
    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return key(self) == key(other)
        return NotImplemented
    cls.__eq__ = __eq__


def _add_order(cls, key):
    def __lt__(self, other):
        return key(self) < key(other) if other.__class__ is self.__class__ else NotImplemented

    def __le__(self, other):
        return key(self) <= key(other) if other.__class__ is self.__class__ else NotImplemented

    def __gt__(self, other):
        return key(self) > key(other) if other.__class__ is self.__class__ else NotImplemented

    def __ge__(self, other):
        return key(self) >= key(other) if other.__class__ is self.__class__ else NotImplemented
    for method in (__lt__, __le__, __gt__, __ge__):
        if method.__name__ in cls.__dict__:
            raise TypeError('Cannot overwrite attribute %s in class %s. Consider using functools.total_ordering' % (method.__name__, cls.__name__))
        setattr(cls, method.__name__, method)


def _add_frozen(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError('cannot assign to field %r' % name)
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError('cannot delete field %r' % name)
        super(cls, self).__delattr__(name)
    cls.__setattr__ = __setattr__
    cls.__delattr__ = __delattr__


def _add_hash(cls, found, eq, frozen, unsafe_hash, has_own_hash):
    if unsafe_hash and has_own_hash:
        raise TypeError('Cannot overwrite attribute __hash__ in class ' + cls.__name__)
    if unsafe_hash or (eq and frozen and not has_own_hash):
        key = _make_key(tuple(item.name for item in found.values()
                              if not item._is_init_var and (item.compare if item.hash is None else item.hash)))
        cls.__hash__ = lambda self: hash(key(self))
    elif eq and not has_own_hash:
        cls.__hash__ = None


def _type_text(kind):
    if getattr(kind, '__module__', None) == 'typing':
        return repr(kind).replace('typing.', '')
    if isinstance(kind, type) and not hasattr(kind, '__origin__'):
        return kind.__qualname__ if kind.__module__ == 'builtins' else kind.__module__ + '.' + kind.__qualname__
    return repr(kind)


def _parameter_text(item):
    text = item.name + ': ' + _type_text(item.type)
    if item.default is not MISSING:
        return text + ' = ' + repr(item.default)
    return text + ' = <factory>' if item.default_factory is not MISSING else text


def _signature_text(found):
    items = [item for item in found.values() if item.init]
    texts = [_parameter_text(item) for item in items if not item.kw_only]
    keywords = [_parameter_text(item) for item in items if item.kw_only]
    return '(' + ', '.join(texts + ['*'] + keywords if keywords else texts) + ')'


def _add_doc(cls, found, own_init):
    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + (_signature_text(found) if own_init else '()')


def _with_slots(cls, frozen):
    """The same class again, with its fields as slots."""
    if '__slots__' in cls.__dict__:
        raise TypeError(cls.__name__ + ' already specifies __slots__')
    body = dict(cls.__dict__)
    names = tuple(item.name for item in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    body['__slots__'] = tuple(name for name in names if name not in inherited)
    for name in names + ('__dict__', '__weakref__'):
        body.pop(name, None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = qualname
    return made


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    found, frozen_bases = _collect(cls, kw_only)
    if frozen_bases and True in frozen_bases and not frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if frozen_bases and False in frozen_bases and frozen:
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    explicit_hash = cls.__dict__.get('__hash__', MISSING)
    has_own_hash = not (explicit_hash is MISSING or (explicit_hash is None and '__eq__' in cls.__dict__))
    cls.__dataclass_fields__ = found
    cls.__dataclass_params__ = _Params(init, repr, eq, order, unsafe_hash, frozen)
    if init:
        made_init = _make_init(cls, found, frozen, slots)
        if '__init__' not in cls.__dict__:
            cls.__init__ = made_init
    if repr and '__repr__' not in cls.__dict__:
        cls.__repr__ = _make_repr(_shown_names(cls))
    key = _make_key(tuple(item.name for item in found.values() if item.compare and not item._is_init_var))
    if eq and '__eq__' not in cls.__dict__:
        _add_eq(cls, key)
    if order:
        _add_order(cls, key)
    if frozen:
        if '__setattr__' in cls.__dict__ or '__delattr__' in cls.__dict__:
            raise TypeError('Cannot overwrite attribute __setattr__ in class ' + cls.__name__)
        _add_frozen(cls, tuple(found))
    _add_hash(cls, found, eq, frozen, unsafe_hash, has_own_hash)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple(item.name for item in found.values() if item.init and not item.kw_only)
    _add_doc(cls, found, init or '__init__' in cls.__dict__)
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    return _with_slots(cls, frozen) if slots else cls


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
              slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    found = getattr(class_or_instance, '__dataclass_fields__', None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple(item for item in found.values() if not item._is_init_var)


def is_dataclass(thing):
    return hasattr(thing if isinstance(thing, type) else type(thing), '__dataclass_fields__')


_PLAIN = frozenset((int, float, bool, str, bytes, type(None)))


def _convert(value, make):
    if is_dataclass(value) and not isinstance(value, type):
        return make(value)
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return type(value)(*[_convert(item, make) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_convert(item, make) for item in value])
    if isinstance(value, dict):
        return type(value)((_convert(key, make), _convert(item, make)) for key, item in value.items())
    return value if value.__class__ in _PLAIN else copy.deepcopy(value)


def asdict(instance, *, dict_factory=dict):
    if not is_dataclass(instance) or isinstance(instance, type):
        raise TypeError('asdict() should be called on dataclass instances')

    def make(item):
        return dict_factory([(f.name, _convert(getattr(item, f.name), make)) for f in fields(item)])
    return make(instance)


def astuple(instance, *, tuple_factory=tuple):
    if not is_dataclass(instance) or isinstance(instance, type):
        raise TypeError('astuple() should be called on dataclass instances')

    def make(item):
        return tuple_factory([_convert(getattr(item, f.name), make) for f in fields(item)])
    return make(instance)


def replace(instance, /, **changes):
    if not is_dataclass(instance) or isinstance(instance, type):
        raise TypeError('replace() should be called on dataclass instances')
    for item in instance.__dataclass_fields__.values():
        if not item.init:
            if item.name in changes:
                raise ValueError('field %s is declared with init=False, it cannot be specified with replace()' % item.name)
            continue
        if item.name not in changes:
            if item._is_init_var and item.default is MISSING:
                raise ValueError('InitVar %r must be specified with replace()' % item.name)
            changes[item.name] = getattr(instance, item.name)
    return instance.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    body = dict(namespace or {})
    annotations = {}
    for item in fields:
        if isinstance(item, str):
            annotations[item] = 'typing.Any'
        elif len(item) == 2:
            annotations[item[0]] = item[1]
        else:
            annotations[item[0]] = item[1]
            body[item[0]] = item[2]
    body['__annotations__'] = annotations
    return dataclass(type(cls_name, bases, body), **options)
