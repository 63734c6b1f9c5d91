"""Helpers for the with statement."""

import _collections
import abc
import functools
import sys

__all__ = ['contextmanager', 'closing', 'suppress', 'redirect_stdout', 'redirect_stderr', 'nullcontext', 'ExitStack', 'ContextDecorator', 'AbstractContextManager']


class AbstractContextManager(abc.ABC):
    """What can stand in a with statement: any class with both methods is one."""

    __class_getitem__ = classmethod(type(list[int]))

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, kind, value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is not AbstractContextManager:
            return NotImplemented
        found = [next((base.__dict__[name] for base in other.__mro__ if name in base.__dict__), None) for name in ('__enter__', '__exit__')]
        return True if None not in found else NotImplemented


class ContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, function):
        @functools.wraps(function)
        def inside(*args, **keywords):
            with self._recreate_cm():
                return function(*args, **keywords)
        return inside


class _GeneratorContextManager(ContextDecorator, AbstractContextManager):
    def __init__(self, function, args, keywords):
        self.gen = function(*args, **keywords)
        self._how = (function, args, keywords)
        self.__doc__ = getattr(function, '__doc__', None)

    def _recreate_cm(self):
        return self.__class__(*self._how)

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, traceback):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = kind()
        try:
            self.gen.throw(value)
        except StopIteration as stop:
            return stop is not value
        except RuntimeError as error:
            if error is value:
                return False
            if isinstance(value, StopIteration) and error.__cause__ is value:
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    @functools.wraps(function)
    def helper(*args, **keywords):
        return _GeneratorContextManager(function, args, keywords)
    return helper


class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *details):
        self.thing.close()


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        return kind is not None and issubclass(kind, self._exceptions)


class _Redirect(AbstractContextManager):
    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        import sys
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, kind, value, traceback):
        import sys
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    _stream = 'stdout'


class redirect_stderr(_Redirect):
    _stream = 'stderr'


class nullcontext(AbstractContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *details):
        pass


def _set_context(error, before, outside):
    """Where the chain of contexts of `error` leads to `outside`, what was handled around it all, it leads to `before` instead."""
    while True:
        context = error.__context__
        if context is None or context is before:
            return
        if context is outside:
            break
        error = context
    error.__context__ = before


class ExitStack(AbstractContextManager):
    def __init__(self):
        self._exit_callbacks = _collections.deque()   # (True, function of the exception's details)

    def _push(self, function):
        self._exit_callbacks.append((True, function))

    def push(self, exit):
        leave = getattr(type(exit), '__exit__', None)
        self._push(exit if leave is None else leave.__get__(exit, type(exit)))
        return exit

    def enter_context(self, manager):
        cls = type(manager)
        if not hasattr(cls, '__enter__') or not hasattr(cls, '__exit__'):
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the context manager protocol")
        enter, leave = cls.__enter__, cls.__exit__
        result = enter(manager)
        self._push(leave.__get__(manager, cls))
        return result

    def callback(self, function, /, *args, **keywords):
        def run(kind, value, traceback):
            function(*args, **keywords)
        run.__wrapped__ = function
        self._push(run)
        return function

    def pop_all(self):
        other = type(self)()
        other._exit_callbacks, self._exit_callbacks = self._exit_callbacks, _collections.deque()
        return other

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, kind, value, traceback):
        received, outside = value is not None, sys.exc_info()[1]
        suppressed = raising = False
        while self._exit_callbacks:
            _, leave = self._exit_callbacks.pop()
            try:
                if leave(kind, value, traceback):
                    suppressed, raising = True, False
                    kind = value = traceback = None
            except BaseException as error:
                _set_context(error, value, outside)
                raising = True
                kind, value, traceback = type(error), error, error.__traceback__
        if raising:
            context = value.__context__
            try:
                raise value
            except BaseException:
                value.__context__ = context   # raising has set it anew
                raise
        return received and suppressed
