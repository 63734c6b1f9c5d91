"""Helpers for the with statement."""

import functools

__all__ = ['contextmanager', 'closing', 'suppress', 'redirect_stdout', 'redirect_stderr', 'nullcontext', 'ExitStack', 'ContextDecorator', 'AbstractContextManager']


class AbstractContextManager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return None


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


class ExitStack(AbstractContextManager):
    def __init__(self):
        self._callbacks = []

    def push(self, exit):
        method = getattr(type(exit), '__exit__', None)
        if method is None:
            self._callbacks.append(exit)
        else:
            self._callbacks.append(lambda *details: method(exit, *details))
        return exit

    def enter_context(self, manager):
        cls = type(manager)
        enter, leave = cls.__enter__, cls.__exit__
        result = enter(manager)
        self._callbacks.append(lambda *details: leave(manager, *details))
        return result

    def callback(self, function, /, *args, **keywords):
        def run(kind, value, traceback):
            function(*args, **keywords)
        self._callbacks.append(run)
        return function

    def pop_all(self):
        other = type(self)()
        other._callbacks, self._callbacks = self._callbacks, []
        return other

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, kind, value, traceback):
        received = value is not None
        suppressed = False
        pending_raise = False
        while self._callbacks:
            leave = self._callbacks.pop()
            try:
                if leave(type(value) if value is not None else None, value, value.__traceback__ if value is not None else None):
                    suppressed = True
                    pending_raise = False
                    value = None
            except BaseException as error:
                pending_raise = True
                suppressed = False
                value = error
        if pending_raise:
            raise value
        return received and suppressed
