"""What the operating system does for programs: files, folders, environment, processes."""

import sys

import _os
import os.path as path
from _os import _exit, close, cpu_count, getcwd, getpid, getppid, getuid, isatty, pipe, read, strerror, system, urandom, write
from os.path import _fspath, altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

name = 'posix'
linesep = '\n'
error = OSError
F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND, O_NONBLOCK = 0, 1, 2, 0o100, 0o200, 0o1000, 0o2000, 0o4000
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2

sys.modules['posixpath'] = path


def fspath(path):
    return _fspath(path)


class PathLike:
    """Whatever has __fspath__."""

    @classmethod
    def __subclasshook__(cls, subclass):
        return hasattr(subclass, '__fspath__') if cls is PathLike else NotImplemented

    def __fspath__(self):
        raise NotImplementedError

    def __class_getitem__(cls, item):
        return cls


class _Environ(dict):
    """The environment; changes reach the process's."""

    def __setitem__(self, key, value):
        for text in (key, value):
            if not isinstance(text, str):
                raise TypeError('str expected, not ' + type(text).__name__)
        _os.putenv(key, value)
        dict.__setitem__(self, key, value)

    def __delitem__(self, key):
        dict.__delitem__(self, key)
        _os.putenv(key, None)

    def pop(self, key, *default):
        if key in self:
            _os.putenv(key, None)
        return dict.pop(self, key, *default)

    def setdefault(self, key, value=None):
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, other=(), /, **names):
        for key, value in dict(other, **names).items():
            self[key] = value

    def clear(self):
        for key in list(self):
            del self[key]

    def copy(self):
        return dict(self)

    def __repr__(self):
        return 'environ({%s})' % ', '.join('%r: %r' % pair for pair in self.items())


environ = _Environ(_os.environ())


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    _os.putenv(name, value)


def unsetenv(name, /):
    _os.putenv(name, None)


class stat_result(tuple):
    """The numbers a file has: as a tuple of ten, and by name."""

    def __new__(cls, numbers):
        self = tuple.__new__(cls, numbers[:10])
        self.st_mode, self.st_ino, self.st_dev, self.st_nlink, self.st_uid, self.st_gid, self.st_size = numbers[:7]
        self.st_atime_ns, self.st_mtime_ns, self.st_ctime_ns = numbers[10:13]
        self.st_atime, self.st_mtime, self.st_ctime = (ns * 1e-9 for ns in numbers[10:13])
        return self

    def __repr__(self):
        names = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size', 'st_atime', 'st_mtime', 'st_ctime')
        return 'os.stat_result(%s)' % ', '.join('%s=%r' % pair for pair in zip(names, self))


def _place(path):
    return path if isinstance(path, int) else _fspath(path)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    return stat_result(_os.stat(_place(path), follow_symlinks))


def lstat(path, *, dir_fd=None):
    return stat_result(_os.stat(_fspath(path), False))


def fstat(fd):
    return stat_result(_os.stat(fd, True))


def access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True):
    return _os.access(_fspath(path), mode)


def listdir(path=None):
    return _os.listdir('.' if path is None else _fspath(path))


class DirEntry:
    """What scandir() finds."""

    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_dir(self, *, follow_symlinks=True):
        return path._is_kind(self.path, 0o040000, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return path._is_kind(self.path, 0o100000, follow_symlinks)

    def is_symlink(self):
        return path.islink(self.path)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path, follow_symlinks=follow_symlinks)

    def inode(self):
        return lstat(self.path).st_ino

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return '<DirEntry %r>' % self.name


class _Scan:
    def __init__(self, folder):
        self._entries = iter([DirEntry(folder, name) for name in listdir(folder)])

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        self._entries = iter(())


def scandir(path='.'):
    return _Scan(_fspath(path))


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = _fspath(top)
    try:
        entries = list(scandir(top))
    except OSError as err:
        if onerror is not None:
            onerror(err)
        return
    folders = [entry.name for entry in entries if entry.is_dir()]
    files = [entry.name for entry in entries if not entry.is_dir()]
    if topdown:
        yield top, folders, files
    for name in folders:
        below = path.join(top, name)
        if followlinks or not path.islink(below):
            yield from walk(below, topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


def mkdir(path, mode=0o777, *, dir_fd=None):
    _os.mkdir(_fspath(path), mode)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        if tail == curdir:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def rmdir(path, *, dir_fd=None):
    _os.rmdir(_fspath(path))


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def remove(path, *, dir_fd=None):
    _os.unlink(_fspath(path))


def unlink(path, *, dir_fd=None):
    _os.unlink(_fspath(path))


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    _os.rename(_fspath(src), _fspath(dst))


replace = rename


def symlink(src, dst, target_is_directory=False, *, dir_fd=None):
    _os.symlink(_fspath(src), _fspath(dst))


def link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True):
    _os.link(_fspath(src), _fspath(dst))


def readlink(path, *, dir_fd=None):
    return _os.readlink(_fspath(path))


def chmod(path, mode, *, dir_fd=None, follow_symlinks=True):
    _os.chmod(_fspath(path), mode)


def chdir(path):
    _os.chdir(_fspath(path))


def open(path, flags, mode=0o777, *, dir_fd=None):
    return _os.open(_fspath(path), flags, mode)


def fdopen(fd, mode='r', buffering=-1, encoding=None, *args, **keywords):
    import io
    return io.open(fd, mode, buffering, encoding, *args, **keywords)


def fsencode(filename):
    filename = _fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = _fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


class uname_result(tuple):
    """What the system calls itself."""

    sysname, nodename, release, version, machine = (property(lambda self, at=at: self[at]) for at in range(5))

    def __repr__(self):
        return 'posix.uname_result(sysname=%r, nodename=%r, release=%r, version=%r, machine=%r)' % self


def uname():
    return uname_result(_os.uname())


def get_terminal_size(fd=1):
    raise OSError(25, strerror(25))




