# Loops over ranges whose bounds are chosen in an expression, where handlers cover the loop.
def chosen(kinds):
    total = 0
    for kind in kinds:
        try:
            for i in range(40 if kind == 1 else 30):
                total += i
                if kind == 3:
                    total += len(kind)
        except TypeError as e:
            print("TypeError:", e)
        finally:
            total += 1000
        print(total, i)
    return total


def outside(numbers):
    for n in numbers:
        r = range(n, 0, -2) if n % 2 else range(n)
        try:
            for i in r:
                if i == 5:
                    raise ValueError(i)
                if i == 4:
                    continue
        except ValueError as e:
            print("ValueError:", e, i)
        else:
            print("no error", n)


print(chosen([1, 2, 3, 1]))
outside([3, 6, 7, 5, 8, 0])
total = 0
for kinds in (1, 2):
    try:
        for i in range(40 if kinds == 1 else 30):
            total += i
    except TypeError as e:
        print("TypeError:", e)
    print(total)
