"""Threads and what they share. A thread is a task: it runs on the pool, in parallel with the others."""

import time

import _thread

__all__ = ['Thread', 'Lock', 'RLock', 'Condition', 'Event', 'Semaphore', 'BoundedSemaphore', 'Barrier', 'BrokenBarrierError', 'Timer', 'local',
           'active_count', 'current_thread', 'enumerate', 'main_thread', 'get_ident', 'get_native_id', 'ThreadError', 'TIMEOUT_MAX', 'excepthook']

ThreadError = RuntimeError
TIMEOUT_MAX = 9223372036.0


def _seconds(blocking, timeout):
    if not blocking:
        if timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        return 0
    if timeout < 0 and timeout != -1:
        raise ValueError('timeout value must be a non-negative number')
    if timeout > TIMEOUT_MAX:
        raise OverflowError('timeout value is too large')
    return timeout


class lock:
    """One thread has it at a time."""

    def __init__(self):
        self._word = bytearray(4)

    def acquire(self, blocking=True, timeout=-1):
        return _thread.acquire(self._word, _seconds(blocking, timeout))

    def release(self):
        if not _thread.release(self._word):
            raise RuntimeError('release unlocked lock')

    def locked(self):
        return self._word[0] != 0

    def __enter__(self):
        return _thread.acquire(self._word, -1)

    def __exit__(self, *args):
        self.release()

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def __repr__(self):
        return '<%s _thread.lock object at 0x%x>' % ('locked' if self.locked() else 'unlocked', id(self))


lock.__module__ = '_thread'
Lock = lock


class RLock:
    """Its owner may take it again."""

    def __init__(self):
        self._block = lock()
        self._owner, self._count = None, 0

    def acquire(self, blocking=True, timeout=-1):
        me = get_ident()
        if self._owner == me:
            self._count += 1
            return True
        got = self._block.acquire(blocking, timeout)
        if got:
            self._owner, self._count = me, 1
        return got

    __enter__ = acquire

    def release(self):
        if self._owner != get_ident():
            raise RuntimeError('cannot release un-acquired lock')
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, *args):
        self.release()

    def _give_up(self):
        count, self._count, self._owner = self._count, 0, None
        self._block.release()
        return count

    def _take_back(self, count):
        self._block.acquire()
        self._owner, self._count = get_ident(), count

    def _is_owned(self):
        return self._owner == get_ident()

    def __repr__(self):
        return '<%s _thread.RLock object owner=%r count=%d at 0x%x>' % (
            'locked' if self._count else 'unlocked', self._owner or 0, self._count, id(self))


class Condition:
    """Waiting for what another thread makes true."""

    def __init__(self, lock=None):
        self._lock = RLock() if lock is None else lock
        self.acquire, self.release = self._lock.acquire, self._lock.release
        self._waiters = []

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def _is_owned(self):
        if isinstance(self._lock, RLock):
            return self._lock._is_owned()
        if self._lock.acquire(False):
            self._lock.release()
            return False
        return True

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = lock()
        waiter.acquire()
        self._waiters.append(waiter)
        recursive = isinstance(self._lock, RLock)
        count = self._lock._give_up() if recursive else self._lock.release()
        got = False
        try:
            got = waiter.acquire() if timeout is None else waiter.acquire(True, max(timeout, 0)) if timeout > 0 else waiter.acquire(False)
            return got
        finally:
            if recursive:
                self._lock._take_back(count)
            else:
                self._lock.acquire()
            if not got and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else time.monotonic() + timeout
        result = predicate()
        while not result:
            rest = None if end is None else end - time.monotonic()
            if rest is not None and rest <= 0:
                break
            self.wait(rest)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        for _ in range(min(n, len(self._waiters))):
            self._waiters.pop(0).release()

    def notify_all(self):
        self.notify(len(self._waiters))

    notifyAll = notify_all

    def __repr__(self):
        return '<Condition(%s, %d)>' % (self._lock, len(self._waiters))


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(lock())
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if not blocking:
                if not self._value:
                    return False
            elif not self._cond.wait_for(lambda: self._value > 0, timeout):
                return False
            self._value -= 1
            return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __exit__(self, *args):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')
            self._value += n
            self._cond.notify(n)


class Event:
    def __init__(self):
        self._cond = Condition(lock())
        self._flag = False

    def is_set(self):
        return self._flag

    isSet = is_set

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            return self._cond.wait_for(self.is_set, timeout)

    def __repr__(self):
        return '<threading.Event at 0x%x: %s>' % (id(self), 'set' if self._flag else 'unset')


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """As many threads as it says wait for each other."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._cond = Condition(lock())
        self.parties, self._action, self._timeout = parties, action, timeout
        self._waiting, self._round, self.broken = 0, 0, False

    @property
    def n_waiting(self):
        return self._waiting

    def wait(self, timeout=None):
        with self._cond:
            if self.broken:
                raise BrokenBarrierError
            mine, index = self._round, self._waiting
            self._waiting += 1
            if self._waiting == self.parties:
                try:
                    if self._action is not None:
                        self._action()
                except BaseException:
                    self._break()
                    raise
                self._waiting, self._round = 0, self._round + 1
                self._cond.notify_all()
            elif not self._cond.wait_for(lambda: self._round != mine or self.broken, self._timeout if timeout is None else timeout):
                self._break()
                raise BrokenBarrierError
            elif self._round == mine:
                raise BrokenBarrierError
            return index

    def _break(self):
        self.broken, self._waiting = True, 0
        self._cond.notify_all()

    def abort(self):
        with self._cond:
            self._break()

    def reset(self):
        with self._cond:
            self.broken, self._waiting, self._round = False, 0, self._round + 1
            self._cond.notify_all()


# ---- threads

_guard = lock()
_running = {}      # ident: Thread
_count = 0


def _new_name(function=None):
    global _count
    with _guard:
        _count += 1
        name = 'Thread-%d' % _count
    return name if function is None else '%s (%s)' % (name, getattr(function, '__name__', function))


def excepthook(args, /):
    import sys
    import traceback
    if args[0] is not SystemExit:
        print('Exception in thread %s:\n%s' % (args[3].name, ''.join(traceback.format_exception(args[1]))), end='', file=sys.stderr)


class Thread:
    _task = None

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        if group is not None:
            raise AssertionError('group argument must be None for now')
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._name = str(name) if name else _new_name(target)
        self._daemon = current_thread().daemon if daemon is None else daemon
        self._begun = Event()
        self._done, self._ident, self._native = False, None, None

    def start(self):
        if self._task is not None:
            raise RuntimeError('threads can only be started once')
        self._task = spawn self._whole()
        if _thread.ident() == 0:
            self._begun.wait(0.2)

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def _whole(self):
        self._ident, self._native = _thread.ident(), _thread.native_ident()
        with _guard:
            _running[self._ident] = self
        self._begun.set()
        try:
            self.run()
        except SystemExit:
            pass
        except BaseException as err:
            excepthook((type(err), err, err.__traceback__, self))
        finally:
            self._done = True
            with _guard:
                del _running[self._ident]

    def join(self, timeout=None):
        if self._task is None:
            raise RuntimeError('cannot join thread before it is started')
        if self._ident is not None and self._ident == _thread.ident() and not self._done:
            raise RuntimeError('cannot join current thread')
        if timeout is None:
            await self._task
            return
        end = time.monotonic() + timeout
        while not self._done and time.monotonic() < end:
            time.sleep(0.001)

    def is_alive(self):
        return self._task is not None and not self._done

    name = property(lambda self: self._name, lambda self, name: setattr(self, '_name', str(name)))

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, daemonic):
        if self._task is not None and not self._done:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemon = daemonic

    ident = property(lambda self: self._ident)
    native_id = property(lambda self: self._native)

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def __repr__(self):
        status = 'initial' if self._task is None else 'stopped' if self._done else 'started'
        return '<%s(%s, %s%s)>' % (type(self).__name__, self._name, status + (' daemon' if self._daemon else ''), '' if self._ident is None else ' %s' % self._ident)


class _MainThread(Thread):
    def __init__(self):
        self._name, self._daemon, self._done, self._task, self._ident = 'MainThread', False, False, True, get_ident()
        self._native = _thread.native_ident()


def get_ident():
    return _thread.ident() or 1


def get_native_id():
    return _thread.native_ident()


def current_thread():
    return _running.get(_thread.ident(), _main)


def main_thread():
    return _main


def enumerate():
    with _guard:
        return [_main, *_running.values()]


def active_count():
    return len(enumerate())


currentThread, activeCount = current_thread, active_count
_main = _MainThread()


class Timer(Thread):
    """Calls a function after some seconds, unless it is cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval, self.function, self.args, self.kwargs = interval, function, args or [], kwargs or {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class local:
    """Attributes that every thread has for itself."""

    def __init__(self, *args, **named):
        object.__setattr__(self, '_local_all', {})

    def _own(self):
        return object.__getattribute__(self, '_local_all').setdefault(_thread.ident(), {})

    def __getattribute__(self, name):
        if name == '__dict__':
            return local._own(self)
        try:
            return local._own(self)[name]
        except KeyError:
            return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        local._own(self)[name] = value

    def __delattr__(self, name):
        try:
            del local._own(self)[name]
        except KeyError:
            raise AttributeError(name) from None


def settrace(func):
    raise RuntimeError('tracing is not supported')


def setprofile(func):
    raise RuntimeError('profiling is not supported')
