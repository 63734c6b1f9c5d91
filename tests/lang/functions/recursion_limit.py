# Endless recursion ends in RecursionError, which can be caught, again and again.
# no-stress gc: every collection would look through the whole deep stack
def forever(n):
    return forever(n + 1) + 1


for _ in range(3):
    try:
        forever(0)
    except RecursionError as e:
        print(type(e).__name__, str(e).startswith("maximum recursion depth exceeded"), isinstance(e, RuntimeError))


class Loop:
    def __getattr__(self, name):
        return self.missing


try:
    Loop().x
except RecursionError as e:
    print("attr", type(e).__name__)


def mutual_a(n):
    return mutual_b(n)


def mutual_b(n):
    return mutual_a(n)


try:
    mutual_a(1)
except RecursionError:
    print("mutual")


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(500))
