fn make_numbers(n: usize, mut seed: i64) -> Vec<i64> {
    let mut numbers = Vec::new();
    for _ in 0..n {
        seed = seed * 16807 % 2147483647;
        numbers.push(seed % 1000000);
    }
    numbers
}

fn quicksort(items: &mut [i64], mut low: isize, mut high: isize) {
    while low < high {
        let pivot = items[((low + high) / 2) as usize];
        let (mut i, mut j) = (low, high);
        while i <= j {
            while items[i as usize] < pivot {
                i += 1;
            }
            while items[j as usize] > pivot {
                j -= 1;
            }
            if i <= j {
                items.swap(i as usize, j as usize);
                i += 1;
                j -= 1;
            }
        }
        if j - low < high - i {
            quicksort(items, low, j);
            low = i;
        } else {
            quicksort(items, i, high);
            high = j;
        }
    }
}

fn sift_down(items: &mut [i64], start: usize, end: usize) {
    let mut root = start;
    loop {
        let mut child = 2 * root + 1;
        if child >= end {
            return;
        }
        if child + 1 < end && items[child] < items[child + 1] {
            child += 1;
        }
        if items[root] >= items[child] {
            return;
        }
        items.swap(root, child);
        root = child;
    }
}

fn heapsort(items: &mut [i64]) {
    let n = items.len();
    for start in (0..n / 2).rev() {
        sift_down(items, start, n);
    }
    for end in (1..n).rev() {
        items.swap(0, end);
        sift_down(items, 0, end);
    }
}

fn checksum(items: &[i64]) -> i64 {
    let mut total = 0;
    for (i, item) in items.iter().enumerate() {
        total = (total * 31 + item + i as i64) % 1000003;
    }
    total
}

fn main() {
    let n: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut quick = make_numbers(n, 7);
    let mut heap = quick.clone();
    let mut by_key = quick.clone();
    quicksort(&mut quick, 0, n as isize - 1);
    heapsort(&mut heap);
    by_key.sort_by_key(|x| (x % 1000, -x));
    println!("{} {} {}", checksum(&quick), checksum(&heap), checksum(&by_key));
}
