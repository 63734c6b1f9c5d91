# A star without a name takes nothing apart: long and endless-looking sequences match at once.
def ends(v):
    match v:
        case [first, *_, last]: return "both", first, last
        case [only]: return "one", only
        case [*_]: return "empty"
        case _: return "no sequence"


print(ends(range(1 << 40)), ends([1]), ends(()), ends("ab"), ends([1, 2]), ends(list("xyz")))


def head(v):
    match v:
        case [a, b, *_] if a == b: return "pair"
        case [0, *_]: return "zero first"
        case [*_, 0]: return "zero last"
        case [*_, [x, *_], _]: return "nested", x
        case [_, _, _, *_]: return "three or more"
        case _: return "other"


for v in ([1, 1, 5], [0], [5, 0], [1, [2, 3], 4], [1, 2, 3, 4], [1, 2], range(1 << 35), [[7], 8], None):
    print(head(v))


class P:
    __match_args__ = ("a", "a")
    a = 1


try:
    match P():
        case P(x, y): print(x, y)
except TypeError as e:
    print(e)
try:
    match P():
        case P(x, a=y): print(x, y)
except TypeError as e:
    print(e)
