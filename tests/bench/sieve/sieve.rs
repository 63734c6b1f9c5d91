fn sieve(limit: usize) -> Vec<bool> {
    let mut flags = vec![true; limit + 1];
    flags[0] = false;
    flags[1] = false;
    let mut i = 2;
    while i * i <= limit {
        if flags[i] {
            for multiple in (i * i..=limit).step_by(i) {
                flags[multiple] = false;
            }
        }
        i += 1;
    }
    flags
}

fn main() {
    let rounds: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let (mut count, mut checksum) = (0, 0);
    for i in 0..rounds {
        let flags = sieve(200000 + i);
        for j in 0..flags.len() {
            if flags[j] {
                count += 1;
                checksum = (checksum + j) % 1000003;
            }
        }
    }
    println!("{count} {checksum}");
}
