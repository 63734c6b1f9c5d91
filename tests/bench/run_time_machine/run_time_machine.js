"use strict";

const SOURCE = `
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
`;

const NAMES = ["set", "mul", "mod", "add", "even", "jz", "addi", "less", "jnz", "halt"];

function assemble(source) {
    const labels = new Map(), lines = [];
    for (const line of source.split("\n")) {
        const words = line.trim().split(/\s+/);
        if (words[0] === "") continue;
        if (words[0].endsWith(":")) labels.set(words[0].slice(0, -1), lines.length);
        else lines.push(words);
    }
    return lines.map((words) => {
        const operands = words.slice(1).map((word) => labels.get(word) ?? Number(word));
        while (operands.length < 3) operands.push(0);
        return [NAMES.indexOf(words[0]), ...operands];
    });
}

function execute(program, registers) {
    let pc = 0, steps = 0;
    for (;;) {
        const [op, a, b, c] = program[pc++];
        steps++;
        switch (op) {
            case 0: registers[a] = b; break;
            case 1: registers[a] = registers[b] * registers[c]; break;
            case 2: registers[a] = registers[b] % c; break;
            case 3: registers[a] = registers[b] + registers[c]; break;
            case 4: registers[a] = registers[b] % 2 === 0 ? 1 : 0; break;
            case 5: if (registers[a] === 0) pc = b; break;
            case 6: registers[a] = registers[b] + c; break;
            case 7: registers[a] = registers[b] < registers[c] ? 1 : 0; break;
            case 8: if (registers[a] !== 0) pc = b; break;
            default: return steps;
        }
    }
}

const registers = new Array(8).fill(0);
registers[5] = Number(process.argv[2]);
const steps = execute(assemble(SOURCE), registers);
console.log(`${registers[0]} ${steps}`);
