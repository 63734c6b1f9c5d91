# A Brainfuck interpreter with jump table and run-length compilation.
HELLO = "++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++."
SQUARES = """++++[>+++++<-]>[<+++++>-]+<+[
    >[>+>+<<-]++>>[<<+>>-]>>>[-]++>[-]+
    >>>+[[-]++++++>>>]<<<[[<++++++++<++>>-]+<.<[>----<-]<]
    <<[>>>>>[>>>[-]+++++++++<[>-<-]+++++++++>[-[<->-]+[<<<]]<[>+<-]>]<<-]<<-
]"""


def compile_source(source):
    code, stack = [], []
    for position, c in enumerate(source):
        if c in "+-<>":
            kind, amount = ("add", 1 if c == "+" else -1) if c in "+-" else ("move", 1 if c == ">" else -1)
            if code and code[-1][0] == kind:
                code[-1] = (kind, code[-1][1] + amount)
            else:
                code.append((kind, amount))
        elif c == ".":
            code.append(("out", 0))
        elif c == ",":
            code.append(("in", 0))
        elif c == "[":
            stack.append((len(code), position))
            code.append(("open", 0))
        elif c == "]":
            if not stack:
                raise SyntaxError(f"unmatched ] at {position}")
            start, _ = stack.pop()
            if len(code) == start + 2 and code[-1] == ("add", -1):
                code[start:] = [("clear", 0)]
            else:
                code[start] = ("open", len(code))
                code.append(("close", start))
    if stack:
        raise SyntaxError(f"unmatched [ at {stack[-1][1]}")
    return code


def run(source, data="", limit=10 ** 6):
    code, tape, at, pc, steps = compile_source(source), [0] * 64, 0, 0, 0
    out, inputs = [], iter(data)
    while pc < len(code):
        op, arg = code[pc]
        steps += 1
        if steps > limit:
            raise RuntimeError("too many steps")
        if op == "add":
            tape[at] = (tape[at] + arg) % 256
        elif op == "move":
            at += arg
            if at < 0:
                raise IndexError("left of the tape")
            while at >= len(tape):
                tape.append(0)
        elif op == "open":
            if not tape[at]:
                pc = arg
        elif op == "close":
            if tape[at]:
                pc = arg
        elif op == "clear":
            tape[at] = 0
        elif op == "out":
            out.append(chr(tape[at]))
        else:
            tape[at] = ord(next(inputs, "\0"))
        pc += 1
    return "".join(out), steps


print(run(HELLO))
text, steps = run(SQUARES)
print(text.split(), steps)
print(run(",[.,]", "echo!"), run(">,[>,]<[.<]", "reversed"), run("+[>+<-]>."), run(""))
print(compile_source("++[-]>>[->+<]<"))
for bad in ("[", "]", "[[]", "<", "+[]"):
    try:
        print(run(bad, limit=1000))
    except (SyntaxError, IndexError, RuntimeError) as e:
        print(type(e).__name__, e)
