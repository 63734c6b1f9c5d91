fn fib(n: i64) -> i64 {
    if n < 2 { n } else { fib(n - 1) + fib(n - 2) }
}

fn tak(x: i64, y: i64, z: i64) -> i64 {
    if y >= x {
        return z;
    }
    tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))
}

fn ackermann(m: i64, n: i64) -> i64 {
    if m == 0 {
        n + 1
    } else if n == 0 {
        ackermann(m - 1, 1)
    } else {
        ackermann(m - 1, ackermann(m, n - 1))
    }
}

fn main() {
    let rounds: i64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut total = 0;
    for i in 0..rounds {
        total += fib(18 + i % 3) + tak(14 + i % 2, 8, i % 3) + ackermann(2, 40 + i % 7);
    }
    println!("{total}");
}
