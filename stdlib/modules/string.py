"""Constants of characters, capwords, Template and Formatter."""

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits', 'printable', 'punctuation', 'whitespace',
           'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdefABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


def _is_start(c):
    return c == '_' or c in ascii_letters


def _name_end(text, at):
    while at < len(text) and (_is_start(text[at]) or text[at] in digits):
        at += 1
    return at


class Template:
    """Text in which $name and ${name} are replaced; $$ is a dollar sign."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """(text before, name or None, where, its spelling or None) for each placeholder; a spelling of None is an invalid one."""
        text, at, mark = self.template, 0, self.delimiter
        while True:
            found = text.find(mark, at)
            if found < 0:
                yield text[at:], None, len(text), ''
                return
            before, after = text[at:found], found + len(mark)
            if text[after:after + len(mark)] == mark:
                at = after + len(mark)
                yield before + mark, None, found, ''
            elif after < len(text) and _is_start(text[after]):
                at = _name_end(text, after)
                yield before, text[after:at], found, text[found:at]
            elif text[after:after + 1] == '{' and after + 1 < len(text) and _is_start(text[after + 1]) and text[_name_end(text, after + 1):][:1] == '}':
                at = _name_end(text, after + 1) + 1
                yield before, text[after + 1:at - 1], found, text[found:at]
            else:
                at = after
                yield before, None, found, None

    def _invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len(''.join(lines[:-1])) if lines else 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (max(len(lines), 1), column))

    def substitute(self, mapping={}, /, **names):
        parts = []
        for before, name, at, spelling in self._pieces():
            parts.append(before)
            if spelling is None:
                self._invalid(at)
            if name is not None:
                parts.append(str(names[name] if name in names else mapping[name]))
        return ''.join(parts)

    def safe_substitute(self, mapping={}, /, **names):
        parts = []
        for before, name, at, spelling in self._pieces():
            parts.append(before)
            if spelling is None:
                parts.append(self.delimiter)
            elif name is not None:
                try:
                    parts.append(str(names[name] if name in names else mapping[name]))
                except KeyError:
                    parts.append(spelling)
        return ''.join(parts)

    def is_valid(self):
        return all(spelling is not None for before, name, at, spelling in self._pieces())

    def get_identifiers(self):
        found = []
        for before, name, at, spelling in self._pieces():
            if name is not None and name not in found:
                found.append(name)
        return found


def _split_field(name):
    """The first part of a field name, and its rest as (is attribute, key) pairs."""
    at = 0
    while at < len(name) and name[at] not in '.[':
        at += 1
    first, rest = name[:at], []
    while at < len(name):
        if name[at] == '.':
            end = at + 1
            while end < len(name) and name[end] not in '.[':
                end += 1
            rest.append((True, name[at + 1:end]))
            at = end
        else:
            end = name.find(']', at)
            if end < 0:
                raise ValueError("Missing ']' in format string")
            key = name[at + 1:end]
            rest.append((False, int(key) if key.isdigit() else key))
            at = end + 1
    return (int(first) if first.isdigit() else first), rest


def _parse_format(text):
    at, literal = 0, ''
    while at < len(text):
        c = text[at]
        if c in '{}' and text[at:at + 2] == c + c:
            yield literal + c, None, None, None
            literal, at = '', at + 2
        elif c == '}':
            raise ValueError("Single '}' encountered in format string")
        elif c == '{':
            depth, end = 1, at + 1
            while end < len(text) and depth:
                depth += (text[end] == '{') - (text[end] == '}')
                end += 1
            if depth:
                raise ValueError("Single '{' encountered in format string" if end == at + 1 else "expected '}' before end of string")
            field, colon, spec = text[at + 1:end - 1].partition(':')
            field, bang, conversion = field.partition('!')
            yield literal, field, spec, conversion or None
            literal, at = '', end
        else:
            literal += c
            at += 1
    if literal:
        yield literal, None, None, None


class Formatter:
    """str.format in steps that a subclass may replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, index = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, index):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, field, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field is None:
                continue
            if field == '':
                if index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field = str(index)
                index += 1
            elif field.isdigit():
                if index:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                index = False
            value, key = self.get_field(field, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, index = self._vformat(spec, args, kwargs, used, depth - 1, index)
            result.append(self.format_field(value, spec))
        return ''.join(result), index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion in ('s', 'r', 'a'):
            return {'s': str, 'r': repr, 'a': ascii}[conversion](value)
        raise ValueError('Unknown conversion specifier {0!s}'.format(conversion))

    def parse(self, format_string):
        return _parse_format(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_field(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, key in rest:
            value = getattr(value, key) if is_attribute else value[key]
        return value, first
