# and/or test the truth of each operand once, also when they nest.
class Once:
    def __init__(self, name, value):
        self.name, self.value, self.asked = name, value, 0

    def __bool__(self):
        self.asked += 1
        assert self.asked == 1, self.name
        return self.value

    def __repr__(self):
        return self.name


def t():
    return Once('T', True)


def f():
    return Once('F', False)


print((f() and 1 or 2), (t() and 1 or 2), (t() and 0 or 2), ((f() and 1) and 2), ((t() or 1) or 2), (f() or t() and 3))
print(((f() or f()) and 1), ((t() or f()) and 1), ((t() and f()) or t()), ((f() or t()) and (f() or t())), (f() and 1 or f() and 2 or 3))
print([((a() and b()) or c(), (a() or b()) and c(), (a() and (b() or c())) or 'end') for a in (t, f) for b in (t, f) for c in (t, f)])
x = (f() and 1 or 0) == 0
print(x, not (f() and 1 or 0), 'yes' if (f() and t()) or t() else 'no')
