"""Type hints. They say what a program means and never change what it does."""

import abc as _abc

TYPE_CHECKING = False


def _name_of(kind):
    if kind is None or kind is type(None):
        return 'None'
    if kind is Ellipsis:
        return '...'
    if isinstance(kind, list):
        return '[' + ', '.join(_name_of(item) for item in kind) + ']'
    if isinstance(kind, type) and not isinstance(kind, _Alias):
        return kind.__qualname__ if kind.__module__ == 'builtins' else kind.__module__ + '.' + kind.__qualname__
    return repr(kind)


class _Special:
    """A form that means something only to the checker: Any, Optional, Union, ..."""

    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if self._name == 'Optional':
            return _union((args[0], type(None)))
        if self._name == 'Union':
            return _union(args)
        return _Alias(self._name, self.__origin__, args)

    def __call__(self, *args, **keywords):
        if self.__origin__ is None:
            raise TypeError('Cannot instantiate typing.' + self._name)
        return self.__origin__(*args, **keywords)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __mro_entries__(self, bases):
        return (self.__origin__,) if self.__origin__ is not None else ()

    def __instancecheck__(self, instance):
        if self.__origin__ is None:
            raise TypeError('typing.%s cannot be used with isinstance()' % self._name)
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        if self.__origin__ is None:
            raise TypeError('typing.%s cannot be used with issubclass()' % self._name)
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return 'typing.' + self._name


class _Container(_Special):
    """A form that stands for a class of a module, which is imported when it is needed."""

    def __init__(self, name, module, origin=None):
        self._name = name
        self._where = module, origin or name

    @property
    def __origin__(self):
        import collections
        import collections.abc
        import contextlib
        module, name = self._where
        home = {'collections': collections, 'collections.abc': collections.abc, 'contextlib': contextlib}
        return getattr(home[module], name)

    def __getitem__(self, args):
        return _ContainerAlias(self, args if isinstance(args, tuple) else (args,))


def _parameters_of(args):
    """The type variables in them, each once."""
    found = {}
    for item in args:
        if isinstance(item, TypeVar):
            found[item] = None
        elif isinstance(item, (list, tuple)):
            found.update(dict.fromkeys(_parameters_of(item)))
        else:
            found.update(dict.fromkeys(getattr(item, '__parameters__', ()) if not isinstance(item, type) else ()))
    return tuple(found)


def _replace(item, given):
    if isinstance(item, TypeVar):
        return given.get(item, item)
    if isinstance(item, (list, tuple)):
        return type(item)(_replace(part, given) for part in item)
    parameters = () if isinstance(item, type) else getattr(item, '__parameters__', ())
    return item[tuple(given.get(name, name) for name in parameters)] if parameters else item


def _check_arguments(generic, parameters, args):
    if not parameters:
        raise TypeError(f'{generic} is not a generic class')
    if len(args) == len(parameters) or any(isinstance(item, (ParamSpec, TypeVarTuple)) for item in parameters):
        return
    raise TypeError(f"Too {'many' if len(args) > len(parameters) else 'few'} arguments for {generic};"
                    f' actual {len(args)}, expected {len(parameters)}')


def _is_generic_behind(alias, bases):
    """Whether one of the bases behind `alias` brings Generic into the order of classes."""
    return any(isinstance(base, _Alias) or (isinstance(base, type) and issubclass(base, Generic)) for base in bases[bases.index(alias) + 1:])


class _Alias:
    """A special form with its arguments: List[int], Callable[[int], str], ..."""

    def __init__(self, name, origin, args):
        self._name = name
        self.__origin__ = origin
        self.__args__ = args

    @property
    def __parameters__(self):
        return _parameters_of(self.__args__)

    def __getitem__(self, args):
        args = args if isinstance(args, tuple) else (args,)
        parameters = self.__parameters__
        _check_arguments(self, parameters, args)
        made = object.__new__(type(self))
        made.__dict__.update(self.__dict__)
        made.__args__ = _replace(self.__args__, dict(zip(parameters, args)))
        return made

    def __call__(self, *args, **keywords):
        if self.__origin__ is None:
            raise TypeError('Type %s cannot be instantiated' % self._name)
        return self.__origin__(*args, **keywords)

    def __instancecheck__(self, instance):
        if self._name not in ('Union', 'Optional'):
            raise TypeError('Subscripted generics cannot be used with class and instance checks')
        return any(isinstance(instance, item) for item in self.__args__)

    def __subclasscheck__(self, cls):
        if self._name not in ('Union', 'Optional'):
            raise TypeError('Subscripted generics cannot be used with class and instance checks')
        return any(issubclass(cls, item) for item in self.__args__)

    def __mro_entries__(self, bases):
        entries = () if self.__origin__ is None or self.__origin__ in bases else (self.__origin__,)
        return entries if _is_generic_behind(self, bases) else entries + (Generic,)

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __repr__(self):
        if self._name == 'Callable' and len(self.__args__) == 2:
            parameters, result = self.__args__
            shown = '...' if parameters is ... else '[%s]' % ', '.join(map(_name_of, parameters))
            return 'typing.Callable[%s, %s]' % (shown, _name_of(result))
        if self._name == 'Optional':
            return 'typing.Optional[%s]' % _name_of(self.__args__[0])
        return 'typing.%s[%s]' % (self._name, ', '.join(_name_of(item) for item in self.__args__))


class _ContainerAlias(_Alias):
    def __init__(self, form, args):
        self._name = form._name
        self._form = form
        self.__args__ = args

    @property
    def __origin__(self):
        return self._form.__origin__


def _union(args):
    flat = []
    for item in args:
        if item is None:
            item = type(None)
        parts = item.__args__ if isinstance(item, _Alias) and item._name in ('Union', 'Optional') else (item,)
        for part in parts:
            if part not in flat:
                flat.append(part)
    if len(flat) == 1:
        return flat[0]
    if len(flat) == 2 and type(None) in flat:
        other = flat[0] if flat[1] is type(None) else flat[1]
        return _Alias('Optional', None, (other, type(None)))
    return _Alias('Union', None, tuple(flat))


Any = _Special('Any')
Optional = _Special('Optional')
Union = _Special('Union')
Callable = _Container('Callable', 'collections.abc')
ClassVar = _Special('ClassVar')
Final = _Special('Final')
Literal = _Special('Literal')
Annotated = _Special('Annotated')
NoReturn = _Special('NoReturn')
Never = _Special('Never')
Self = _Special('Self')
TypeAlias = _Special('TypeAlias')
TypeGuard = _Special('TypeGuard')
Concatenate = _Special('Concatenate')
Required = _Special('Required')
NotRequired = _Special('NotRequired')
Unpack = _Special('Unpack')
LiteralString = _Special('LiteralString')

List = _Special('List', list)
Dict = _Special('Dict', dict)
Set = _Special('Set', set)
FrozenSet = _Special('FrozenSet', frozenset)
Tuple = _Special('Tuple', tuple)
Type = _Special('Type', type)
Text = str

Iterable = _Container('Iterable', 'collections.abc')
Iterator = _Container('Iterator', 'collections.abc')
Generator = _Container('Generator', 'collections.abc')
Sequence = _Container('Sequence', 'collections.abc')
MutableSequence = _Container('MutableSequence', 'collections.abc')
Mapping = _Container('Mapping', 'collections.abc')
MutableMapping = _Container('MutableMapping', 'collections.abc')
Collection = _Container('Collection', 'collections.abc')
Container = _Container('Container', 'collections.abc')
Sized = _Container('Sized', 'collections.abc')
Hashable = _Container('Hashable', 'collections.abc')
Reversible = _Container('Reversible', 'collections.abc')
AbstractSet = _Container('AbstractSet', 'collections.abc', 'Set')
MutableSet = _Container('MutableSet', 'collections.abc')
ByteString = _Container('ByteString', 'collections.abc')
Awaitable = _Container('Awaitable', 'collections.abc')
Coroutine = _Container('Coroutine', 'collections.abc')
AsyncIterable = _Container('AsyncIterable', 'collections.abc')
AsyncIterator = _Container('AsyncIterator', 'collections.abc')
AsyncGenerator = _Container('AsyncGenerator', 'collections.abc')
ContextManager = _Container('ContextManager', 'contextlib', 'AbstractContextManager')
ChainMap = _Container('ChainMap', 'collections')
Deque = _Container('Deque', 'collections', 'deque')
DefaultDict = _Container('DefaultDict', 'collections', 'defaultdict')
OrderedDict = _Container('OrderedDict', 'collections')
Counter = _Container('Counter', 'collections')
IO = _Special('IO')
TextIO = _Special('TextIO')
BinaryIO = _Special('BinaryIO')
Pattern = _Special('Pattern')
Match = _Special('Match')
KeysView = _Container('KeysView', 'collections.abc')
ValuesView = _Container('ValuesView', 'collections.abc')
ItemsView = _Container('ItemsView', 'collections.abc')


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))

    def __repr__(self):
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield self


class _GenericAlias(_Alias):
    """A generic class with its arguments: Box[int]. Calling it makes an instance of the class."""

    def __mro_entries__(self, bases):
        if self.__origin__ is Generic and (Protocol in bases or any(isinstance(base, _Alias) for base in bases[bases.index(self) + 1:])):
            return ()
        return (self.__origin__,)

    def __init__(self, origin, args):
        super().__init__(origin.__qualname__, origin, args)

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __repr__(self):
        return '%s[%s]' % (_name_of(self.__origin__), ', '.join(_name_of(item) for item in self.__args__))


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, args):
        args = args if isinstance(args, tuple) else (args,)
        if cls not in (Generic, Protocol):
            _check_arguments(cls, cls.__parameters__, args)
        elif not all(isinstance(item, TypeVar) for item in args):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification variables.')
        elif len(set(args)) != len(args):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
        return _GenericAlias(cls, args)

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        written = cls.__dict__.get('__orig_bases__', cls.__bases__)
        if Generic in written and cls.__name__ != 'Protocol':
            raise TypeError('Cannot inherit from plain Generic')
        declared = [base.__args__ for base in written if getattr(base, '__origin__', None) is Generic]
        cls.__parameters__ = declared[0] if declared else _parameters_of(written)


def _protocol_members(cls):
    names = set()
    for base in cls.__mro__:
        if base in (object, Generic) or base.__name__ == 'Protocol':
            continue
        if not getattr(base, '_is_protocol', False):
            continue
        names.update(getattr(base, '__annotations__', {}))
        names.update(name for name in base.__dict__ if not (name.startswith('_abc') or name in _NOT_MEMBERS))
    return names


_NOT_MEMBERS = {'__module__', '__doc__', '__dict__', '__weakref__', '__qualname__', '__annotations__', '__abstractmethods__', '__slots__', '__init__',
                '__subclasshook__', '_is_protocol', '_is_runtime', '__orig_bases__', '__parameters__', '__class_getitem__', '__init_subclass__',
                '__hash__', '__firstlineno__', '__static_attributes__', '__new__'}


class _ProtocolMeta(_abc.ABCMeta):
    def __instancecheck__(cls, instance):
        if not cls.__dict__.get('_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if cls in type(instance).__mro__:
            return True
        return all(hasattr(instance, name) for name in _protocol_members(cls))

    def __subclasscheck__(cls, subclass):
        if not cls.__dict__.get('_is_protocol', False):
            return super().__subclasscheck__(subclass)
        if not getattr(cls, '_is_runtime', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        return cls in subclass.__mro__ or all(any(name in base.__dict__ for base in subclass.__mro__) for name in _protocol_members(cls))


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **keywords):
        super().__init_subclass__(*args, **keywords)
        if '_is_protocol' not in cls.__dict__:
            cls._is_protocol = Protocol in cls.__bases__
        if cls._is_protocol and '__init__' not in cls.__dict__:
            cls.__init__ = _no_protocol_instances


def _no_protocol_instances(self, *args, **keywords):
    if type(self).__dict__.get('_is_protocol', False):
        raise TypeError('Protocols cannot be instantiated')


def runtime_checkable(cls):
    cls._is_runtime = True
    return cls


class NamedTupleMeta(type):
    def __new__(metacls, name, bases, namespace):
        if name == 'NamedTuple' and not bases:
            return super().__new__(metacls, name, bases, namespace)
        from collections import namedtuple
        types = namespace.get('__annotations__', {})
        defaults = []
        for field in types:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError('Non-default namedtuple field %s cannot follow default field%s %s' % (
                    field, 's' if len(defaults) > 1 else '', ', '.join(f for f in types if f in namespace)))
        made = namedtuple(name, list(types), defaults=defaults, module=namespace.get('__module__'))
        made.__annotations__ = dict(types)
        made.__qualname__ = namespace.get('__qualname__', name)
        for key, value in namespace.items():
            if key in ('__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_make', '_replace', '_asdict'):
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in types and key not in ('__module__', '__qualname__', '__annotations__'):
                setattr(made, key, value)
        return made


class NamedTuple(metaclass=NamedTupleMeta):
    def __new__(cls, name, fields=(), **keywords):
        from collections import namedtuple
        made = namedtuple(name, [field for field, kind in fields])
        made.__annotations__ = dict(fields)
        return made


class _TypedDictMeta(type):
    def __new__(metacls, name, bases, namespace, total=True):
        made = type.__new__(metacls, name, (dict,), namespace)
        made.__total__ = total
        return made

    def __call__(cls, *args, **keywords):
        if cls is not TypedDict:
            return dict(*args, **keywords)
        name, fields = args
        total = keywords.pop('total', True)
        return type(cls)(name, (), {'__annotations__': dict(fields)}, total=total)


class TypedDict(metaclass=_TypedDictMeta):
    pass


class NewType:
    def __init__(self, name, supertype):
        self.__name__ = name
        self.__qualname__ = name
        self.__supertype__ = supertype

    def __call__(self, value):
        return value

    def __or__(self, other):
        return _union((self, other))

    def __repr__(self):
        return '__main__.' + self.__name__


def cast(kind, value):
    return value


def assert_type(value, kind):
    return value


def assert_never(value):
    raise AssertionError('Expected code to be unreachable, but got: %r' % (value,))


def reveal_type(value):
    import sys
    print('Runtime type is %r' % type(value).__name__, file=sys.stderr)
    return value


def overload(function):
    def not_implemented(*args, **keywords):
        raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated functions outside a stub '
                                  'module should always be followed by an implementation that is not @overload-ed.')
    return not_implemented


def final(thing):
    try:
        thing.__final__ = True
    except (AttributeError, TypeError):
        pass
    return thing


def no_type_check(thing):
    return thing


def dataclass_transform(**keywords):
    return lambda thing: thing


def get_origin(kind):
    return getattr(kind, '__origin__', None)


def get_args(kind):
    return getattr(kind, '__args__', ())


def get_type_hints(thing, globalns=None, localns=None, include_extras=False):
    hints = {}
    if isinstance(thing, type):
        for base in reversed(thing.__mro__):
            hints.update(base.__dict__.get('__annotations__', {}))
    else:
        hints.update(getattr(thing, '__annotations__', {}))
    return {name: type(None) if kind is None else kind for name, kind in hints.items()}


AnyStr = TypeVar('AnyStr', bytes, str)
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')


_SUPPORTED = {'SupportsInt': '__int__', 'SupportsFloat': '__float__', 'SupportsComplex': '__complex__', 'SupportsBytes': '__bytes__',
              'SupportsIndex': '__index__', 'SupportsAbs': '__abs__', 'SupportsRound': '__round__'}


def __getattr__(name):
    """Protocols of one method are made when they are asked for."""
    if name not in _SUPPORTED:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")

    class Supports(Protocol[T] if name in ('SupportsAbs', 'SupportsRound') else Protocol):
        __slots__ = ()

    Supports.__name__ = Supports.__qualname__ = name
    setattr(Supports, _SUPPORTED[name], _abc.abstractmethod(lambda self: NotImplemented))
    globals()[name] = runtime_checkable(Supports)
    return Supports
