# A compiler from a Lisp-like language to a stack machine, and the machine.
def tokenize(text):
    return text.replace("(", " ( ").replace(")", " ) ").split()


def read(tokens):
    token = tokens.pop(0)
    if token == "(":
        out = []
        while tokens[0] != ")":
            out.append(read(tokens))
        tokens.pop(0)
        return out
    if token == ")":
        raise SyntaxError("unexpected )")
    try:
        return int(token)
    except ValueError:
        return token


class Function:
    def __init__(self, name, params):
        self.name, self.params, self.code, self.locals = name, params, [], list(params)

    def emit(self, op, arg=None):
        self.code.append([op, arg])
        return len(self.code) - 1

    def patch(self, at):
        self.code[at][1] = len(self.code)

    def slot(self, name, create=False):
        if name not in self.locals:
            if not create:
                raise NameError(f"{name} is not defined in {self.name}")
            self.locals.append(name)
        return self.locals.index(name)

    def listing(self):
        return [f"{i:3} {op}" + (f" {arg}" if arg is not None else "") for i, (op, arg) in enumerate(self.code)]


BINARY = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a // b, "%": lambda a, b: a % b, "<": lambda a, b: int(a < b), "=": lambda a, b: int(a == b)}


class Compiler:
    def __init__(self):
        self.functions = {}

    def program(self, text):
        tokens = tokenize(text)
        main = Function("main", [])
        while tokens:
            form = read(tokens)
            match form:
                case ["def", [str(name), *params], *body]:
                    f = self.functions[name] = Function(name, params)
                    self.body(f, body)
                    f.emit("RET")
                case _:
                    self.expr(main, form)
                    main.emit("POP")
        main.emit("PUSH", 0)
        main.emit("RET")
        self.functions["main"] = main
        return self.functions

    def body(self, f, forms):
        for i, form in enumerate(forms):
            if i:
                f.emit("POP")
            self.expr(f, form)

    def expr(self, f, form):
        match form:
            case int(n):
                f.emit("PUSH", n)
            case str(name):
                f.emit("LOAD", f.slot(name))
            case ["set", str(name), value]:
                self.expr(f, value)
                f.emit("DUP")
                f.emit("STORE", f.slot(name, create=True))
            case ["if", cond, yes, no]:
                self.expr(f, cond)
                to_else = f.emit("JZ")
                self.expr(f, yes)
                to_end = f.emit("JMP")
                f.patch(to_else)
                self.expr(f, no)
                f.patch(to_end)
            case ["while", cond, *body]:
                start = len(f.code)
                self.expr(f, cond)
                out = f.emit("JZ")
                self.body(f, body)
                f.emit("POP")
                f.emit("JMP", start)
                f.patch(out)
                f.emit("PUSH", 0)
            case ["do", *body]:
                self.body(f, body)
            case ["print", *args]:
                for a in args:
                    self.expr(f, a)
                f.emit("PRINT", len(args))
            case [("+" | "-" | "*" | "/" | "%" | "<" | "=") as op, left, right]:
                self.expr(f, left)
                self.expr(f, right)
                f.emit("BIN", op)
            case [str(name), *args]:
                for a in args:
                    self.expr(f, a)
                f.emit("CALL", (name, len(args)))
            case _:
                raise SyntaxError(f"bad form {form!r}")


class Machine:
    def __init__(self, functions):
        self.functions, self.steps, self.output = functions, 0, []

    def call(self, name, args):
        if name not in self.functions:
            raise NameError(f"no function {name}")
        f = self.functions[name]
        if len(args) != len(f.params):
            raise TypeError(f"{name} takes {len(f.params)} arguments, got {len(args)}")
        frame = args + [0] * (len(f.locals) - len(args))
        stack, pc = [], 0
        while True:
            op, arg = f.code[pc]
            pc += 1
            self.steps += 1
            if op == "PUSH": stack.append(arg)
            elif op == "LOAD": stack.append(frame[arg])
            elif op == "STORE": frame[arg] = stack.pop()
            elif op == "DUP": stack.append(stack[-1])
            elif op == "POP": stack.pop()
            elif op == "BIN":
                b, a = stack.pop(), stack.pop()
                stack.append(BINARY[arg](a, b))
            elif op == "JZ":
                if not stack.pop(): pc = arg
            elif op == "JMP": pc = arg
            elif op == "PRINT":
                values = stack[len(stack) - arg:]
                del stack[len(stack) - arg:]
                self.output.append(" ".join(map(str, values)))
                stack.append(0)
            elif op == "CALL":
                callee, n = arg
                values = stack[len(stack) - n:]
                del stack[len(stack) - n:]
                stack.append(self.call(callee, values))
            elif op == "RET":
                return stack.pop()


def run(text):
    try:
        functions = Compiler().program(text)
        vm = Machine(functions)
        vm.call("main", [])
        print(*vm.output, f"({vm.steps} steps)", sep="\n")
        return functions
    except (SyntaxError, NameError, TypeError, ZeroDivisionError, IndexError) as e:
        print(type(e).__name__, e)


functions = run("""
(def (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(def (fib n) (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))
(def (gcd a b) (do (while (< 0 b) (set t (% a b)) (set a b) (set b t)) a))
(print (fact 20) (fib 13) (gcd 1071 462))
(set i 0)
(while (< i 3) (print i (* i i)) (set i (+ i 1)))
(print (fact 30))
""")
print(*functions["gcd"].listing(), sep="\n")
run("(print (undefined 1))")
run("(def (f a) a) (print (f 1 2))")
run("(print x)")
run("(print (/ 1 0))")
run("(print (+ 1 2)")
run(")")
run("(5 6)")
