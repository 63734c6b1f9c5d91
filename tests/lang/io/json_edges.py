# JSON at its edges: escapes, surrogates, numbers of every form, hooks, positions of mistakes, circles, odd keys.
import json
from enum import IntEnum
from collections import OrderedDict, namedtuple


class Colour(IntEnum):
    RED = 1


class Text(str):
    pass


class Number(float):
    def __repr__(self):
        return 'number'


class Mapping(dict):
    def items(self):
        return [('only', 1)]


def attempt(what, *args, **keywords):
    try:
        print(ascii(what(*args, **keywords)))
    except Exception as e:
        print(type(e).__name__, ascii(str(e)))


for text in ('', ' ', 'nul', 'null', ' true\n', '"', '"a', '"a\\', '"\\x"', '"\\u12"', '"\\u12g4"', '"\\ud83d\\ude00"', '"\\ud83d"',
             '"\\ud83d\\u0041"', '"\\ud83d\\u00"', '"\\ude00"', '"a\tb"', '"a\\tb\\/\\b\\f\\r\\n\\"\\\\"', '-', '-1', '-0', '-0.0', '01', '1.', '1.5e',
             '1.5e+3', '1E-2', '.5', '1e400', '123456789012345678', '1234567890123456789', '-12345678901234567890123', '[', '[1', '[1,', '[1,]',
             '[1 2]', '[]', '[ ]', '{', '{}', '{ }', '{1:2}', '{"a"}', '{"a":}', '{"a":1,}', '{"a":1 "b":2}', '{"a":1,"a":2}', 'NaN',
             'Infinity', '-Infinity', '-Inf', '[1]x', '\u00e9', '"\u00e9\u20ac\U0001F600"', '["\u00e9", x]', '{"\u00e9": "\\u00e9" ,}', '\ufeff1', '[[[[]]]]'):
    attempt(json.loads, text)

attempt(json.loads, '{"b": [1, 2.5], "a": {"b": null}}', object_pairs_hook=lambda pairs: pairs)
attempt(json.loads, '{"b": [1, 2.5], "a": {"b": null}}', object_hook=lambda d: sorted(d))
attempt(json.loads, '[1, 2.5, -3e2, NaN]', parse_int=lambda s: 'i' + s, parse_float=lambda s: 'f' + s, parse_constant=lambda s: 'c' + s)
attempt(json.loads, '{"a": 1}', object_hook=lambda d: d['b'])
attempt(json.loads, b'{"a": "\xc3\xa9"}')
attempt(json.loads, 5)
attempt(json.JSONDecoder(strict=False).decode, '"a\tb\n"')
attempt(json.JSONDecoder().raw_decode, 'xx [1] yy', 3)
attempt(json.JSONDecoder().raw_decode, 'xx [1] yy', 30)
attempt(json.JSONDecoder().raw_decode, '\u00e9\u00e9 [1] yy', 3)
first, second = json.loads('[{"key": 1}, {"key": 2}]')
print(list(first)[0] is list(second)[0])

values = [None, True, False, 0, -7, 10 ** 30, 1.5, 1e100, -0.0, 'a"b\\c\n\r\t\f\b\x00\x1f\x7f', '\u00e9\u20ac\U0001F600\ud800', Text('t'), Colour.RED,
          Number(2.5), [], (), {}, [1, (2, [3])], {'a': {'b': []}, 'c': [{}]}, OrderedDict(b=1, a=2), namedtuple('P', 'x y')(1, 2), Mapping(z=5)]
for v in values:
    attempt(json.dumps, v)
    attempt(json.dumps, v, ensure_ascii=False, indent=2)
    attempt(json.dumps, [v, {'k': v}], separators=(',', ':'), sort_keys=True, indent='\t')

for v in ({1: 'a', 2.5: 'b', None: 'c', True: 'd', 'x': 'e'}, {Colour.RED: 1}, {(1, 2): 3}, {'b': 1, 'a': 2}, {1: 1, 'a': 2}, float('nan'), [float('inf'), -float('inf')],
          object, {1, 2}, 3 + 10 ** 20):
    attempt(json.dumps, v, sort_keys=True) if not isinstance(v, type) else print('type')
    attempt(json.dumps, v, skipkeys=True, allow_nan=False, default=lambda o: sorted(o) if isinstance(o, set) else str(o))

circle = [1]
circle.append({'c': circle})
attempt(json.dumps, [float('nan')], allow_nan=False, indent=1)
attempt(json.dumps, circle)
attempt(json.dumps, {'a': circle}, indent=1)
shared = [1]
attempt(json.dumps, [shared, shared, {'s': shared}])
attempt(json.dumps, {1, 2}, default=lambda o: o)
attempt(json.dumps, 5, cls=type('E', (json.JSONEncoder,), {'encode': lambda self, o: 'mine'}))


class Encoder(json.JSONEncoder):
    def default(self, o):
        return {'set': sorted(o)} if isinstance(o, set) else super().default(o)


attempt(json.dumps, [{3, 1}], cls=Encoder)
attempt(json.dumps, [1, object], cls=Encoder)
print(Encoder(indent=1).encode({'a': {2}}))
print(''.join(json.JSONEncoder().iterencode([1, {'a': 2}])))
