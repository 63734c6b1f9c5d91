"""Abstract base classes."""

from _collections import _match_as

__all__ = ['ABC', 'ABCMeta', 'abstractmethod', 'abstractclassmethod', 'abstractstaticmethod', 'abstractproperty']


def abstractmethod(function):
    function.__isabstractmethod__ = True
    return function


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True


class abstractproperty(property):
    __isabstractmethod__ = True


def _is_abstract(value):
    if isinstance(value, property):
        parts = (value.fget, value.fset, value.fdel)
        return any(getattr(part, '__isabstractmethod__', False) for part in parts)
    if isinstance(value, (classmethod, staticmethod)):
        value = value.__func__
    return getattr(value, '__isabstractmethod__', False)


# What __subclasscheck__ found, by (class, subclass); forgotten when a class is registered.
_answers = {}
_MOST_ANSWERS = 4096


class ABCMeta(type):
    def __new__(metacls, name, bases, namespace, **keywords):
        cls = super().__new__(metacls, name, bases, namespace, **keywords)
        names = {key for key, value in namespace.items() if _is_abstract(value)}
        for base in bases:
            for key in getattr(base, '__abstractmethods__', ()):
                if _is_abstract(getattr(cls, key, None)):
                    names.add(key)
        cls.__abstractmethods__ = frozenset(names)
        return cls

    def register(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('Can only register classes')
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError('Refusing to create an inheritance cycle')
        if '_abc_registered' not in cls.__dict__:
            cls._abc_registered = []
        cls._abc_registered.append(subclass)
        _match_as(subclass, cls)
        _answers.clear()
        return subclass

    def __instancecheck__(cls, instance):
        return cls.__subclasscheck__(type(instance))

    def __subclasscheck__(cls, subclass):
        answer = _answers.get((cls, subclass))
        if answer is None:
            answer = cls._answer(subclass)
            if len(_answers) >= _MOST_ANSWERS:
                _answers.clear()
            _answers[cls, subclass] = answer
        return answer

    def _answer(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError('issubclass() arg 1 must be a class')
        hook = cls.__subclasshook__(subclass) if hasattr(cls, '__subclasshook__') else NotImplemented
        if hook is not NotImplemented:
            return bool(hook)
        if cls in subclass.__mro__:
            return True
        for registered in cls.__dict__.get('_abc_registered', ()):
            if issubclass(subclass, registered):
                return True
        return any(issubclass(subclass, child) for child in cls.__subclasses__() if child is not subclass)


class ABC(metaclass=ABCMeta):
    __slots__ = ()


def get_cache_token():
    return 0
