# An expression becomes a net of closures, each called from the one around it; then one of its variables changes what it holds.


def const(c):
    return lambda env: c


def var(n):
    return lambda env: env[n]


def add(a, b):
    return lambda env: a(env) + b(env)


def mul(a, b):
    return lambda env: a(env) * b(env)


def less(a, b):
    return lambda env: a(env) < b(env)


def choose(c, a, b):
    return lambda env: a(env) if c(env) else b(env)


def parse(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()

    def read():
        token = tokens.pop(0)
        if token != "(":
            return const(int(token)) if token.lstrip("-").isdigit() else var("xyz".index(token))
        op, args = tokens.pop(0), []
        while tokens[0] != ")":
            args.append(read())
        tokens.pop(0)
        return {"+": add, "*": mul, "<": less, "if": choose}[op](*args)

    return read()


f = parse("(if (< (+ x 3) (* y 2)) (+ (* x x) (* 3 z)) (+ (* y y) (+ z (* x 5))))")
env = [0, 0, 0]
for kinds in (int, float, int, str, lambda n: n << 61):
    total = 0
    try:
        for i in range(40000 if kinds is int else 3000):
            env[0], env[1], env[2] = kinds(i % 17), kinds(i % 13), kinds(i % 7)
            total += f(env)
    except TypeError as e:
        print("TypeError:", e)
    print(total, env)
