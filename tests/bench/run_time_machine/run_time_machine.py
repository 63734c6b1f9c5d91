# A little register machine whose program is assembled from text and then run: the hot loop depends on that program.
import sys

SOURCE = """
    set 0 0
    set 1 1
    set 4 7
loop:
    mul 2 1 4
    mod 2 2 1009
    add 0 0 2
    mod 0 0 65537
    even 3 1
    jz 3 odd
    addi 0 0 3
odd:
    addi 1 1 1
    less 3 1 5
    jnz 3 loop
    halt
"""

NAMES = ["set", "mul", "mod", "add", "even", "jz", "addi", "less", "jnz", "halt"]


def assemble(source):
    labels = {}
    lines = []
    for line in source.split("\n"):
        words = line.split()
        if not words:
            continue
        if words[0].endswith(":"):
            labels[words[0][:-1]] = len(lines)
        else:
            lines.append(words)
    program = []
    for words in lines:
        operands = [labels[word] if word in labels else int(word) for word in words[1:]]
        while len(operands) < 3:
            operands.append(0)
        program.append((NAMES.index(words[0]), operands[0], operands[1], operands[2]))
    return program


def execute(program, registers):
    pc = 0
    steps = 0
    while True:
        op, a, b, c = program[pc]
        pc += 1
        steps += 1
        if op == 0:
            registers[a] = b
        elif op == 1:
            registers[a] = registers[b] * registers[c]
        elif op == 2:
            registers[a] = registers[b] % c
        elif op == 3:
            registers[a] = registers[b] + registers[c]
        elif op == 4:
            registers[a] = 1 if registers[b] % 2 == 0 else 0
        elif op == 5:
            if registers[a] == 0:
                pc = b
        elif op == 6:
            registers[a] = registers[b] + c
        elif op == 7:
            registers[a] = 1 if registers[b] < registers[c] else 0
        elif op == 8:
            if registers[a] != 0:
                pc = b
        else:
            return steps


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 1100000
    program = assemble(SOURCE)
    registers = [0] * 8
    registers[5] = limit
    steps = execute(program, registers)
    print(registers[0], steps)


main()
