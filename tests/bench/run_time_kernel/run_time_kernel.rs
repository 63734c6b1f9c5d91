type Image = Vec<Vec<f64>>;

fn make_kernel(width: usize, height: usize) -> Image {
    let mut kernel = Vec::new();
    let mut total = 0.0;
    for y in 0..height {
        let mut row = Vec::new();
        for x in 0..width {
            let weight = 1.0 + x.min(width - 1 - x) as f64 + y.min(height - 1 - y) as f64;
            row.push(weight);
            total += weight;
        }
        kernel.push(row);
    }
    kernel.iter().map(|row| row.iter().map(|weight| weight / total).collect()).collect()
}

fn make_image(width: usize, height: usize, mut seed: i64) -> Image {
    let mut image = Vec::new();
    for _ in 0..height {
        let mut row = Vec::new();
        for _ in 0..width {
            seed = seed * 16807 % 2147483647;
            row.push((seed % 256) as f64);
        }
        image.push(row);
    }
    image
}

fn convolve(image: &Image, kernel: &Image) -> Image {
    let (kernel_height, kernel_width) = (kernel.len(), kernel[0].len());
    let mut out = Vec::new();
    for y in 0..image.len() - kernel_height + 1 {
        let mut row = Vec::new();
        for x in 0..image[0].len() - kernel_width + 1 {
            let mut total = 0.0;
            for j in 0..kernel_height {
                let (weights, line) = (&kernel[j], &image[y + j]);
                for i in 0..kernel_width {
                    total += weights[i] * line[x + i];
                }
            }
            row.push(total);
        }
        out.push(row);
    }
    out
}

fn main() {
    let rounds: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut total = 0.0;
    for i in 0..rounds {
        let kernel = make_kernel(2 + i % 4, 3 + i % 3);
        let mut image = make_image(60, 40, i as i64 + 1);
        for _ in 0..3 {
            image = convolve(&image, &kernel);
        }
        for row in &image {
            for value in row {
                total += value;
            }
        }
    }
    println!("{total:.4}");
}
