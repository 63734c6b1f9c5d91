# A calculator: tokenizer, precedence-climbing parser, evaluator with variables and functions.
import math


class ParseError(Exception):
    def __init__(self, message, pos):
        super().__init__(f"{message} at {pos}")
        self.pos = pos


class Token:
    def __init__(self, kind, text, pos):
        self.kind, self.text, self.pos = kind, text, pos

    def __repr__(self):
        return f"{self.kind}:{self.text}"


OPERATORS = {"+": (1, "left"), "-": (1, "left"), "*": (2, "left"), "/": (2, "left"), "%": (2, "left"), "^": (4, "right")}
FUNCTIONS = {"sqrt": math.sqrt, "max": max, "min": min, "abs": abs, "sum": lambda *a: sum(a), "pi": lambda: math.pi}


def tokenize(text):
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            yield Token("num", text[start:i], start)
        elif c.isalpha() or c == "_":
            start = i
            while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                i += 1
            yield Token("name", text[start:i], start)
        elif c in "+-*/%^(),=":
            yield Token("op", c, i)
            i += 1
        else:
            raise ParseError(f"unexpected {c!r}", i)
    yield Token("end", "", i)


class Parser:
    def __init__(self, text):
        self.tokens = list(tokenize(text))
        self.index = 0

    @property
    def current(self):
        return self.tokens[self.index]

    def advance(self):
        token = self.current
        self.index += 1
        return token

    def expect(self, text):
        if self.current.text != text:
            raise ParseError(f"expected {text!r}, found {self.current.text!r}", self.current.pos)
        return self.advance()

    def statement(self):
        if self.current.kind == "name" and self.tokens[self.index + 1].text == "=":
            name = self.advance().text
            self.advance()
            return ("assign", name, self.expression(0))
        tree = self.expression(0)
        if self.current.kind != "end":
            raise ParseError(f"unexpected {self.current.text!r}", self.current.pos)
        return tree

    def expression(self, minimum):
        left = self.unary()
        while self.current.text in OPERATORS:
            level, assoc = OPERATORS[self.current.text]
            if level < minimum:
                break
            op = self.advance().text
            right = self.expression(level + 1 if assoc == "left" else level)
            left = ("bin", op, left, right)
        return left

    def unary(self):
        if self.current.text in ("-", "+"):
            op = self.advance().text
            return ("un", op, self.expression(3))
        return self.atom()

    def atom(self):
        token = self.advance()
        if token.kind == "num":
            if token.text.count(".") > 1:
                raise ParseError("bad number", token.pos)
            return ("num", float(token.text) if "." in token.text else int(token.text))
        if token.kind == "name":
            if self.current.text == "(":
                self.advance()
                args = []
                while self.current.text != ")":
                    args.append(self.expression(0))
                    if self.current.text != ")":
                        self.expect(",")
                self.advance()
                return ("call", token.text, args)
            return ("var", token.text)
        if token.text == "(":
            inner = self.expression(0)
            self.expect(")")
            return inner
        raise ParseError(f"unexpected {token.text or 'end'!r}", token.pos)


def evaluate(tree, env):
    match tree:
        case ("num", value):
            return value
        case ("var", name):
            if name not in env:
                raise NameError(f"unknown variable {name}")
            return env[name]
        case ("un", "-", inner):
            return -evaluate(inner, env)
        case ("un", _, inner):
            return evaluate(inner, env)
        case ("assign", name, inner):
            env[name] = evaluate(inner, env)
            return env[name]
        case ("call", name, args):
            if name not in FUNCTIONS:
                raise NameError(f"unknown function {name}")
            return FUNCTIONS[name](*[evaluate(a, env) for a in args])
        case ("bin", op, left, right):
            a, b = evaluate(left, env), evaluate(right, env)
            match op:
                case "+": return a + b
                case "-": return a - b
                case "*": return a * b
                case "/": return a / b
                case "%": return a % b
                case "^": return a ** b


env = {"x": 10}
for line in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-2 ^ 2", "10 / 4", "y = x * 2 + 1", "y % 4", "sqrt(16) + max(1, 2, 3)", "sum()", "sum(1,2,3) * -x",
             "1 +", "2 $ 3", "(1", "nope + 1", "foo(1)", "1 / 0", "1.2.3", "max()", "3 4", "abs(-7.5)", "z = y = 3", "10 - 4 - 3", "pi()", "2 ^ 100"]:
    try:
        tree = Parser(line).statement()
        print(f"{line:>28} = {evaluate(tree, env)}")
    except (ParseError, NameError, ArithmeticError, TypeError) as e:
        print(f"{line:>28} ! {type(e).__name__}: {e}")
print(env)
print(list(tokenize("a1+(2.5)*b")), Parser("1+2*x").statement())
