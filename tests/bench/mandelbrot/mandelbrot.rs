fn escape(cr: f64, ci: f64, limit: u32) -> u32 {
    let (mut zr, mut zi) = (0.0, 0.0);
    let mut steps = 0;
    while steps < limit {
        let (rr, ii) = (zr * zr, zi * zi);
        if rr + ii > 4.0 {
            break;
        }
        zi = 2.0 * zr * zi + ci;
        zr = rr - ii + cr;
        steps += 1;
    }
    steps
}

fn main() {
    let size: u32 = std::env::args().nth(1).unwrap().parse().unwrap();
    let limit = 200;
    let (mut inside, mut total) = (0u64, 0u64);
    for y in 0..size {
        let ci = 2.0 * y as f64 / size as f64 - 1.0;
        for x in 0..size {
            let steps = escape(3.0 * x as f64 / size as f64 - 2.0, ci, limit);
            if steps == limit {
                inside += 1;
            }
            total += steps as u64;
        }
    }
    println!("{inside} {total}");
}
