# Messages of operators that do not apply.
cases = {
    "int+str": lambda: 1 + "a", "str+int": lambda: "a" + 1, "list+tuple": lambda: [1] + (2,),
    "tuple+list": lambda: (1,) + [2], "none+int": lambda: None + 1, "str-str": lambda: "a" - "b",
    "str*str": lambda: "a" * "b", "str*float": lambda: "a" * 1.5, "list*list": lambda: [1] * [2],
    "int//str": lambda: 1 // "a", "int%list": lambda: 1 % [], "int**str": lambda: 2 ** "x",
    "-str": lambda: -"a", "~float": lambda: ~1.5, "+list": lambda: +[], "int<str": lambda: 1 < "a",
    "list<int": lambda: [] < 1, "none<none": lambda: None < None, "dict<dict": lambda: {} < {},
    "int>=none": lambda: 3 >= None, "in int": lambda: 1 in 5, "in str": lambda: 1 in "abc",
    "call int": lambda: 5(), "call str": lambda: "abc"(), "index int": lambda: 5[0], "index none": lambda: None[0],
    "list str": lambda: [1]["a"], "tuple float": lambda: (1,)[1.0], "str none": lambda: "abc"[None],
    "unhashable": lambda: {[]: 1}, "unhashable set": lambda: {{}}, "hash list": lambda: hash([]),
    "iter int": lambda: list(5), "iter none": lambda: [x for x in None], "len int": lambda: len(5),
    "unpack": lambda: (lambda a: a)(*5), "kwunpack": lambda: dict(**5), "int & float": lambda: 1 & 1.0,
    "float | float": lambda: 1.0 | 2.0, "int << str": lambda: 1 << "a", "int @ int": lambda: 1 @ 2,
    "abs str": lambda: abs("x"), "sum str": lambda: sum(["a"]), "next list": lambda: next([]),
    "ord": lambda: ord("ab"), "ord int": lambda: ord(5), "chr str": lambda: chr("a"), "join": lambda: ",".join([1]),
    "join2": lambda: ",".join(["a", None]), "setitem str": lambda: "abc".__setitem__, "range": lambda: range("a"),
    "range0": lambda: range(1, 2, 0), "chr big": lambda: chr(0x110000), "isinstance": lambda: isinstance(1, 5),
    "min": lambda: min(1), "min empty": lambda: min([]), "max mixed": lambda: max(1, "a"), "int()": lambda: int([]),
    "attr": lambda: (5).foo, "attr none": lambda: None.foo, "attr str": lambda: "x".foo, "attr list": lambda: [].foo,
}
for name, case in cases.items():
    try:
        print(name, "->", case())
    except Exception as e:
        print(name, "->", type(e).__name__ + ":", e)


def augmented():
    x = 1
    x += "a"


def item_assign():
    t = (1, 2)
    t[0] = 5


def item_delete():
    s = "abc"
    del s[0]


def attr_assign():
    x = 5
    x.y = 1


def none_assign():
    None_ = None
    None_[0] = 1


for f in (augmented, item_assign, item_delete, attr_assign, none_assign):
    try:
        f()
    except Exception as e:
        print(f.__name__, type(e).__name__ + ":", e)
