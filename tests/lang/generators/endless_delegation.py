# Delegation without end is a RecursionError, soon.
def endless(n):
    yield n
    yield from endless(n + 1)


count = 0
try:
    for item in endless(0):
        count += 1
except RecursionError as error:
    print(type(error).__name__, count > 300)


def depth(n):
    if n:
        yield from depth(n - 1)
    yield n


print(sum(depth(300)), len(list(depth(200))))
