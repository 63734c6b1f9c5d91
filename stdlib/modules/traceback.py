"""Exceptions as text."""

import sys

from _traceback import cut as _cut, text as _text

__all__ = ['extract_tb', 'format_exc', 'format_exception', 'format_exception_only', 'format_list', 'format_tb', 'print_exc', 'print_exception',
           'print_tb', 'print_last', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_tb']


class FrameSummary:
    """Where a frame stood."""

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, **keywords):
        self.filename, self.lineno, self.name = filename, lineno, name
        self._line = line

    @property
    def line(self):
        if self._line is None:
            self._line = _source_line(self.filename, self.lineno)
        return self._line

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, at):
        return (self.filename, self.lineno, self.name, self.line)[at]

    def __len__(self):
        return 4

    def __eq__(self, other):
        return tuple(self) == tuple(other)

    def __repr__(self):
        return '<FrameSummary file %s, line %s in %s>' % (self.filename, self.lineno, self.name)


def _source_line(filename, lineno):
    try:
        with open(filename) as file:
            for number, line in enumerate(file, 1):
                if number == lineno:
                    return line.strip()
    except (OSError, UnicodeDecodeError):
        pass
    return ''


class StackSummary(list):
    def format(self):
        return format_list(self)


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    found = [FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in walk_tb(tb)]
    if limit is not None:
        found = found[:limit] if limit >= 0 else found[limit:]
    return StackSummary(found)


def format_list(extracted_list):
    lines = []
    for filename, lineno, name, line in extracted_list:
        lines.append('  File "%s", line %s, in %s\n%s' % (filename, lineno, name, '    %s\n' % line.strip() if line else ''))
    return lines


def _exception_of(exc, value):
    return value if isinstance(value, BaseException) else exc


def _split_text(text):
    """The lines of a traceback's text, those of one frame together."""
    parts = []
    for line in text.splitlines(keepends=True):
        if parts and parts[-1].startswith('  File ') and line.startswith('    '):
            parts[-1] += line
        else:
            parts.append(line)
    return parts


def _alone(value):
    """The text of an exception, without traceback and without the exceptions behind it."""
    before = value.__traceback__, value.__cause__, value.__context__, value.__suppress_context__
    value.__traceback__ = value.__cause__ = value.__context__ = None
    try:
        return _text(value)
    finally:
        value.__traceback__, value.__cause__, value.__context__ = before[:3]
        value.__suppress_context__ = before[3]


def format_exception_only(exc, /, value=None):
    value = _exception_of(exc, value)
    if value is None:
        return ['NoneType: None\n']
    return _alone(value).splitlines(keepends=True)


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    value = _exception_of(exc, value)
    if value is None:
        return ['NoneType: None\n']
    if not chain:
        lines = ['Traceback (most recent call last):\n'] + format_tb(value.__traceback__, limit) if value.__traceback__ else []
        return lines + format_exception_only(value)
    return _split_text(_text(value) if limit is None else _limited_text(value, limit))


def _limited_text(value, limit):
    """The text of an exception whose tracebacks, and those behind it, are cut."""
    whole, pending = {}, [value]
    while pending:
        error = pending.pop()
        if error is None or id(error) in whole:
            continue
        whole[id(error)] = error, error.__traceback__
        if error.__traceback__ is not None:
            error.__traceback__ = _cut(error.__traceback__, limit)
        pending += error.__cause__, error.__context__
    try:
        return _text(value)
    finally:
        for error, tb in whole.values():
            error.__traceback__ = tb


def format_tb(tb, limit=None):
    error = Exception()
    if tb is not None and limit is not None:
        tb = _cut(tb, limit)
    if tb is None:
        return []
    error.__traceback__ = tb
    return _split_text(_text(error))[1:-1]


def print_tb(tb, limit=None, file=None):
    print(''.join(format_tb(tb, limit)), file=file or sys.stderr, end='')


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    print(''.join(format_exception(exc, value, tb, limit, chain)), file=file or sys.stderr, end='')


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exc_info()[1], limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    print_exception(sys.last_value, limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exc_info()[1], limit=limit, chain=chain))




class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, **keywords):
        self.exc_type = exc_type
        self._value = exc_value
        self._str = str(exc_value)
        self.stack = extract_tb(exc_traceback)

    @classmethod
    def from_exception(cls, exc, *args, **keywords):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True):
        return iter(format_exception(self._value, chain=chain))

    def format_exception_only(self):
        return iter(format_exception_only(self._value))

    def __str__(self):
        return self._str
