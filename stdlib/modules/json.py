"""JSON text: loads, load, dumps, dump."""

from _json import scan as _scan, skip as _skip, write as _write

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']

_inf = float('inf')


class JSONDecodeError(ValueError):
    """What is wrong, and where."""

    def __init__(self, msg, doc, pos):
        self.msg, self.doc, self.pos = msg, doc, pos
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        ValueError.__init__(self, '%s: line %d column %d (char %d)' % (msg, self.lineno, self.colno, pos))


JSONDecodeError.__module__ = 'json.decoder'

# ---- reading


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or {'-Infinity': -_inf, 'Infinity': _inf, 'NaN': float('nan')}.__getitem__

    def decode(self, s):
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        value, end = _scan(s, idx, self.strict, self.object_hook, self.object_pairs_hook, self.parse_float, self.parse_int, self.parse_constant)
        if end < 0:
            raise JSONDecodeError(value, s, -1 - end)
        return value, end


# ---- writing


class JSONEncoder:
    item_separator, key_separator = ', ', ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, self.sort_keys = skipkeys, ensure_ascii, check_circular, allow_nan, sort_keys
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        return _write(o, self.default, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan, self.sort_keys, self.indent,
                      self.item_separator, self.key_separator)

    def iterencode(self, o, _one_shot=False):
        return _pieces(self, o, 0, {})


_SCALARS = (str, int, float, type(None))


def _pieces(encoder, o, level, inside):
    """The text of o, split where CPython's encoder splits it. `inside`: the ids of what o is in."""
    if isinstance(o, _SCALARS):
        yield encoder.encode(o)
        return
    if encoder.check_circular:
        if id(o) in inside:
            raise ValueError('Circular reference detected')
        inside[id(o)] = o
    if isinstance(o, dict):
        yield from _dict_pieces(encoder, o, level + 1, inside)
    elif isinstance(o, (list, tuple)):
        yield from _list_pieces(encoder, o, level + 1, inside)
    else:
        yield from _pieces(encoder, encoder.default(o), level, inside)
    inside.pop(id(o), None)


def _list_pieces(encoder, items, level, inside):
    line = '' if encoder.indent is None else '\n' + encoder.indent * level
    before = '[' + line
    for item in items:
        if isinstance(item, _SCALARS):
            yield before + encoder.encode(item)
        else:
            yield before
            yield from _pieces(encoder, item, level, inside)
        before = encoder.item_separator + line
    if not items:
        yield '[]'
        return
    if line:
        yield line[:-len(encoder.indent)] if encoder.indent else line
    yield ']'


def _key_text(key):
    if isinstance(key, str):
        return key
    return _default_encoder.encode(key) if isinstance(key, _SCALARS) else None


def _dict_pieces(encoder, items, level, inside):
    if not items:
        yield '{}'
        return
    line = '' if encoder.indent is None else '\n' + encoder.indent * level
    yield '{'
    before = line
    for key, value in sorted(items.items()) if encoder.sort_keys else items.items():
        text = _key_text(key)
        if text is None and encoder.skipkeys:
            continue
        if text is None:
            raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')
        if before:
            yield before
        before = encoder.item_separator + line
        yield encoder.encode(text)
        yield encoder.key_separator
        yield from _pieces(encoder, value, level, inside)
    if line:
        yield line[:-len(encoder.indent)] if encoder.indent else line
    yield '}'


_default_encoder = JSONEncoder()
_default_decoder = JSONDecoder()


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None,
          sort_keys=False, **kw):
    if cls is None and indent is None and separators is None and default is None and ensure_ascii and not (skipkeys or sort_keys or kw):
        return _write(obj, _default_encoder.default, False, True, check_circular, allow_nan, False, None, ', ', ': ')
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan, indent=indent,
                                separators=separators, default=default, sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **keywords):
    fp.write(dumps(obj, **keywords))


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, **kw):
    if isinstance(s, (bytes, bytearray)):
        s = s.decode('utf-8-sig')
    elif not isinstance(s, str):
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    elif s.startswith('\ufeff'):
        raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    if cls is None and object_hook is None and parse_float is None and parse_int is None and parse_constant is None and object_pairs_hook is None and not kw:
        return _default_decoder.decode(s)
    return (cls or JSONDecoder)(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int, parse_constant=parse_constant,
                                object_pairs_hook=object_pairs_hook, **kw).decode(s)


def load(fp, **keywords):
    return loads(fp.read(), **keywords)


def __getattr__(name):
    """CPython's `import json` has imported its parts."""
    if name not in ('decoder', 'encoder'):
        raise AttributeError(f"module 'json' has no attribute {name!r}")
    import json.decoder
    import json.encoder
    return globals()[name]
