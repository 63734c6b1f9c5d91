# Loops long enough to be compiled while they run: at the top level and in functions, nested, over ranges and lists, with state
# in every form when the running frame is replaced.
# no-stress
total = 0
count = 0
for i in range(60):
    count += 1
    for j in range(10000):
        total += i * j % 7
print(total, count)


def nested(n):
    t = 0
    for i in range(n):
        for j in range(n):
            t += i * j % 7
    return t


def floats(n):
    x = 0.0
    i = 0
    while i < n:
        x = x * 0.5 + i
        i += 1
    return x


def lists(n):
    items = [k * 3 for k in range(100)]
    t = 0
    for _ in range(n):
        for item in items:
            t += item
        for a, b in zip(items, items):
            t -= a - b
    return t


def becomes_big(n):
    x = 1
    for i in range(n):
        x = x * 3 + i
        if x > 10 ** 40:
            x = 1
    return x


def changes_type(n):
    x = 0
    for i in range(n):
        x = x + 1 if i < n // 2 else x + 0.5
    return x


def raises(n):
    caught = 0
    for i in range(n):
        try:
            if i % 1000 == 0:
                raise ValueError(i)
            caught += 0
        except ValueError as error:
            caught += error.args[0] % 7
    return caught


def breaks(n):
    found = []
    for i in range(n):
        for j in range(i, n):
            if (i * j) % 1009 == 1008:
                found.append((i, j))
                break
        else:
            found.append(i)
        if len(found) > 400:
            break
    return len(found), found[:3], found[-1]


print(nested(900))
print(floats(400000))
print(lists(2000))
print(becomes_big(200000))
print(changes_type(400000))
print(raises(200000))
print(breaks(2000))
