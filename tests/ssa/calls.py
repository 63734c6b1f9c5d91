# A function bound once is called directly, by the instance for the types of the arguments; recursion settles.
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def even(n: int) -> bool:
    return True if n == 0 else odd(n - 1)


def odd(n: int) -> bool:
    return False if n == 0 else even(n - 1)


def keywords(f, *rest, **named):
    return f(*rest, **named) + fib(n=3)


print(fib(20), even(10))
