fn make_rows(count: usize) -> String {
    let mut lines = Vec::new();
    for i in 0..count {
        let name = format!("item{}", i % 97);
        lines.push(format!("{:<8}|{:>6}|{:03}|{:.2}", name, i, i * 7 % 101, i as f64 / 7.0));
    }
    lines.join("\n")
}

fn caesar(text: &str, shift: u32) -> String {
    let mut out = String::new();
    for c in text.chars() {
        if c.is_ascii_lowercase() {
            out.push(char::from_u32((c as u32 - 97 + shift) % 26 + 97).unwrap());
        } else {
            out.push(c);
        }
    }
    out
}

fn count_overlapping(text: &str, needle: &str) -> usize {
    let mut found = 0;
    let mut start = 0;
    while let Some(at) = text[start..].find(needle) {
        found += 1;
        start += at + 1;
    }
    found
}

fn checksum(text: &str) -> usize {
    text.chars().fold(0, |total, c| (total * 31 + c as usize) % 1000003)
}

fn main() {
    let rounds: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut total = 0;
    for i in 0..rounds {
        let text = make_rows(100 + i % 10);
        let text = caesar(&text, (i % 26) as u32);
        let text = text.replace("|0", "|-").replace("\n", ";");
        total += count_overlapping(&text, "1");
        total += checksum(&(text[10..text.len() - 10].to_string() + &text[..10].to_uppercase()));
        let fields: Vec<&str> = text.split(';').rev().collect();
        total += fields.join(";").len();
    }
    println!("{total}");
}
