fn make_counter(start: i64, step: i64) -> impl FnMut() -> i64 {
    let mut value = start;
    move || {
        value += step;
        value
    }
}

fn compose(functions: Vec<Box<dyn Fn(i64) -> i64>>) -> impl Fn(i64) -> i64 {
    move |x| functions.iter().fold(x, |x, function| function(x))
}

fn numbers(n: usize, mut seed: i64) -> impl Iterator<Item = i64> {
    (0..n).map(move |_| {
        seed = seed * 16807 % 2147483647;
        seed % 1000
    })
}

fn pairs(items: impl Iterator<Item = i64>) -> impl Iterator<Item = (i64, i64)> {
    let mut previous = None;
    items.filter_map(move |item| previous.replace(item).map(|before| (before, item)))
}

fn walk(depth: u32, label: i64) -> Box<dyn Iterator<Item = i64>> {
    if depth == 0 {
        return Box::new(std::iter::empty());
    }
    let left = walk(depth - 1, label * 2);
    Box::new(left.chain(std::iter::once(label)).chain(walk(depth - 1, label * 2 + 1)))
}

fn main() {
    let rounds: i64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut total = 0;
    for i in 0..rounds {
        let mut counter = make_counter(i, 3);
        total += (0..500).map(|_| counter()).sum::<i64>();
        let scale = compose(vec![Box::new(|x| x * 3), Box::new(move |x| x + i), Box::new(|x| x % 1009)]);
        total += numbers(1000, i + 1).filter(|x| x % 3 != i % 3).map(scale).sum::<i64>();
        total += pairs(numbers(500, i + 2)).map(|(a, b)| a * b % 7).sum::<i64>();
        total += (i..i + 500).filter(|x| x & 1 != 0).map(|x| x * 2).sum::<i64>();
        total += walk(7, 1).map(|label| label % 13).sum::<i64>();
        let squares: Vec<i64> = (0..300).filter(|x| x % 2 == 0).map(|x| x * x).collect();
        total += squares.iter().enumerate().map(|(position, square)| position as i64 * square % 11).sum::<i64>();
    }
    println!("{total}");
}
