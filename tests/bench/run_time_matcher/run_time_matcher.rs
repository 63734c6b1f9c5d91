type Matcher = Box<dyn Fn(&[u8], usize) -> bool>;
type Accepts = Box<dyn Fn(u8) -> bool>;

fn one(accepts: Accepts, following: Matcher) -> Matcher {
    Box::new(move |text, at| at < text.len() && accepts(text[at]) && following(text, at + 1))
}

fn star(accepts: Accepts, following: Matcher) -> Matcher {
    Box::new(move |text, at| {
        let mut end = at;
        while end < text.len() && accepts(text[end]) {
            end += 1;
        }
        (at..=end).rev().any(|end| following(text, end))
    })
}

fn parse_atoms(pattern: &[u8]) -> Vec<(Accepts, bool)> {
    let mut atoms = Vec::new();
    let mut i = 0;
    while i < pattern.len() {
        let c = pattern[i];
        let accepts: Accepts = if c == b'[' {
            let end = i + pattern[i..].iter().position(|&c| c == b']').unwrap();
            let chars = pattern[i + 1..end].to_vec();
            i = end;
            Box::new(move |x| chars.contains(&x))
        } else if c == b'.' {
            Box::new(|_| true)
        } else {
            Box::new(move |x| x == c)
        };
        let starred = i + 1 < pattern.len() && pattern[i + 1] == b'*';
        i += if starred { 2 } else { 1 };
        atoms.push((accepts, starred));
    }
    atoms
}

fn build(pattern: &str) -> Matcher {
    let mut following: Matcher = Box::new(|text, at| at == text.len());
    for (accepts, starred) in parse_atoms(pattern.as_bytes()).into_iter().rev() {
        following = if starred { star(accepts, following) } else { one(accepts, following) };
    }
    following
}

fn make_words(count: usize, mut seed: i64) -> Vec<String> {
    let mut words = Vec::new();
    for _ in 0..count {
        seed = seed * 16807 % 2147483647;
        let mut rest = seed;
        let mut word = String::new();
        for _ in 0..4 + seed % 7 {
            word.push(b"abcde"[(rest % 5) as usize] as char);
            rest /= 5;
        }
        words.push(word);
    }
    words
}

fn main() {
    let rounds: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let words = make_words(2000, 9);
    let matchers: Vec<Matcher> = ["a*b[cd]*.*e", ".*ab.*", "[abc]*d[^e]*.*a", "c.a.*", ".*a.*b.*c.*"].into_iter().map(build).collect();
    let mut found = 0;
    for _ in 0..rounds {
        for (place, matches) in matchers.iter().enumerate() {
            for word in &words {
                if matches(word.as_bytes(), 0) {
                    found += place + 1;
                }
            }
        }
    }
    println!("{found}");
}
