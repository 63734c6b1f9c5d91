"""Paths of POSIX systems."""

import _os

__all__ = ['abspath', 'basename', 'commonpath', 'commonprefix', 'dirname', 'exists', 'expanduser', 'expandvars', 'getmtime', 'getsize', 'isabs',
           'isdir', 'isfile', 'islink', 'ismount', 'join', 'lexists', 'normcase', 'normpath', 'realpath', 'relpath', 'samefile', 'split',
           'splitdrive', 'splitext']

sep, altsep, extsep, pardir, curdir, pathsep, defpath, devnull = '/', None, '.', '..', '.', ':', '/bin:/usr/bin', '/dev/null'
supports_unicode_filenames = True


def _fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), '__fspath__', None)
    if method is None:
        raise TypeError('expected str, bytes or os.PathLike object, not ' + type(path).__name__)
    return method(path)


def normcase(s):
    return _fspath(s)


def isabs(s):
    return _fspath(s).startswith('/')


def join(a, /, *p):
    path = _fspath(a)
    for part in p:
        if not isinstance(part, (str, bytes)) and not hasattr(type(part), '__fspath__'):
            raise TypeError("join() argument must be str, bytes, or os.PathLike object, not '%s'" % type(part).__name__)
        part = _fspath(part)
        if part.startswith('/'):
            path = part
        elif not path or path.endswith('/'):
            path += part
        else:
            path += '/' + part
    return path


def split(p):
    p = _fspath(p)
    at = p.rfind('/') + 1
    head, tail = p[:at], p[at:]
    if head and head != '/' * len(head):
        head = head.rstrip('/')
    return head, tail


def splitext(p):
    p = _fspath(p)
    start = p.rfind('/') + 1
    dot = p.rfind('.')
    if dot > start and p[start:dot].strip('.'):
        return p[:dot], p[dot:]
    return p, ''


def splitdrive(p):
    p = _fspath(p)
    return p[:0], p


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def _stat(path, follow=True):
    try:
        return _os.stat(_fspath(path) if not isinstance(path, int) else path, follow)
    except (OSError, ValueError):
        return None


def exists(path):
    return _stat(path) is not None


def lexists(path):
    return _stat(path, False) is not None


def _is_kind(path, kind, follow=True):
    found = _stat(path, follow)
    return found is not None and found[0] & 0o170000 == kind


def isfile(path):
    return _is_kind(path, 0o100000)


def isdir(s):
    return _is_kind(s, 0o040000)


def islink(path):
    return _is_kind(path, 0o120000, False)


def ismount(path):
    here, above = _stat(path, False), _stat(join(path, '..'), False)
    return here is not None and above is not None and (here[2] != above[2] or here[1] == above[1])


def _required(path):
    return _os.stat(_fspath(path) if not isinstance(path, int) else path, True)


def getsize(filename):
    return _required(filename)[6]


def getmtime(filename):
    return _required(filename)[11] * 1e-9


def getatime(filename):
    return _required(filename)[10] * 1e-9


def getctime(filename):
    return _required(filename)[12] * 1e-9


def samefile(f1, f2):
    a, b = _required(f1), _required(f2)
    return a[1:3] == b[1:3]


def commonprefix(m):
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_fspath, m))
    low, high = min(m), max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    paths = tuple(map(_fspath, paths))
    if len({p[:1] == '/' for p in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[c for c in p.split('/') if c and c != '.'] for p in paths]
    low, high = min(parts), max(parts)
    common = low
    for i, c in enumerate(low):
        if i >= len(high) or c != high[i]:
            common = low[:i]
            break
    return ('/' if paths[0][:1] == '/' else '') + '/'.join(common)


def normpath(path):
    path = _fspath(path)
    if not path:
        return '.'
    slashes = 0 if not path.startswith('/') else 2 if path.startswith('//') and not path.startswith('///') else 1
    parts = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or (not slashes and not parts) or (parts and parts[-1] == '..'):
            parts.append(part)
        elif parts:
            parts.pop()
    return '/' * slashes + '/'.join(parts) or '.'


def abspath(path):
    path = _fspath(path)
    return normpath(path if isabs(path) else join(_os.getcwd(), path))


def realpath(filename, *, strict=False):
    path, rest, links = '/', abspath('.') if not isabs(filename) else '', 0
    waiting = [part for part in join(rest, _fspath(filename)).split('/') if part not in ('', '.')][::-1]
    while waiting:
        part = waiting.pop()
        if part == '..':
            path = dirname(path)
            continue
        next_path = join(path, part)
        if not islink(next_path):
            if strict:
                _required(next_path)
            path = next_path
            continue
        links += 1
        if links > 40:
            return join(next_path, *reversed(waiting))
        target = _os.readlink(next_path)
        if target.startswith('/'):
            path = '/'
        waiting += [part for part in target.split('/') if part not in ('', '.')][::-1]
    return path


def relpath(path, start=None):
    if not path:
        raise ValueError('no path specified')
    begin = [part for part in abspath('.' if start is None else start).split('/') if part]
    parts = [part for part in abspath(path).split('/') if part]
    same = len(commonprefix([begin, parts]))
    return '/'.join(['..'] * (len(begin) - same) + parts[same:]) or '.'


def expanduser(path):
    path = _fspath(path)
    if not path.startswith('~'):
        return path
    end = path.find('/') if '/' in path else len(path)
    home = _os.environ().get('HOME') if end == 1 else None
    return (home.rstrip('/') + path[end:] or '/') if home else path


def expandvars(path):
    path, found, at = _fspath(path), [], 0
    environ = _os.environ()
    while at < len(path):
        c = path[at]
        if c == '$' and path[at + 1:at + 2] == '{' and '}' in path[at:]:
            end = path.index('}', at)
            found.append(environ.get(path[at + 2:end], path[at:end + 1]))
            at = end + 1
        elif c == '$' and (path[at + 1:at + 2].isalnum() or path[at + 1:at + 2] == '_'):
            end = at + 1
            while end < len(path) and (path[end].isalnum() or path[end] == '_'):
                end += 1
            found.append(environ.get(path[at + 1:end], path[at:end]))
            at = end
        else:
            found.append(c)
            at += 1
    return ''.join(found)
