# globals() is the module's dict: reading and changing it is reading and changing the module's names.
import sys

value = 1
space = globals()
print(type(space), isinstance(space, dict), space is globals(), 'value' in space, space['value'], space.get('nothing'))


def show():
    return value


space['value'] = 2
print(value, show(), space['value'])
globals()['made'] = [1]
print(made, 'made' in globals(), sorted(k for k in globals() if not k.startswith('_')))
globals().update(value=3, other='x')
print(show(), other)
value = 4
print(space['value'], space.get('value'), dict(space)['value'], {**space}['value'])
del space['made']
try:
    made
except NameError as e:
    print(e)
print(space.pop('other'), space.pop('other', None), space.setdefault('fresh', 7), fresh)
del value
print('value' in space)
try:
    space['value']
except KeyError as e:
    print('KeyError', e)
for name in ('one', 'two'):
    globals()[name] = lambda name=name: name
print(one(), two())
this = sys.modules['__main__']
print(this.__dict__ is space, vars(this) is space, show.__globals__ is space, vars() is space, locals() is space)
this.late = 5
print(space['late'], late)
print(len(space) == len(dict(space)), space == dict(space), space != {}, list(space)[-1] in space)
print('%(late)s {fresh}'.format(**globals()) % globals())
try:
    hash(space)
except TypeError as e:
    print(e)
