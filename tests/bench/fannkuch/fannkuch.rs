fn count_flips(permutation: &[usize], work: &mut [usize]) -> i64 {
    work.copy_from_slice(permutation);
    let mut flips = 0;
    let mut first = work[0];
    while first != 0 {
        work[..=first].reverse();
        flips += 1;
        first = work[0];
    }
    flips
}

fn next_permutation(permutation: &mut [usize], counters: &mut [usize]) -> bool {
    for length in 1..permutation.len() {
        let first = permutation[0];
        for i in 0..length {
            permutation[i] = permutation[i + 1];
        }
        permutation[length] = first;
        if counters[length] < length {
            counters[length] += 1;
            return true;
        }
        counters[length] = 0;
    }
    false
}

fn main() {
    let n: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut permutation: Vec<usize> = (0..n).collect();
    let mut counters = vec![0; n];
    let mut work = vec![0; n];
    let (mut most, mut checksum, mut sign) = (0, 0, 1);
    loop {
        if permutation[0] != 0 {
            let flips = count_flips(&permutation, &mut work);
            most = most.max(flips);
            checksum += sign * flips;
        }
        sign = -sign;
        if !next_permutation(&mut permutation, &mut counters) {
            break;
        }
    }
    println!("{checksum} {most}");
}
