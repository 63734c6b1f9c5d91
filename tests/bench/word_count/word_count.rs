use std::collections::HashMap;

fn make_text(words: usize, mut seed: usize) -> String {
    let syllables = ["ka", "lo", "mi", "ta", "ne", "ru", "so", "Vi", "en", "or"];
    let mut text = String::new();
    for i in 0..words {
        seed = seed * 16807 % 2147483647;
        let rank = seed % 64 * (seed / 64 % 64) / 16;
        text += syllables[rank % 10];
        text += syllables[rank / 10 % 10];
        if rank > 99 {
            text += syllables[rank / 100 % 10];
        }
        text += if i % 11 == 10 {
            "\n"
        } else if i % 7 == 3 {
            ", "
        } else {
            " "
        };
    }
    text
}

fn count_words(text: &str) -> HashMap<String, i64> {
    let mut counts = HashMap::new();
    for line in text.split('\n') {
        for word in line.split_whitespace() {
            let word = word.trim_matches(|c| c == ',' || c == '.').to_lowercase();
            *counts.entry(word).or_insert(0) += 1;
        }
    }
    counts
}

fn main() {
    let words: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let counts = count_words(&make_text(words, 3));
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    for (word, count) in ranked.iter().take(5) {
        println!("{word} {count}");
    }
    println!("{}", ranked.len());
}
