fn element(i: usize, j: usize) -> f64 {
    1.0 / ((i + j) * (i + j + 1) / 2 + i + 1) as f64
}

fn multiply(v: &[f64], out: &mut [f64]) {
    for (i, slot) in out.iter_mut().enumerate() {
        let mut total = 0.0;
        for (j, x) in v.iter().enumerate() {
            total += element(i, j) * x;
        }
        *slot = total;
    }
}

fn multiply_transposed(v: &[f64], out: &mut [f64]) {
    for (i, slot) in out.iter_mut().enumerate() {
        let mut total = 0.0;
        for (j, x) in v.iter().enumerate() {
            total += element(j, i) * x;
        }
        *slot = total;
    }
}

fn main() {
    let n: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut u = vec![1.0; n];
    let mut v = vec![0.0; n];
    let mut between = vec![0.0; n];
    for _ in 0..10 {
        multiply(&u, &mut between);
        multiply_transposed(&between, &mut v);
        multiply(&v, &mut between);
        multiply_transposed(&between, &mut u);
    }
    let (mut uv, mut vv) = (0.0, 0.0);
    for i in 0..n {
        uv += u[i] * v[i];
        vv += v[i] * v[i];
    }
    println!("{:.9}", f64::sqrt(uv / vv));
}
