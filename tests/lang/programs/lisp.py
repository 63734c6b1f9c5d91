# A Lisp interpreter: reader, environments, closures, macros-free special forms, tail loops, errors.
# no-stress
class LispError(Exception):
    pass


class Symbol(str):
    pass


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError(f"unbound: {name}")


class Lambda:
    def __init__(self, params, body, env):
        self.params, self.body, self.env = params, body, env

    def bind(self, args):
        if "." in self.params:
            at = self.params.index(".")
            if len(args) < at:
                raise LispError(f"needs at least {at} arguments")
            return Env(self.params[:at] + self.params[at + 1:], [*args[:at], list(args[at:])], self.env)
        if len(args) != len(self.params):
            raise LispError(f"needs {len(self.params)} arguments, got {len(args)}")
        return Env(self.params, args, self.env)


def tokenize(text):
    out, i = [], 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c == ";":
            i = text.find("\n", i) % (len(text) + 1)
        elif c in "()'":
            out.append(c)
            i += 1
        elif c == '"':
            end = text.index('"', i + 1)
            out.append(text[i:end + 1])
            i = end + 1
        else:
            start = i
            while i < len(text) and not text[i].isspace() and text[i] not in "()'\";":
                i += 1
            out.append(text[start:i])
    return out


def parse(tokens):
    if not tokens:
        raise LispError("unexpected end")
    t = tokens.pop(0)
    if t == "(":
        items = []
        while tokens and tokens[0] != ")":
            items.append(parse(tokens))
        if not tokens:
            raise LispError("missing )")
        tokens.pop(0)
        return items
    if t == ")":
        raise LispError("unexpected )")
    if t == "'":
        return [Symbol("quote"), parse(tokens)]
    if t[0] == '"':
        return t[1:-1]
    if t in ("#t", "#f"):
        return t == "#t"
    for kind in (int, float):
        try:
            return kind(t)
        except ValueError:
            pass
    return Symbol(t)


def show(v):
    if v is True: return "#t"
    if v is False: return "#f"
    if isinstance(v, list): return "(" + " ".join(map(show, v)) + ")"
    if isinstance(v, Symbol): return str(v)
    if isinstance(v, str): return f'"{v}"'
    if isinstance(v, Lambda): return "<lambda>"
    if callable(v): return "<builtin>"
    return "nil" if v is None else str(v)


def evaluate(x, env):
    while True:
        if isinstance(x, Symbol):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        if not x:
            return []
        match x:
            case ["quote", v]:
                return v
            case ["if", test, yes, *no]:
                x = yes if evaluate(test, env) is not False else (no[0] if no else None)
                continue
            case ["define", [name, *params], *body]:
                env[name] = Lambda(params, body, env)
                return None
            case ["define", name, value]:
                env[name] = evaluate(value, env)
                return None
            case ["set!", name, value]:
                env.find(name)[name] = evaluate(value, env)
                return None
            case ["lambda", params, *body]:
                return Lambda(params, body, env)
            case ["let", bindings, *body]:
                env = Env([n for n, _ in bindings], [evaluate(v, env) for _, v in bindings], env)
                for b in body[:-1]:
                    evaluate(b, env)
                x = body[-1]
                continue
            case ["begin", *body]:
                for b in body[:-1]:
                    evaluate(b, env)
                x = body[-1]
                continue
            case ["and", *parts]:
                result = True
                for p in parts:
                    result = evaluate(p, env)
                    if result is False:
                        break
                return result
            case ["cond", *clauses]:
                for test, value in clauses:
                    if test == "else" or evaluate(test, env) is not False:
                        x = value
                        break
                else:
                    return None
                continue
        f, *args = [evaluate(item, env) for item in x]
        if isinstance(f, Lambda):
            env = f.bind(args)
            for b in f.body[:-1]:
                evaluate(b, env)
            x = f.body[-1]
            continue
        if not callable(f):
            raise LispError(f"not a function: {show(f)}")
        return f(*args)


def fold(op):
    def run(*args):
        result = args[0]
        for a in args[1:]:
            result = op(result, a)
        return result
    return run


out = []
GLOBALS = Env(outer=None)
GLOBALS.update({
    "+": lambda *a: sum(a), "*": fold(lambda a, b: a * b), "-": lambda a, *b: a - sum(b) if b else -a, "/": fold(lambda a, b: a / b), "quotient": lambda a, b: a // b, "remainder": lambda a, b: a % b,
    "=": lambda a, b: a == b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "car": lambda l: l[0], "cdr": lambda l: l[1:], "cons": lambda a, l: [a, *l], "list": lambda *a: list(a), "null?": lambda l: l == [],
    "length": len, "append": lambda *ls: sum(ls, []), "print": lambda *a: out.append(" ".join(map(show, a))), "apply": lambda f, a: evaluate([f, *[[Symbol("quote"), v] for v in a]], GLOBALS), "not": lambda v: v is False,
})
PROGRAM = """
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(define (filter p l) (cond ((null? l) '()) ((p (car l)) (cons (car l) (filter p (cdr l)))) (else (filter p (cdr l)))))
(define (range a b) (if (< a b) (cons a (range (+ a 1) b)) '()))
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))  ; tail call
(define (compose f g) (lambda (x) (f (g x))))
(define counter (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n))))
(define (variadic a . rest) (list a rest))
(print (map fact (range 1 8)) (filter (lambda (x) (= 0 (remainder x 3))) (range 0 20)))
(print (loop 3000 0) ((compose (lambda (x) (* x x)) (lambda (x) (+ x 1))) 5) (fact 25))
(print (counter) (counter) (counter))
(print (variadic 1) (variadic 1 2 3) (apply + '(1 2 3)) (let ((x 2) (y 3)) (* x y)))
(print "text" 'sym '(1 (2 "b" #t) ()) (and 1 2 #f 3) (and) (not #f) fact car (/ 7 2) (- 5))
(define (qs l) (if (null? l) l (let ((p (car l)) (r (cdr l))) (append (qs (filter (lambda (x) (< x p)) r)) (list p) (qs (filter (lambda (x) (not (< x p))) r))))))
(print (qs '(3 1 4 1 5 9 2 6 5 3 5)))
"""
tokens = tokenize(PROGRAM)
while tokens:
    evaluate(parse(tokens), GLOBALS)
print(*out, sep="\n")
for bad in ("(undefined 1)", "(fact)", "(1 2)", "(car '())", "(", ")", "(variadic)", "(set! nope 1)", "(+ 1 'a)", "(/ 1 0)"):
    try:
        print(show(evaluate(parse(tokenize(bad)), GLOBALS)))
    except (LispError, IndexError, TypeError, ZeroDivisionError) as e:
        print(bad, "->", type(e).__name__, e)
