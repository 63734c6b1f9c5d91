use std::collections::HashMap;

fn integers(n: i64, mut seed: i64) -> i64 {
    let mut counts = HashMap::new();
    for _ in 0..n {
        seed = seed * 16807 % 2147483647;
        *counts.entry(seed % 5000).or_insert(0) += 1;
    }
    counts.iter().map(|(key, value)| key * value).sum()
}

fn texts(n: i64, mut seed: i64) -> i64 {
    let names: Vec<String> = (0..2000).map(|i| format!("name{}", i * 37)).collect();
    let mut ages: HashMap<&str, i64> = HashMap::new();
    for _ in 0..n {
        seed = seed * 16807 % 2147483647;
        *ages.entry(&names[(seed % 2000) as usize]).or_insert(0) += seed % 10;
    }
    let mut total = 0;
    for name in &names {
        if let Some(age) = ages.get(name.as_str()) {
            total += age * name.len() as i64;
        }
    }
    total
}

fn grid(n: i64) -> i64 {
    let mut cells = HashMap::new();
    for i in 0..n {
        cells.insert((i % 71, i * 7 % 59), i);
    }
    let mut total = 0;
    for (x, y) in cells.keys() {
        if let Some(neighbour) = cells.get(&(x + 1, *y)) {
            total += neighbour;
        }
    }
    total
}

fn come_and_go(n: i64) -> i64 {
    let mut alive = HashMap::new();
    let mut total = 0;
    for i in 0..n {
        alive.insert(i, i * 3);
        if i >= 1000 {
            total += alive.remove(&(i - 1000)).unwrap();
        }
    }
    total + alive.len() as i64
}

fn main() {
    let rounds: i64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut total = 0;
    for i in 0..rounds {
        total += integers(10000, i + 1) + texts(10000, i + 1) + grid(10000 + i) + come_and_go(10000);
    }
    println!("{total}");
}
