# User exceptions: hierarchy, attributes, str, args, catching by base, in classes.
class AppError(Exception):
    """Base."""


class NotFound(AppError):
    def __init__(self, what, where="here"):
        super().__init__(f"{what} not found in {where}")
        self.what, self.where = what, where


class Code(AppError):
    code = 500

    def __init__(self, *args, code=None):
        super().__init__(*args)
        if code:
            self.code = code

    def __str__(self):
        return f"[{self.code}] {super().__str__()}"


class Plain(AppError):
    pass


class NoSuper(AppError):
    def __init__(self, a, b):
        self.a, self.b = a, b


for exc in (NotFound("x"), NotFound("y", where="there"), Code("bad"), Code("worse", code=404), Code(), Plain(), Plain("one"), Plain("one", 2), NoSuper(1, 2)):
    try:
        raise exc
    except AppError as e:
        print(type(e).__name__, "|", e, "|", repr(e), "|", e.args)
try:
    raise NotFound("z")
except Plain:
    print("wrong")
except (Code, NotFound) as e:
    print("right", e.what, e.where, isinstance(e, AppError), issubclass(NotFound, Exception))


class Retry(Exception):
    pass


def attempt(n):
    for i in range(5):
        try:
            if i < n:
                raise Retry(i)
            return f"ok after {i}"
        except Retry as r:
            print("retry", r, end=" ")
    return "gave up"


print(attempt(2), attempt(9))

