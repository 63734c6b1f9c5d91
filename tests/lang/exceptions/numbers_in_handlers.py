# What a variable held when the only operation raised that may: a number that compiled code had as a number.
def float_kept(x):
    acc = 1
    try:
        x = 1.5
        x = x & acc
        acc = acc + 1
    except TypeError:
        acc = 3
    return [acc, x]


def int_kept(items):
    total = 5
    try:
        total = items[7] + 1
        total = total - 1
    except IndexError:
        pass
    return str(total), [total]


def of_loop(n):
    seen = []
    for i in range(n):
        y = i / 2
        try:
            y = y % (i % 3)
            y = y + 1
        except ZeroDivisionError:
            seen.append(y)
        else:
            seen.append((y,))
    return seen


def truth_kept(a):
    flag = a > 1
    try:
        flag = flag.missing
        flag = 7
    except AttributeError:
        return [flag, a]
    return flag


print(float_kept(1), float_kept(2.5), int_kept([1]), int_kept([0] * 8), of_loop(7), truth_kept(1), truth_kept(2.0))
