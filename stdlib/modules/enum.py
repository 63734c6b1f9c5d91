"""Enumerations: Enum, IntEnum, StrEnum, Flag, IntFlag, auto, unique."""

__all__ = ['EnumMeta', 'EnumType', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto', 'unique',
           'member', 'nonmember', 'property', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP', 'verify', 'EnumCheck', 'CONTINUOUS',
           'NAMED_FLAGS', 'UNIQUE', 'global_enum', 'show_flag_values', 'global_str', 'global_flag_repr', 'global_enum_repr']

_builtin_property = property
MappingProxyType = type(type.__dict__)


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


class EnumType(type):
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
        cls._boundary_ = boundary or next((base._boundary_ for base in bases if getattr(base, '_boundary_', None)), None)
        cls._flag_mask_ = cls._every_bit_ = 0
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
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if issubclass(cls, Flag):
            return '<flag %r>' % cls.__name__
        return '<enum %r>' % cls.__name__

    def __dir__(cls):
        found = {'__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__', '__members__', '__module__',
                 '__name__', '__qualname__', *cls._member_names_}
        return sorted(found if cls._member_type_ is object else found.union(dir(cls._member_type_)))

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError('cannot reassign member %r' % name)
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError('%r cannot delete member %r.' % (cls.__name__, name))
        super().__delattr__(name)


EnumMeta = EnumType


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
    if known is None and cls._boundary_ is not None and name not in cls._member_map_:
        known = cls._value2member_map_.get(made._value_)
    if known is not None:
        made = known
    else:
        made._name_ = name
        made.__objclass__ = cls
        made._sort_order_ = len(cls._member_names_)
        made.__init__(*(value if isinstance(value, tuple) else (value,)))
        if not cls._boundary_ is not None or _is_single_bit(made._value_):
            cls._member_names_.append(name)
    cls._member_map_[name] = made
    if cls._boundary_ is not None and made._value_ > 0:
        cls._every_bit_ = max(cls._every_bit_, 2 ** made._value_.bit_length() - 1)
        if _is_single_bit(made._value_):
            cls._flag_mask_ |= made._value_
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
    if isinstance(result, cls) or (isinstance(result, int) and getattr(cls, '_boundary_', None) == 'eject'):
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
    values = list(last_values)
    try:
        values.sort()
        if values[-1] == last_values[-1]:
            return last_values[-1] + 1
    except TypeError:
        pass
    for value in values:
        try:
            return value + 1
        except TypeError:
            pass
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

    def _refuse_setting(name):
        def refuse(self, value):
            raise AttributeError("<enum 'Enum'> cannot set attribute %r" % name)
        return refuse

    name = _builtin_property(lambda self: self._name_, _refuse_setting('name'))
    value = _builtin_property(lambda self: self._value_, _refuse_setting('value'))
    del _refuse_setting

    def __repr__(self):
        return '<%s.%s: %r>' % (self.__class__.__name__, self._name_, self._value_)

    def __str__(self):
        return '%s.%s' % (self.__class__.__name__, self._name_)

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __dir__(self):
        found = {'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value'}
        if self._member_type_ is not object:
            found.update(object.__dir__(self))
        for cls in type(self).__mro__:
            for name in cls.__dict__:
                if name[0] != '_' and name not in self._member_map_:
                    found.add(name)
        return sorted(found)

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


class FlagBoundary(StrEnum):
    """What a Flag does with bits it has no names for."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _bits(value):
    bit = 1
    while bit <= value:
        if value & bit:
            yield bit
        bit <<= 1


def _binary(value, width):
    """In two's complement, the sign set apart."""
    width = max(width, value.bit_length())
    digits = ''.join('1' if value >> at & 1 else '0' for at in range(width - 1, -1, -1))
    return '0b%d %s' % (value < 0, digits)


class Flag(Enum, boundary=CONFORM):
    _inverted_ = None

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        try:
            return 2 ** max(last_values).bit_length()
        except Exception:
            raise TypeError('invalid flag value %r' % max(last_values)) from None

    @classmethod
    def _bounded(cls, value, every):
        """The value as the boundary lets it be; an int that is no flag when it is ejected."""
        mask = cls._flag_mask_
        if ~every <= value <= every and not value & (every ^ mask):
            return value
        if cls._boundary_ is STRICT:
            width = max(value.bit_length(), mask.bit_length())
            raise ValueError('%r invalid value %r\n    given %s\n  allowed %s' % (cls, value, _binary(value, width), _binary(mask, width)))
        if cls._boundary_ is CONFORM:
            return value & mask
        if cls._boundary_ is KEEP and value < 0:
            return max(every + 1, 2 ** value.bit_length()) + value
        return value

    @classmethod
    def _name_of(cls, value):
        members = [cls._value2member_map_[bit] for bit in _bits(value & cls._flag_mask_) if bit in cls._value2member_map_]
        members.sort(key=lambda found: found._sort_order_)
        names = [found._name_ for found in members]
        combined = 0
        for found in members:
            combined |= found._value_
        if names and value & ~combined:
            names.append(str(value & ~combined))
        return '|'.join(names) if names else None

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError('%r is not a valid %s' % (value, cls.__qualname__))
        every = cls._every_bit_
        asked, value = value, cls._bounded(value, every)
        if cls._boundary_ is EJECT and value & ~every if value >= 0 else cls._boundary_ is EJECT and value < ~every:
            return value
        if cls._boundary_ is EJECT and value & (every ^ cls._flag_mask_) and value >= 0:
            return value
        if value < 0:
            value += every + 1
        made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
        made._value_ = value
        made._name_ = cls._name_of(value)
        made.__objclass__ = cls
        if value & ~cls._flag_mask_ == 0:
            made = cls._value2member_map_.setdefault(value, made)
            if asked < 0:
                cls._value2member_map_[asked] = made
        return made

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        cls = self.__class__
        known = [cls._value2member_map_[bit] for bit in _bits(self._value_ & cls._flag_mask_) if bit in cls._value2member_map_]
        known.sort(key=lambda found: found._sort_order_)
        yield from known

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
        if self._inverted_ is None:
            other = self.__class__(~self._value_ if self._boundary_ is KEEP else self._flag_mask_ ^ self._value_)
            self._inverted_ = other
            if isinstance(other, self.__class__):
                other._inverted_ = self
        return self._inverted_

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
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


class EnumCheck(StrEnum):
    """What verify() can check."""
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


def _check_unique(cls):
    aliases = [(name, found._name_) for name, found in cls._member_map_.items() if name != found._name_]
    if aliases:
        raise ValueError('aliases found in %r: %s' % (cls, ', '.join('%s -> %s' % pair for pair in aliases)))


def _check_continuous(cls):
    values = {found._value_ for found in cls}
    if len(values) < 2:
        return
    low, high = min(values), max(values)
    wanted = [1 << at for at in range(low.bit_length() - 1, high.bit_length())] if issubclass(cls, Flag) else range(low, high + 1)
    missing = [value for value in wanted if value not in values]
    if missing:
        raise ValueError(('invalid %s %r: missing values %s' % ('flag' if issubclass(cls, Flag) else 'enum', cls.__name__, ', '.join(map(str, missing))))[:256])


def _check_named_flags(cls):
    singles = {found._value_ for found in cls}
    missing_names, missing_value = [], 0
    for name, alias in cls._member_map_.items():
        if alias._name_ in cls._member_names_ or alias._value_ < 0:
            continue
        missed = [bit for bit in _bits(alias._value_) if bit not in singles]
        if missed:
            missing_names.append(name)
            for bit in missed:
                missing_value |= bit
    if missing_names:
        text = 'alias %s is missing' % missing_names[0] if len(missing_names) == 1 else 'aliases %s and %s are missing' % (', '.join(missing_names[:-1]), missing_names[-1])
        value = 'value 0x%x' % missing_value if _is_single_bit(missing_value) else 'combined values of 0x%x' % missing_value
        raise ValueError('invalid Flag %r: %s %s [use enum.show_flag_values(value) for details]' % (cls.__name__, text, value))


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                _check_unique(enumeration)
            elif check is CONTINUOUS:
                _check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                _check_named_flags(enumeration)
        return enumeration


def show_flag_values(value):
    return list(_bits(value))


def global_enum_repr(self):
    return '%s.%s' % (self.__class__.__module__.split('.')[-1], self._name_)


def global_flag_repr(self):
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return '%s.%s(%r)' % (module, self.__class__.__name__, self._value_)
    return '|'.join(name if name[0].isdigit() else module + '.' + name for name in self._name_.split('|'))


def global_str(self):
    return self.__class__.__name__ + '(%r)' % self._value_ if self._name_ is None else self._name_


def global_enum(cls, update_str=False):
    import sys
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    module = sys.modules[cls.__module__]
    for name, found in cls.__members__.items():
        setattr(module, name, found)
    return cls
