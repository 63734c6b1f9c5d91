fn make_sequence(n: usize, mut seed: i64, letters: i64) -> Vec<i64> {
    let mut sequence = Vec::new();
    for _ in 0..n {
        seed = seed * 16807 % 2147483647;
        sequence.push(seed / 8 % letters);
    }
    sequence
}

fn longest_common(a: &[i64], b: &[i64]) -> i64 {
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            table[i][j] = if a[i - 1] == b[j - 1] {
                table[i - 1][j - 1] + 1
            } else {
                std::cmp::max(table[i - 1][j], table[i][j - 1])
            };
        }
    }
    table[a.len()][b.len()]
}

fn edit_distance(a: &[i64], b: &[i64]) -> i64 {
    let mut previous: Vec<i64> = (0..=b.len() as i64).collect();
    for i in 1..=a.len() {
        let mut current = vec![i as i64];
        for j in 1..=b.len() {
            let cost = if a[i - 1] == b[j - 1] { 0 } else { 1 };
            current.push((previous[j] + 1).min(current[j - 1] + 1).min(previous[j - 1] + cost));
        }
        previous = current;
    }
    previous[b.len()]
}

fn knapsack(weights: &[i64], values: &[i64], capacity: usize) -> i64 {
    let mut best = vec![0; capacity + 1];
    for item in 0..weights.len() {
        let weight = weights[item] as usize;
        for room in (weight..=capacity).rev() {
            let candidate = best[room - weight] + values[item];
            if candidate > best[room] {
                best[room] = candidate;
            }
        }
    }
    best[capacity]
}

fn main() {
    let n: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let a = make_sequence(n, 5, 8);
    let b = make_sequence(n, 6, 8);
    let weights: Vec<i64> = make_sequence(n / 4, 7, 60).iter().map(|x| x + 1).collect();
    let values: Vec<i64> = make_sequence(n / 4, 8, 100).iter().map(|x| x + 1).collect();
    println!("{} {} {}", longest_common(&a, &b), edit_distance(&a, &b), knapsack(&weights, &values, n * 2));
}
