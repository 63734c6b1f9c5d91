# Patterns: tests, captures bound after the match, guards.
def kinds(v):
    match v:
        case 1 | -2.5 | "s":
            return "literal"
        case None | True:
            return "singleton"
        case [a, b, *_, c] if a > b:
            return a, c
        case {"k": x, **rest}:
            return x, rest
        case Point(x=0, y=yy) | Point(yy, 0):
            return yy
        case mod.NAME:
            return "value"
        case (first, [second]) as whole:
            return first, second, whole
        case other:
            return other
