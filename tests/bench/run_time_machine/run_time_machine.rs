use std::collections::HashMap;

const SOURCE: &str = "
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
";

#[derive(Clone, Copy)]
enum Op {
    Set,
    Mul,
    Mod,
    Add,
    Even,
    Jz,
    Addi,
    Less,
    Jnz,
    Halt,
}

fn find_op(name: &str) -> Op {
    match name {
        "set" => Op::Set,
        "mul" => Op::Mul,
        "mod" => Op::Mod,
        "add" => Op::Add,
        "even" => Op::Even,
        "jz" => Op::Jz,
        "addi" => Op::Addi,
        "less" => Op::Less,
        "jnz" => Op::Jnz,
        _ => Op::Halt,
    }
}

fn assemble(source: &str) -> Vec<(Op, i64, i64, i64)> {
    let mut labels = HashMap::new();
    let mut lines: Vec<Vec<&str>> = Vec::new();
    for line in source.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.first().and_then(|word| word.strip_suffix(':')) {
            Some(label) => {
                labels.insert(label, lines.len() as i64);
            }
            None if words.is_empty() => (),
            None => lines.push(words),
        }
    }
    let operand = |words: &[&str], i: usize| words.get(i).map_or(0, |word| labels.get(word).copied().unwrap_or_else(|| word.parse().unwrap()));
    lines.iter().map(|words| (find_op(words[0]), operand(words, 1), operand(words, 2), operand(words, 3))).collect()
}

fn execute(program: &[(Op, i64, i64, i64)], registers: &mut [i64]) -> i64 {
    let mut pc = 0;
    let mut steps = 0;
    loop {
        let (op, first, b, c) = program[pc];
        let a = first as usize;
        pc += 1;
        steps += 1;
        match op {
            Op::Set => registers[a] = b,
            Op::Mul => registers[a] = registers[b as usize] * registers[c as usize],
            Op::Mod => registers[a] = registers[b as usize] % c,
            Op::Add => registers[a] = registers[b as usize] + registers[c as usize],
            Op::Even => registers[a] = (registers[b as usize] % 2 == 0) as i64,
            Op::Jz => {
                if registers[a] == 0 {
                    pc = b as usize;
                }
            }
            Op::Addi => registers[a] = registers[b as usize] + c,
            Op::Less => registers[a] = (registers[b as usize] < registers[c as usize]) as i64,
            Op::Jnz => {
                if registers[a] != 0 {
                    pc = b as usize;
                }
            }
            Op::Halt => return steps,
        }
    }
}

fn main() {
    let limit: i64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let program = assemble(SOURCE);
    let mut registers = vec![0; 8];
    registers[5] = limit;
    let steps = execute(&program, &mut registers);
    println!("{} {}", registers[0], steps);
}
