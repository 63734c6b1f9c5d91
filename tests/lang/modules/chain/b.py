print("b starts")
name = "module b"
shared = ["b"]


def make(x):
    return [x, name]


print("b ends")
