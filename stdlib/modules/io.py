"""File objects, on disk and in memory."""

from _io import BufferedRandom, BufferedReader, BufferedWriter, TextIOWrapper, UnsupportedOperation, open

__all__ = ['open', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO', 'BufferedIOBase', 'BufferedReader', 'BufferedWriter', 'BufferedRandom',
           'TextIOBase', 'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE', 'BlockingIOError']

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError




class IOBase:
    """What every file object can do; those of open() count as instances too."""

    _closed = False

    @property
    def closed(self):
        return self._closed

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._check_open()

    def _check_open(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    def _refuse(self, what):
        raise UnsupportedOperation(what)

    def seek(self, pos, whence=0):
        self._refuse('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        self._refuse('truncate')

    def fileno(self):
        self._refuse('fileno')

    def isatty(self):
        self._check_open()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check_open()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        line = b''
        while size is None or size < 0 or len(line) < size:
            c = self.read(1)
            if not c:
                break
            line += c
            if c == b'\n':
                break
        return line

    def readlines(self, hint=-1, /):
        lines, total = [], 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint is not None and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines, /):
        self._check_open()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        room = bytearray(size)
        n = self.readinto(room)
        return None if n is None else bytes(room[:n])

    def readall(self):
        parts = []
        while True:
            data = self.read(DEFAULT_BUFFER_SIZE)
            if not data:
                return b''.join(parts)
            parts.append(data)

    def readinto(self, b, /):
        self._refuse('readinto')

    def write(self, b, /):
        self._refuse('write')


class BufferedIOBase(IOBase):
    def read(self, size=-1, /):
        self._refuse('read')

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, b, /):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def write(self, b, /):
        self._refuse('write')

    def detach(self):
        self._refuse('detach')


class TextIOBase(IOBase):
    encoding = errors = newlines = None

    def read(self, size=-1, /):
        self._refuse('read')

    def readline(self, size=-1, /):
        self._refuse('readline')

    def write(self, s, /):
        self._refuse('write')

    def detach(self):
        self._refuse('detach')


def _size_of(size):
    if size is None:
        return -1
    if not hasattr(type(size), '__index__'):
        raise TypeError("argument should be integer or None, not '%s'" % type(size).__name__)
    return size.__index__()


class BytesIO(BufferedIOBase):
    __static__ = True

    def __init__(self, initial_bytes=b''):
        if initial_bytes is not None and not isinstance(initial_bytes, (bytes, bytearray)) and not hasattr(initial_bytes, 'tobytes'):
            raise TypeError("a bytes-like object is required, not '%s'" % type(initial_bytes).__name__)
        self._data = bytearray(initial_bytes or b'')
        self._at = 0

    def _check_open(self):
        if self._closed:
            raise ValueError('I/O operation on closed file.')

    def getvalue(self):
        self._check_open()
        return bytes(self._data)

    def read(self, size=-1, /):
        self._check_open()
        size = _size_of(size)
        end = len(self._data) if size < 0 else self._at + size
        data = bytes(self._data[self._at:end])
        self._at += len(data)
        return data

    def readline(self, size=-1, /):
        self._check_open()
        size = _size_of(size)
        end = self._data.find(b'\n', self._at) + 1 or len(self._data)
        if size >= 0:
            end = min(end, self._at + size)
        return self.read(max(end - self._at, 0))

    def write(self, b, /):
        self._check_open()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if not isinstance(b, (bytes, bytearray)):
            if not hasattr(b, 'tobytes'):
                raise TypeError("a bytes-like object is required, not '%s'" % type(b).__name__)
            b = b.tobytes()
        if b and self._at > len(self._data):
            self._data.extend(bytes(self._at - len(self._data)))
        self._data[self._at:self._at + len(b)] = b
        self._at += len(b)
        return len(b)

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence == 0:
            if pos < 0:
                raise ValueError('negative seek value %d' % pos)
            self._at = pos
        elif whence == 1:
            self._at = max(0, self._at + pos)
        elif whence == 2:
            self._at = max(0, len(self._data) + pos)
        else:
            raise ValueError('invalid whence (%d, should be 0, 1 or 2)' % whence)
        return self._at

    def tell(self):
        self._check_open()
        return self._at

    def truncate(self, size=None, /):
        self._check_open()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError('negative size value %d' % size)
        del self._data[size:]
        return size

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable


class StringIO(TextIOBase):
    """Text in memory. Written newlines are translated as `newline` says, and what is kept is read back by its rules."""

    __static__ = True

    def __init__(self, initial_value='', newline='\n'):
        if newline is not None and not isinstance(newline, str):
            raise TypeError('newline must be str or None, not ' + type(newline).__name__)
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError('illegal newline value: %r' % newline)
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError('initial_value must be str or None, not ' + type(initial_value).__name__)
        self._newline = newline
        self._seen = frozenset()
        self._text = ''
        self._parts = []     # written at the end and not joined yet
        self._at = 0
        if initial_value:
            self.write(initial_value)
            self._at = 0

    line_buffering = False
    _seen = frozenset()      # the kinds of line ends that were translated

    @property
    def newlines(self):
        self._check_open()
        found = tuple(mark for mark in ('\r', '\n', '\r\n') if mark in self._seen)
        return found if len(found) > 1 else found[0] if found else None

    def _note_line_ends(self, s):
        whole = s.replace('\r\n', '')
        found = {mark for mark, text in (('\r\n', s), ('\r', whole), ('\n', whole)) if mark in text}
        self._seen = self._seen | found

    def _whole(self):
        if self._parts:
            self._text += ''.join(self._parts)
            self._parts = []
        return self._text

    def getvalue(self):
        self._check_open()
        return self._whole()

    def write(self, s, /):
        if self._at == -1 and type(s) is str and self._newline == '\n' and s and not self._closed:
            self._parts.append(s)     # what most writes are
            return len(s)
        self._check_open()
        if not isinstance(s, str):
            raise TypeError("string argument expected, got '%s'" % type(s).__name__)
        n = len(s)
        if not self._newline:
            self._note_line_ends(s)
        if self._newline is None:
            s = s.replace('\r\n', '\n').replace('\r', '\n')
        elif self._newline in ('\r', '\r\n'):
            s = s.replace('\n', self._newline)
        if not s:
            return n
        if self._at == -1 or self._at == len(self._whole()):
            self._parts.append(s)
            self._at = -1
            return n
        text = self._text
        if self._at > len(text):
            text += '\0' * (self._at - len(text))
        self._text = text[:self._at] + s + text[self._at + len(s):]
        self._at += len(s)
        return n

    def _place(self):
        if self._at == -1:
            self._at = len(self._whole())
        return self._at

    def read(self, size=-1, /):
        self._check_open()
        size, at = _size_of(size), self._place()
        text = self._whole()[at:] if size < 0 else self._whole()[at:at + size]
        self._at = at + len(text)
        return text

    def _line_end(self, text, at):
        if self._newline == '':
            for end in range(at, len(text)):
                if text[end] == '\n':
                    return end + 1
                if text[end] == '\r':
                    return end + (2 if text[end + 1:end + 2] == '\n' else 1)
            return len(text)
        mark = self._newline or '\n'
        found = text.find(mark, at)
        return len(text) if found < 0 else found + len(mark)

    def readline(self, size=-1, /):
        self._check_open()
        size, at, text = _size_of(size), self._place(), self._whole()
        if at >= len(text):
            return ''
        end = self._line_end(text, at)
        if size >= 0:
            end = min(end, at + size)
        self._at = end
        return text[at:end]

    def seek(self, pos, whence=0, /):
        self._check_open()
        if whence not in (0, 1, 2):
            raise ValueError('Invalid whence (%d, should be 0, 1 or 2)' % whence)
        if whence == 0 and pos < 0:
            raise ValueError('Negative seek position %d' % pos)
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = pos if whence == 0 else self._place() if whence == 1 else len(self._whole())
        return self._at

    def tell(self):
        self._check_open()
        return self._place()

    def truncate(self, pos=None, /):
        self._check_open()
        size = self._place() if pos is None else pos
        if size < 0:
            raise ValueError('Negative size value %d' % size)
        self._place()
        self._text = self._whole()[:size]
        return size

    def readable(self):
        self._check_open()
        return True

    writable = seekable = readable


class FileIO(RawIOBase):
    """A file by its descriptor, without a buffer."""

    def __init__(self, file, mode='r', closefd=True, opener=None):
        if not set(mode) <= set('rwxab+') or sum(c in mode for c in 'rwxa') != 1:
            raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
        self._file = open(file, mode.replace('b', '') + 'b', closefd=closefd)
        self.name = file
        self.mode = mode.replace('b', '') + 'b'

    def read(self, size=-1, /):
        return self._file.read(size)

    def readall(self):
        return self._file.read()

    def readinto(self, b, /):
        data = self._file.read(len(b))
        b[:len(data)] = data
        return len(data)

    def write(self, b, /):
        n = self._file.write(b)
        self._file.flush()
        return n

    def seek(self, pos, whence=0, /):
        return self._file.seek(pos, whence)

    def tell(self):
        return self._file.tell()

    def truncate(self, size=None, /):
        return self._file.truncate(size)

    def fileno(self):
        return self._file.fileno()

    def close(self):
        self._file.close()
        self._closed = True

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return self._file.seekable()


def open_code(path):
    return open(path, 'rb')


def text_encoding(encoding, stacklevel=2, /):
    return 'utf-8' if encoding is None else encoding
