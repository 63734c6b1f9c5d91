"""JSON text: loads, load, dumps, dump."""

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

_ESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_SPACE = ' \t\n\r'
_DIGITS = '0123456789'


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
        if idx < 0:
            raise ValueError('idx cannot be negative')
        return self._value(s, idx)

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return self._string(s, at + 1)
        if c == '{':
            return self._object(s, at + 1)
        if c == '[':
            return self._array(s, at + 1)
        if c and (c in _DIGITS or c == '-'):
            found = self._number(s, at)
            if found is not None:
                return found
        for text, value in (('null', None), ('true', True), ('false', False)):
            if s.startswith(text, at):
                return value, at + len(text)
        for text in ('NaN', 'Infinity', '-Infinity'):
            if s.startswith(text, at):
                return self.parse_constant(text), at + len(text)
        raise JSONDecodeError('Expecting value', s, at)

    def _number(self, s, at):
        end, n = at, len(s)
        if s[end] == '-':
            end += 1
        if end >= n or s[end] not in _DIGITS:
            return None
        if s[end] == '0':
            end += 1
        else:
            end = _digits_end(s, end)
        whole = end
        if end + 1 < n and s[end] == '.' and s[end + 1] in _DIGITS:
            end = _digits_end(s, end + 1)
        if end < n and s[end] in 'eE':
            power = end + 2 if s[end + 1:end + 2] in ('+', '-') else end + 1
            if power < n and s[power] in _DIGITS:
                end = _digits_end(s, power)
        return (self.parse_int if end == whole else self.parse_float)(s[at:end]), end

    def _string(self, s, at):
        begin, parts = at - 1, []
        while True:
            end = at
            while end < len(s) and s[end] not in '"\\' and s[end] >= ' ':
                end += 1
            parts.append(s[at:end])
            if end >= len(s):
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            c = s[end]
            if c == '"':
                return ''.join(parts), end + 1
            if c != '\\':
                if self.strict:
                    raise JSONDecodeError('Invalid control character at', s, end)
                parts.append(c)
                at = end + 1
                continue
            c = s[end + 1:end + 2]
            if not c:
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            if c == 'u':
                code, at = _code_unit(s, end + 2), end + 6
                if 0xD800 <= code <= 0xDBFF and s[at:at + 2] == '\\u':
                    low = _code_unit(s, at + 2)
                    if 0xDC00 <= low <= 0xDFFF:
                        code, at = 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00)), at + 6
                parts.append(chr(code))
                continue
            if c not in _ESCAPES:
                raise JSONDecodeError('Invalid \\escape', s, end)
            parts.append(_ESCAPES[c])
            at = end + 2

    def _object(self, s, at):
        pairs, at = [], _skip(s, at)
        if s[at:at + 1] == '}':
            return self._made(pairs), at + 1
        while True:
            if s[at:at + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
            key, at = self._string(s, at + 1)
            at = _skip(s, at)
            if s[at:at + 1] != ':':
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, _skip(s, at + 1))
            pairs.append((key, value))
            at = _skip(s, at)
            c = s[at:at + 1]
            if c == '}':
                return self._made(pairs), at + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _skip(s, at + 1)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)

    def _array(self, s, at):
        values, at = [], _skip(s, at)
        if s[at:at + 1] == ']':
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = _skip(s, at)
            c = s[at:at + 1]
            if c == ']':
                return values, at + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            at = _skip(s, at + 1)


def _skip(s, at):
    while at < len(s) and s[at] in _SPACE:
        at += 1
    return at


def _digits_end(s, at):
    while at < len(s) and s[at] in _DIGITS:
        at += 1
    return at


def _code_unit(s, at):
    text = s[at:at + 4]
    if len(text) == 4 and all(c in '0123456789abcdefABCDEF' for c in text):
        return int(text, 16)
    raise JSONDecodeError('Invalid \\uXXXX escape', s, at - 1)


# ---- writing

_NAMED = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b'}


def _escaped(c):
    if c in _NAMED:
        return _NAMED[c]
    n = ord(c)
    if n < 0x10000:
        return '\\u%04x' % n
    n -= 0x10000
    return '\\u%04x\\u%04x' % (0xD800 | n >> 10, 0xDC00 | n & 0x3FF)


def _quoted(s, ascii_only):
    if s.isascii() and s.isprintable() and '"' not in s and '\\' not in s:
        return '"' + s + '"'
    last = '~' if ascii_only else '\U0010FFFF'
    return '"' + ''.join([c if ' ' <= c <= last and c not in '"\\' else _escaped(c) for c in s]) + '"'


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
        parts = []
        self._write(o, parts.append, '\n' if self.indent is not None else None, {})
        return ''.join(parts)

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)

    def _float(self, o):
        text = 'NaN' if o != o else 'Infinity' if o == _inf else '-Infinity' if o == -_inf else float.__repr__(o)
        if not self.allow_nan and text[-1] in 'Ny':
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
        return text

    def _write(self, o, put, line, open):
        if isinstance(o, str):
            put(_quoted(o, self.ensure_ascii))
        elif o is None or o is True or o is False:
            put('null' if o is None else 'true' if o else 'false')
        elif isinstance(o, int):
            put(int.__repr__(o))
        elif isinstance(o, float):
            put(self._float(o))
        else:
            if self.check_circular:
                mark = id(o)
                if mark in open:
                    raise ValueError('Circular reference detected')
                open[mark] = o
            below = None if line is None else line + self.indent
            if isinstance(o, (list, tuple)):
                self._write_items(o, put, line, below, open)
            elif isinstance(o, dict):
                self._write_pairs(o, put, line, below, open)
            else:
                self._write(self.default(o), put, line, open)
            if self.check_circular:
                del open[mark]

    def _write_items(self, items, put, line, below, open):
        if not items:
            return put('[]')
        separator = self.item_separator + (below or '')
        put('[' + (below or ''))
        first = True
        for item in items:
            if not first:
                put(separator)
            first = False
            self._write(item, put, below, open)
        put((line or '') + ']')

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is None or key is True or key is False:
            return 'null' if key is None else 'true' if key else 'false'
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _write_pairs(self, d, put, line, below, open):
        if not d:
            return put('{}')
        separator = self.item_separator + (below or '')
        put('{' + (below or ''))
        first = True
        for key, value in sorted(d.items()) if self.sort_keys else d.items():
            key = self._key(key)
            if key is None:
                continue
            if not first:
                put(separator)
            first = False
            put(_quoted(key, self.ensure_ascii) + self.key_separator)
            self._write(value, put, below, open)
        put((line or '') + '}')


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None,
          sort_keys=False, **kw):
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
