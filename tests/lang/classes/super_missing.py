# super() without arguments where the class or the first parameter is missing, deleted or None.
class A:
    def f(self):
        return "A"


def outside():
    super()


def outside_with(x):
    super()


def outside_deleted(x):
    del x
    super()


class B(A):
    def none(x):
        x = None
        return super().f()

    def deleted(x):
        del x
        super().f()

    def maybe_deleted(x, gone):
        if gone:
            del x
        return super().f()

    def captured(x, gone):
        def inner():
            return x
        if gone:
            del x
        return super().f(), inner() is x

    def bare():
        super().f()

    def starred(*args):
        super().f()

    def by_keyword(*, x):
        super().f()

    def nested(self):
        def inner():
            return super().f()
        return inner()

    def comprehension(self):
        return [super().f for _ in [1]]

    @staticmethod
    def static(x):
        return super().f


b = B()
for call in (outside, lambda: outside_with(1), lambda: outside_deleted(1), b.none, b.deleted, lambda: b.maybe_deleted(False), lambda: b.maybe_deleted(True),
             lambda: b.captured(False), lambda: b.captured(True), B.bare, b.starred, lambda: B.by_keyword(x=b), b.nested, b.comprehension,
             lambda: B.static(3), lambda: super(B, None), lambda: super(B, None).f):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
