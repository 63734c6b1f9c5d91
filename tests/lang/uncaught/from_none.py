# raise ... from None hides the context.
try:
    [][5]
except IndexError:
    raise KeyError("only this") from None
