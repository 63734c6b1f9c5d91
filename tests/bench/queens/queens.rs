fn place(row: usize, n: usize, columns: &mut [bool], rising: &mut [bool], falling: &mut [bool]) -> u64 {
    if row == n {
        return 1;
    }
    let mut found = 0;
    for column in 0..n {
        let (up, down) = (row + column, row + n - column);
        if columns[column] && rising[up] && falling[down] {
            columns[column] = false;
            rising[up] = false;
            falling[down] = false;
            found += place(row + 1, n, columns, rising, falling);
            columns[column] = true;
            rising[up] = true;
            falling[down] = true;
        }
    }
    found
}

fn place_bits(all_columns: u64, columns: u64, rising: u64, falling: u64) -> u64 {
    if columns == all_columns {
        return 1;
    }
    let mut found = 0;
    let mut free = all_columns & !(columns | rising | falling);
    while free != 0 {
        let bit = free & free.wrapping_neg();
        free ^= bit;
        found += place_bits(all_columns, columns | bit, (rising | bit) << 1, (falling | bit) >> 1);
    }
    found
}

fn main() {
    let n: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    println!("{}", place(0, n, &mut vec![true; n], &mut vec![true; 2 * n], &mut vec![true; 2 * n + 1]));
    println!("{}", place_bits((1 << n) - 1, 0, 0, 0));
}
