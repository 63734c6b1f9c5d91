type Matrix = Vec<Vec<f64>>;

fn make_matrix(n: usize, mut seed: i64) -> Matrix {
    let mut rows = Vec::new();
    for _ in 0..n {
        let mut row = Vec::new();
        for _ in 0..n {
            seed = seed * 16807 % 2147483647;
            row.push((seed % 1000) as f64 / 1000.0);
        }
        rows.push(row);
    }
    rows
}

fn multiply(a: &Matrix, b: &Matrix) -> Matrix {
    let n = a.len();
    let columns: Matrix = (0..n).map(|j| (0..n).map(|k| b[k][j]).collect()).collect();
    let mut product = Vec::new();
    for row in a {
        let mut out = Vec::new();
        for column in &columns {
            let mut total = 0.0;
            for k in 0..n {
                total += row[k] * column[k];
            }
            out.push(total);
        }
        product.push(out);
    }
    product
}

fn main() {
    let n: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let c = multiply(&make_matrix(n, 42), &make_matrix(n, 1234));
    let mut trace = 0.0;
    for i in 0..n {
        trace += c[i][i];
    }
    println!("{:.6} {:.6}", trace, c[0][n - 1]);
}
