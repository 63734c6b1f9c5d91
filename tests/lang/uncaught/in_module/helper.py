def ok():
    return "fine"


def inner(v):
    return v.missing_attribute


def outer(v):
    return inner(v)
