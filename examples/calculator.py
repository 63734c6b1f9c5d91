"""A desk calculator: one expression per line of standard input. Plain Python; Otter runs it as it is."""
import sys


class Calculator:
    def __init__(self):
        self.names = {"ans": 0}

    def tokens(self, text):
        token = ""
        for c in text + " ":
            if c.isalnum() or c in "._":
                token += c
                continue
            if token:
                yield token
                token = ""
            if not c.isspace():
                yield c
        yield None

    def evaluate(self, text):
        self.rest = self.tokens(text)
        self.token = next(self.rest)
        value = self.sum()
        if self.token is not None:
            raise SyntaxError(f"unexpected {self.token!r}")
        self.names["ans"] = value
        return value

    def take(self):
        token, self.token = self.token, next(self.rest, None)
        return token

    def sum(self):
        value = self.product()
        while self.token in ("+", "-"):
            value = value + self.product() if self.take() == "+" else value - self.product()
        return value

    def product(self):
        value = self.power()
        while self.token in ("*", "/", "%"):
            match self.take():
                case "*": value *= self.power()
                case "/": value /= self.power()
                case "%": value %= self.power()
        return value

    def power(self):
        base = self.atom()
        if self.token == "^":
            self.take()
            return base ** self.power()
        return base

    def atom(self):
        match self.take():
            case "-": return -self.atom()
            case "(":
                value = self.sum()
                if self.take() != ")":
                    raise SyntaxError("missing )")
                return value
            case str(t) if t[0].isdigit(): return float(t) if "." in t else int(t)
            case str(t) if t in self.names: return self.names[t]
            case None: raise SyntaxError("unexpected end")
            case t: raise SyntaxError(f"unknown {t!r}")


def main():
    calculator = Calculator()
    for line in sys.stdin:
        if not line.strip():
            continue
        try:
            print(calculator.evaluate(line.strip()))
        except (SyntaxError, ArithmeticError) as error:
            print(f"error: {error}")


if __name__ == "__main__":
    main()
