# A lexer and a recursive-descent evaluator over a made-up program text.
import sys

NUMBER, NAME, OPERATOR, END = range(4)


class Token:
    def __init__(self, kind, text):
        self.kind = kind
        self.text = text


def tokenize(source):
    tokens = []
    i = 0
    n = len(source)
    while i < n:
        c = source[i]
        if c == " " or c == "\n":
            i += 1
        elif c.isdigit():
            start = i
            while i < n and source[i].isdigit():
                i += 1
            tokens.append(Token(NUMBER, source[start:i]))
        elif c.isalpha() or c == "_":
            start = i
            while i < n and (source[i].isalnum() or source[i] == "_"):
                i += 1
            tokens.append(Token(NAME, source[start:i]))
        else:
            tokens.append(Token(OPERATOR, c))
            i += 1
    tokens.append(Token(END, ""))
    return tokens


class Evaluator:
    def __init__(self, tokens):
        self.tokens = tokens
        self.at = 0
        self.variables = {}

    def accept(self, text):
        token = self.tokens[self.at]
        if token.kind == OPERATOR and token.text == text:
            self.at += 1
            return True
        return False

    def run(self):
        """name = expression ; ..."""
        last = 0
        while self.tokens[self.at].kind != END:
            name = self.tokens[self.at].text
            self.at += 1
            self.accept("=")
            last = self.expression() % 1000003
            self.variables[name] = last
            self.accept(";")
        return last

    def expression(self):
        value = self.term()
        while True:
            if self.accept("+"):
                value += self.term()
            elif self.accept("-"):
                value -= self.term()
            else:
                return value

    def term(self):
        value = self.factor()
        while self.accept("*"):
            value = value * self.factor() % 1000003
        return value

    def factor(self):
        if self.accept("("):
            value = self.expression()
            self.accept(")")
            return value
        token = self.tokens[self.at]
        self.at += 1
        if token.kind == NUMBER:
            return int(token.text)
        return self.variables.get(token.text, 1)


def make_source(statements, seed):
    lines = []
    for i in range(statements):
        seed = seed * 16807 % 2147483647
        a = "value_" + str(seed % 40)
        b = "x" + str(seed // 40 % 40)
        lines.append(f"{a} = ({b} + {seed % 1000}) * value_{seed // 7 % 40} - {i} * (3 + {b});")
        lines.append(f"{b} = {a} - {seed % 17};")
    return "\n".join(lines)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 550
    total = count = 0
    for i in range(rounds):
        tokens = tokenize(make_source(100, i + 1))
        count += len(tokens)
        total = (total * 31 + Evaluator(tokens).run()) % 1000003
    print(count, total)


main()
