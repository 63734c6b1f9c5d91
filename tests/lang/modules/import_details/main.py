# Imports in detail: what a module knows of its place, __import__, names set at first import only, __getattr__ and __dir__ of modules.
import os_free as m
import kit
import kit.tool

print(__package__, __name__, kit.__package__, kit.tool.__package__ if hasattr(kit.tool, '__package__') else 'function', repr(m.__package__))
print(__file__.endswith('/main.py'), __file__.startswith('/'), kit.__file__.endswith('/kit/__init__.py'))
print([p.endswith('/kit') for p in kit.__path__], hasattr(m, '__path__'), __spec__, __loader__ is None or True)
print(kit.tool())
top = __import__('kit.tool')
print(top is kit, __import__('kit.tool', None, None, ['tool']).__name__, __import__('kit', fromlist=()).__name__)
for args in ((1,), ('',), ('kit', None, None, None, -1), ('kit', 'globals', None, None, 1), ('no_such_module',)):
    try:
        __import__(*args)
    except (TypeError, ValueError, ImportError) as e:
        print(type(e).__name__, e)
print(m.lazy, m.asked, m.lazy, m.asked)
try:
    m.nothing
except AttributeError as e:
    print('AttributeError', e)
print(hasattr(m, 'nothing'), getattr(m, 'nothing', 5), dir(m))
from os_free import lazy, another
print(lazy, another)
try:
    from os_free import nowhere
except ImportError as e:
    print(type(e).__name__, str(e).split(' (')[0])
from os_free import *
print(another_one)
this = __import__('__main__')
try:
    this.absent
except AttributeError as e:
    print(e)
del m.__name__
m.__dict__.pop('__getattr__')
try:
    m.absent
except AttributeError as e:
    print(e)
