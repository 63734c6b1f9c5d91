"""Enumerations: Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique."""

__all__ = ['EnumMeta', 'EnumType', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'auto', 'unique', 'member', 'nonmember', 'property']

_builtin_property = property


class auto:
    """Stands for the next value; replaced when the class body assigns it."""

    def __init__(self):
        self.value = None


class member:
    def __init__(self, value):
        self.value = value


class nonmember:
    def __init__(self, value):
        self.value = value


def _is_dunder(name):
    return len(name) > 4 and name[:2] == '__' and name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == '_' and name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(class_name, name):
    prefix = '_' + class_name + '__'
    return name.startswith(prefix) and not name.endswith('__')


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


class _Body(dict):
    """The namespace of an enumeration's class body: tells members from the rest as they are assigned."""

    def __init__(self, class_name, generate):
        super().__init__()
        self._class_name = class_name
        self._members = {}
        self._values = []
        self._generate = generate
        self._ignored = []

    def _resolve(self, name, value):
        if isinstance(value, auto):
            if value.value is None:
                value.value = self._generate(name, 1, len(self._members), self._values[:])
            return value.value
        if isinstance(value, tuple) and any(isinstance(item, auto) for item in value):
            return tuple(self._resolve(name, item) for item in value)
        return value

    def __setitem__(self, name, value):
        if name == '_generate_next_value_':
            self._generate = value.__func__ if isinstance(value, staticmethod) else value
            super().__setitem__(name, staticmethod(self._generate))
            return
        if name == '_ignore_':
            self._ignored = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_sunder(name) or _is_dunder(name) or _is_private(self._class_name, name) or name in self._ignored:
            pass
        elif name in self._members:
            raise TypeError('%r already defined as %r' % (name, self._members[name]))
        elif isinstance(value, member) or not _is_descriptor(value):
            if name in self:
                raise TypeError('%r already defined as %r' % (name, self[name]))
            value = value.value if isinstance(value, member) else self._resolve(name, value)
            self._members[name] = value
            self._values.append(value)
        super().__setitem__(name, value)


def _data_type(bases):
    """The mixed-in type that holds a member's value (int, str, ...), or None."""
    for base in bases:
        for cls in base.__mro__:
            if cls is object or isinstance(cls, EnumMeta):
                continue
            if '__new__' in cls.__dict__ or cls in (int, str, float, bytes, tuple):
                return cls
    return None


class EnumMeta(type):
    @classmethod
    def __prepare__(metacls, name, bases, **keywords):
        generate = _next_value
        for base in bases:
            found = getattr(base, '_generate_next_value_', None)
            if found is not None:
                generate = found
                break
        return _Body(name, generate)

    def __new__(metacls, name, bases, body, *, boundary=None, **keywords):
        if not isinstance(body, _Body):
            prepared = metacls.__prepare__(name, bases)
            for key, value in body.items():
                prepared[key] = value
            body = prepared
        for base in bases:
            if isinstance(base, EnumMeta) and base._member_map_:
                raise TypeError('<enum %r> cannot extend %r' % (name, base))
        members = body._members
        namespace = {key: value for key, value in body.items() if key not in members and key not in body._ignored and key != '_ignore_'}
        custom_new = namespace.pop('__new__', None)
        cls = super().__new__(metacls, name, bases, namespace, **keywords)
        cls._member_names_ = []
        cls._member_map_ = {}
        cls._value2member_map_ = {}
        cls._member_type_ = _data_type(bases) or object
        if 'Enum' in globals():
            _keep_enum_text(cls, bases, namespace)
        if custom_new is not None:
            cls._new_member_ = custom_new.__func__ if isinstance(custom_new, staticmethod) else custom_new
        elif not hasattr(cls, '_new_member_'):
            cls._new_member_ = None
        for key, value in members.items():
            _add_member(cls, key, value)
        return cls

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is None:
            return _find_member(cls, value)
        return _functional(cls, value, names, start)

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError("unsupported operand type(s) for 'in': '%s' and '%s'" % (type(value).__qualname__, cls.__class__.__qualname__))
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    @_builtin_property
    def __members__(cls):
        return dict(cls._member_map_)

    def __repr__(cls):
        if issubclass(cls, Flag):
            return '<flag %r>' % cls.__name__
        return '<enum %r>' % cls.__name__

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, name))
        super().__delattr__(name)


EnumType = EnumMeta


def _keep_enum_text(cls, bases, namespace):
    """A mixed-in type's repr, str and format give way to the enumeration's, unless the class asks for them."""
    enum = bases[-1]
    for name in ('__repr__', '__str__', '__format__'):
        wanted = getattr(enum, name)
        if name not in namespace and getattr(cls, name) is not wanted:
            type.__setattr__(cls, name, wanted)


def _new_member(cls, value):
    args = value if isinstance(value, tuple) else (value,)
    if cls._new_member_ is not None:
        made = cls._new_member_(cls, *args)
        if not hasattr(made, '_value_'):
            made._value_ = value if cls._member_type_ is object else cls._member_type_(*args)
        return made
    if cls._member_type_ is object:
        made = object.__new__(cls)
        made._value_ = value
    else:
        if cls._member_type_ is tuple:
            args = (args,)
        made = cls._member_type_.__new__(cls, *args)
        made._value_ = cls._member_type_(*args) if not isinstance(value, tuple) or cls._member_type_ is not tuple else value
    return made


def _is_alias_of(cls, value):
    for name in cls._member_names_:
        known = cls._member_map_[name]
        if known._value_ == value:
            return known
    return None


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def _add_member(cls, name, value):
    made = _new_member(cls, value)
    known = _is_alias_of(cls, made._value_)
    if known is None and issubclass(cls, Flag) and name not in cls._member_map_:
        known = cls._value2member_map_.get(made._value_)
    if known is not None:
        made = known
    else:
        made._name_ = name
        made.__objclass__ = cls
        made._sort_order_ = len(cls._member_names_)
        made.__init__(*(value if isinstance(value, tuple) else (value,)))
        if not issubclass(cls, Flag) or _is_single_bit(made._value_):
            cls._member_names_.append(name)
    cls._member_map_[name] = made
    type.__setattr__(cls, name, made)
    try:
        cls._value2member_map_.setdefault(made._value_, made)
    except TypeError:
        pass


def _find_member(cls, value):
    if type(value) is cls:
        return value
    try:
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
    except TypeError:
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found
    result = cls._missing_(value)
    if isinstance(result, cls):
        return result
    if result is None:
        raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
    raise TypeError('error in %s._missing_: returned %r instead of None or a valid member' % (cls.__name__, result))


def _functional(cls, class_name, names, start):
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    body = type(cls).__prepare__(class_name, (cls,))
    if isinstance(names, dict):
        names = list(names.items())
    values = []
    for index, item in enumerate(names):
        if isinstance(item, str):
            generate = getattr(cls, '_generate_next_value_')
            value = generate(item, start, index, values[:])
            values.append(value)
            body[item] = value
        else:
            body[item[0]] = item[1]
    return EnumMeta.__new__(type(cls), class_name, (cls,), body)


def _next_value(name, start, count, last_values):
    if not last_values:
        return start
    for value in reversed(last_values):
        if isinstance(value, int):
            return max(v for v in last_values if isinstance(v, int)) + 1
    return start


class property(_builtin_property):
    pass


class Enum(metaclass=EnumMeta):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return _next_value(name, start, count, last_values)

    @classmethod
    def _missing_(cls, value):
        return None

    def __init__(self, *args):
        pass

    @_builtin_property
    def name(self):
        return self._name_

    @_builtin_property
    def value(self):
        return self._value_

    def __repr__(self):
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        return ['__class__', '__doc__', '__module__', 'name', 'value']

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """Keeps the mixed-in type's str() and format()."""


class IntEnum(int, ReprEnum):
    __str__ = int.__repr__
    __format__ = int.__format__


class StrEnum(str, ReprEnum):
    __str__ = str.__str__
    __format__ = str.__format__

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError('too many arguments for str(): %r' % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError('%r is not a string' % (values[0],))
        text = str(*values)
        made = str.__new__(cls, text)
        made._value_ = text
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def _bits(value):
    bit = 1
    while bit <= value:
        if value & bit:
            yield bit
        bit <<= 1


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 2 ** max(last_values).bit_length()

    @classmethod
    def _all_bits(cls):
        every = 0
        for found in cls._member_map_.values():
            every |= found._value_
        return every

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        every = cls._all_bits()
        if value < 0:
            value = (2 ** every.bit_length() + value) if not issubclass(cls, IntFlag) else every & value
        if value & ~every and not issubclass(cls, IntFlag):
            raise ValueError('%r invalid value %r\n    given %s\n  allowed %s' % (
                cls, value, '0b' + '0 ' + bin(value)[2:].rjust(every.bit_length(), '0'), '0b' + '0 ' + bin(every)[2:]))
        made = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
        made._value_ = value
        names = [found._name_ for found in cls if found._value_ & value]
        unknown = value & ~every
        if unknown:
            names.append(str(unknown))
        made._name_ = '|'.join(names) if names else None
        made.__objclass__ = cls
        cls._value2member_map_[value] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        cls = self.__class__
        for bit in _bits(self._value_):
            yield cls(bit)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        if self._name_ is None:
            return '<%s: %r>' % (self.__class__.__name__, self._value_)
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        if self._name_ is None:
            return '%s(%r)' % (self.__class__.__name__, self._value_)
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        return NotImplemented if value is None else self.__class__(self._value_ ^ value)

    def __invert__(self):
        return self.__class__(self.__class__._all_bits() & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag):
    __repr__ = Flag.__repr__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __str__ = int.__repr__
    __format__ = int.__format__


def unique(enumeration):
    duplicates = [(alias, found._name_) for alias, found in enumeration._member_map_.items() if alias != found._name_]
    if duplicates:
        text = ', '.join('%s -> %s' % pair for pair in duplicates)
        raise ValueError('duplicate values found in %r: %s' % (enumeration, text))
    return enumeration
