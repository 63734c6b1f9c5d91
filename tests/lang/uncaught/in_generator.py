# The frames of a generator, a lambda and a comprehension.
def gen(n):
    for i in range(n):
        yield 10 // (1 - i)


def total(xs):
    return sum(x for x in xs)


apply = lambda f, *a: f(*a)
print(apply(total, [1, 2]))
print(apply(total, gen(3)))
