"""Names for the classes of functions, modules and other objects that have no builtin name."""

import sys as _sys


def _function():
    yield


_generator = _function()


class _Class:
    __slots__ = ('slot',)

    def method(self):
        pass


def _closure(value):
    def inner():
        return value
    return inner


try:
    raise TypeError
except TypeError as _error:
    TracebackType = type(_error.__traceback__)

FunctionType = LambdaType = type(_function)
GeneratorType = type(_generator)
MethodType = type(_Class().method)
BuiltinFunctionType = BuiltinMethodType = type(len)
WrapperDescriptorType = type(object.__init__)
MethodWrapperType = type(object().__str__)
MethodDescriptorType = type(str.join)
ClassMethodDescriptorType = type(dict.__dict__['fromkeys'])
MappingProxyType = type(type.__dict__)
ModuleType = type(_sys)
SimpleNamespace = type(_sys.implementation)
CellType = type(_closure(1).__closure__[0])
GetSetDescriptorType = type(FunctionType.__dict__['__doc__'])
MemberDescriptorType = type(_Class.slot)
GenericAlias = type(list[int])
UnionType = type(int | str)
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)

del _function, _generator, _Class, _closure


def new_class(name, bases=(), kwds=None, exec_body=None):
    bases = tuple(bases)
    resolved = resolve_bases(bases)
    keywords = dict(kwds or {})
    metaclass = keywords.pop('metaclass', type(resolved[0]) if resolved else type)
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    if resolved is not bases:
        namespace['__orig_bases__'] = bases
    return metaclass(name, resolved, namespace, **keywords)


def resolve_bases(bases):
    resolved = []
    changed = False
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            resolved.append(base)
        else:
            resolved += base.__mro_entries__(bases)
            changed = True
    return tuple(resolved) if changed else bases


class DynamicClassAttribute(property):
    """A property that instances have and the class does not."""

    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError
        return super().__get__(instance, owner)


def coroutine(function):
    return function
