# types: classes without builtin names, SimpleNamespace, classes made by functions; what sys says of where modules are.
import sys
import types
from types import SimpleNamespace


def f():
    yield


n = SimpleNamespace(x=1, y='a')
print(n, n.x, n == SimpleNamespace(y='a', x=1), n != SimpleNamespace(x=1), n == 3, vars(n), type(n))
n.z = n
print(n)
del n.z
n.x += 1
print(n, SimpleNamespace(), SimpleNamespace(**{'a': 1}))
try:
    hash(n)
except TypeError as e:
    print(type(e).__name__)
try:
    SimpleNamespace(1)
except TypeError as e:
    print(type(e).__name__)


class Named(SimpleNamespace):
    def total(self):
        return sum(vars(self).values())


print(Named(a=1, b=2), Named(a=1, b=2).total())

print([isinstance(v, c) for v, c in ((f, types.FunctionType), (f(), types.GeneratorType), (len, types.BuiltinFunctionType), (lambda: 0, types.LambdaType),
                                      ('a'.join, types.BuiltinMethodType), (sys, types.ModuleType), (n.__init__, types.FunctionType),
                                      (Named().total, types.MethodType), (type.__dict__, types.MappingProxyType), (None, types.NoneType),
                                      (..., types.EllipsisType), (list[int], types.GenericAlias), (int | str, types.UnionType))])
made = types.new_class('Made', (Named,), {}, lambda ns: ns.update(extra=5))
print(made.__mro__[1].__name__, made(a=1).total(), made.extra)
m = types.ModuleType('made_here', 'a doc')
m.value = 3
print(m.__name__, m.__doc__, m.value)
print(sys.implementation.version == sys.version_info, sys.path[0] == __file__[:__file__.rindex('/')])
