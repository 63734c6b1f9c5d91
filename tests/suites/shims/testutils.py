"""What RustPython's snippets use to judge themselves, without asking which implementation runs them."""

import sys


class AssertRaises:
    def __init__(self, expected, message=None):
        self.expected = expected
        self.message = message
        self.exception = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        assert kind is not None, self.message or f"{self.expected.__name__} was not raised"
        self.exception = value
        return issubclass(kind, self.expected)


def assert_raises(expected, function=None, *args, _msg=None, **keywords):
    if function is None:
        return AssertRaises(expected, _msg)
    with AssertRaises(expected, _msg):
        function(*args, **keywords)


class TestFailingBool:
    def __bool__(self):
        raise RuntimeError


class TestFailingIter:
    def __iter__(self):
        raise RuntimeError


def assert_equal(a, b):
    assert a == b, f"{a!r} != {b!r}"


def assert_true(value):
    assert value is True


def assert_false(value):
    assert value is False


def assert_isinstance(value, kind):
    assert isinstance(value, kind)


def assert_in(a, b):
    assert a in b


def skip_if_unsupported(major, minor, function):
    if sys.version_info[:2] >= (major, minor):
        function()


fail_if_unsupported = skip_if_unsupported
