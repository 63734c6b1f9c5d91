use std::collections::HashMap;

#[derive(PartialEq)]
enum Kind {
    Number,
    Name,
    Operator,
    End,
}

struct Token {
    kind: Kind,
    text: String,
}

fn tokenize(source: &str) -> Vec<Token> {
    let source: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let mut i = 0;
    while i < source.len() {
        let c = source[i];
        let start = i;
        if c == ' ' || c == '\n' {
            i += 1;
        } else if c.is_numeric() {
            while i < source.len() && source[i].is_numeric() {
                i += 1;
            }
            tokens.push(Token { kind: Kind::Number, text: source[start..i].iter().collect() });
        } else if c.is_alphabetic() || c == '_' {
            while i < source.len() && (source[i].is_alphanumeric() || source[i] == '_') {
                i += 1;
            }
            tokens.push(Token { kind: Kind::Name, text: source[start..i].iter().collect() });
        } else {
            tokens.push(Token { kind: Kind::Operator, text: c.to_string() });
            i += 1;
        }
    }
    tokens.push(Token { kind: Kind::End, text: String::new() });
    tokens
}

struct Evaluator<'a> {
    tokens: &'a [Token],
    at: usize,
    variables: HashMap<&'a str, i64>,
}

impl<'a> Evaluator<'a> {
    fn accept(&mut self, text: &str) -> bool {
        let token = &self.tokens[self.at];
        let found = token.kind == Kind::Operator && token.text == text;
        self.at += found as usize;
        found
    }

    fn run(&mut self) -> i64 {
        let mut last = 0;
        while self.tokens[self.at].kind != Kind::End {
            let name = &self.tokens[self.at].text;
            self.at += 1;
            self.accept("=");
            last = self.expression().rem_euclid(1000003);
            self.variables.insert(name, last);
            self.accept(";");
        }
        last
    }

    fn expression(&mut self) -> i64 {
        let mut value = self.term();
        loop {
            if self.accept("+") {
                value += self.term();
            } else if self.accept("-") {
                value -= self.term();
            } else {
                return value;
            }
        }
    }

    fn term(&mut self) -> i64 {
        let mut value = self.factor();
        while self.accept("*") {
            value = (value * self.factor()).rem_euclid(1000003);
        }
        value
    }

    fn factor(&mut self) -> i64 {
        if self.accept("(") {
            let value = self.expression();
            self.accept(")");
            return value;
        }
        let token = &self.tokens[self.at];
        self.at += 1;
        if token.kind == Kind::Number {
            return token.text.parse().unwrap();
        }
        self.variables.get(token.text.as_str()).copied().unwrap_or(1)
    }
}

fn make_source(statements: usize, mut seed: i64) -> String {
    let mut lines = Vec::new();
    for i in 0..statements {
        seed = seed * 16807 % 2147483647;
        let a = format!("value_{}", seed % 40);
        let b = format!("x{}", seed / 40 % 40);
        lines.push(format!("{a} = ({b} + {}) * value_{} - {i} * (3 + {b});", seed % 1000, seed / 7 % 40));
        lines.push(format!("{b} = {a} - {};", seed % 17));
    }
    lines.join("\n")
}

fn main() {
    let rounds: i64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let (mut total, mut count) = (0, 0);
    for i in 0..rounds {
        let tokens = tokenize(&make_source(100, i + 1));
        count += tokens.len();
        total = (total * 31 + Evaluator { tokens: &tokens, at: 0, variables: HashMap::new() }.run()) % 1000003;
    }
    println!("{count} {total}");
}
