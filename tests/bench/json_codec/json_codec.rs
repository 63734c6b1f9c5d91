enum Value {
    Null,
    Bool(bool),
    Number(i64),
    Text(String),
    Array(Vec<Value>),
    Object(Vec<(String, Value)>),
}

impl Value {
    fn get(&self, key: &str) -> &Value {
        match self {
            Value::Object(items) => &items.iter().find(|(k, _)| k == key).unwrap().1,
            _ => panic!("not an object"),
        }
    }
}

struct Parser {
    text: Vec<char>,
    at: usize,
}

impl Parser {
    fn peek(&self) -> char {
        self.text[self.at]
    }

    fn skip_space(&mut self) {
        while self.at < self.text.len() && matches!(self.text[self.at], ' ' | '\n' | '\t') {
            self.at += 1;
        }
    }

    fn expect(&mut self, c: char) {
        assert!(self.peek() == c, "expected {c} at {}", self.at);
        self.at += 1;
    }

    fn keyword(&mut self, length: usize, value: Value) -> Value {
        self.at += length;
        value
    }

    fn parse(&mut self) -> Value {
        self.skip_space();
        match self.peek() {
            '{' => self.parse_object(),
            '[' => self.parse_array(),
            '"' => Value::Text(self.parse_string()),
            't' => self.keyword(4, Value::Bool(true)),
            'f' => self.keyword(5, Value::Bool(false)),
            'n' => self.keyword(4, Value::Null),
            _ => self.parse_number(),
        }
    }

    fn parse_object(&mut self) -> Value {
        self.at += 1;
        let mut items = Vec::new();
        self.skip_space();
        if self.peek() == '}' {
            self.at += 1;
            return Value::Object(items);
        }
        loop {
            self.skip_space();
            let key = self.parse_string();
            self.skip_space();
            self.expect(':');
            let value = self.parse();
            items.push((key, value));
            self.skip_space();
            if self.peek() == '}' {
                self.at += 1;
                return Value::Object(items);
            }
            self.expect(',');
        }
    }

    fn parse_array(&mut self) -> Value {
        self.at += 1;
        let mut items = Vec::new();
        self.skip_space();
        if self.peek() == ']' {
            self.at += 1;
            return Value::Array(items);
        }
        loop {
            items.push(self.parse());
            self.skip_space();
            if self.peek() == ']' {
                self.at += 1;
                return Value::Array(items);
            }
            self.expect(',');
        }
    }

    fn parse_string(&mut self) -> String {
        self.expect('"');
        let mut out = String::new();
        loop {
            let mut c = self.peek();
            self.at += 1;
            if c == '"' {
                return out;
            }
            if c == '\\' {
                c = match self.peek() {
                    'n' => '\n',
                    't' => '\t',
                    other => other,
                };
                self.at += 1;
            }
            out.push(c);
        }
    }

    fn parse_number(&mut self) -> Value {
        let mut sign = 1;
        if self.peek() == '-' {
            sign = -1;
            self.at += 1;
        }
        let mut value = 0;
        while self.at < self.text.len() && self.peek().is_ascii_digit() {
            value = value * 10 + self.peek() as i64 - 48;
            self.at += 1;
        }
        Value::Number(sign * value)
    }
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(b) => out.push_str(if *b { "true" } else { "false" }),
        Value::Number(n) => out.push_str(&n.to_string()),
        Value::Text(text) => write_string(text, out),
        Value::Array(items) => {
            out.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(items) => {
            out.push('{');
            for (i, (key, item)) in items.iter().enumerate() {
                if i > 0 {
                    out.push(',');
                }
                write_string(key, out);
                out.push(':');
                write(item, out);
            }
            out.push('}');
        }
    }
}

fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ => out.push(c),
        }
    }
    out.push('"');
}

fn make_document(records: i64) -> Value {
    let mut items = Vec::new();
    for i in 0..records {
        items.push(Value::Object(vec![
            ("id".to_string(), Value::Number(i)),
            ("name".to_string(), Value::Text(format!("user \"{}\"", i * 37 % 1000))),
            ("active".to_string(), Value::Bool(i % 3 == 0)),
            ("parent".to_string(), if i % 5 == 0 { Value::Null } else { Value::Number(i / 5) }),
            (
                "scores".to_string(),
                Value::Array(vec![Value::Number(i * 7 % 100 - 50), Value::Number(i * 13 % 100), Value::Number(i * 29 % 100)]),
            ),
            ("note".to_string(), Value::Text("line\n\ttwo \\ three".to_string())),
        ]));
    }
    Value::Object(vec![("version".to_string(), Value::Number(1)), ("items".to_string(), Value::Array(items))])
}

fn main() {
    let rounds: i64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut total = 0;
    for i in 0..rounds {
        let mut text = String::new();
        write(&make_document(50 + i % 5), &mut text);
        let document = Parser { text: text.chars().collect(), at: 0 }.parse();
        let mut again = String::new();
        write(&document, &mut again);
        if again != text {
            println!("different");
        }
        let Value::Array(items) = document.get("items") else { panic!() };
        for item in items {
            if let (Value::Array(scores), Value::Text(name), Value::Bool(active)) = (item.get("scores"), item.get("name"), item.get("active")) {
                if let Value::Number(score) = scores[0] {
                    total += score + name.len() as i64 + *active as i64;
                }
            }
        }
        total += text.len() as i64;
    }
    println!("{total}");
}
