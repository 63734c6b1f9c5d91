fn first_primes(count: usize) -> Vec<u128> {
    let mut primes: Vec<u128> = Vec::new();
    let mut candidate = 2;
    while primes.len() < count {
        if primes.iter().all(|prime| candidate % prime != 0) {
            primes.push(candidate);
        }
        candidate += 1;
    }
    primes
}

fn integer_root(n: u128, k: u32) -> u128 {
    let (mut low, mut high) = (0u128, 1u128 << 40);
    while low < high {
        let middle = (low + high + 1) / 2;
        if middle.pow(k) <= n {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    low
}

fn compress(state: &mut [u32; 8], block: &[u8], constants: &[u32]) {
    let mut words = [0u32; 64];
    for i in 0..16 {
        words[i] = u32::from_be_bytes(block[4 * i..4 * i + 4].try_into().unwrap());
    }
    for i in 16..64 {
        let (a, b) = (words[i - 15], words[i - 2]);
        let s0 = a.rotate_right(7) ^ a.rotate_right(18) ^ a >> 3;
        let s1 = b.rotate_right(17) ^ b.rotate_right(19) ^ b >> 10;
        words[i] = words[i - 16].wrapping_add(s0).wrapping_add(words[i - 7]).wrapping_add(s1);
    }
    let [mut a, mut b, mut c, mut d, mut e, mut f, mut g, mut h] = *state;
    for i in 0..64 {
        let s1 = e.rotate_right(6) ^ e.rotate_right(11) ^ e.rotate_right(25);
        let choice = (e & f) ^ (!e & g);
        let t1 = h.wrapping_add(s1).wrapping_add(choice).wrapping_add(constants[i]).wrapping_add(words[i]);
        let s0 = a.rotate_right(2) ^ a.rotate_right(13) ^ a.rotate_right(22);
        let majority = (a & b) ^ (a & c) ^ (b & c);
        let t2 = s0.wrapping_add(majority);
        h = g;
        g = f;
        f = e;
        e = d.wrapping_add(t1);
        d = c;
        c = b;
        b = a;
        a = t1.wrapping_add(t2);
    }
    for (slot, added) in state.iter_mut().zip([a, b, c, d, e, f, g, h]) {
        *slot = slot.wrapping_add(added);
    }
}

fn sha256(message: &[u8], initial: &[u32], constants: &[u32]) -> String {
    let mut data = message.to_vec();
    let bits = data.len() as u64 * 8;
    data.push(128);
    while data.len() % 64 != 56 {
        data.push(0);
    }
    data.extend(bits.to_be_bytes());
    let mut state: [u32; 8] = initial.try_into().unwrap();
    for block in data.chunks_exact(64) {
        compress(&mut state, block, constants);
    }
    state.iter().map(|word| format!("{word:08x}")).collect()
}

fn main() {
    let blocks: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let primes = first_primes(64);
    let initial: Vec<u32> = primes[..8].iter().map(|prime| integer_root(prime << 64, 2) as u32).collect();
    let constants: Vec<u32> = primes.iter().map(|prime| integer_root(prime << 96, 3) as u32).collect();
    println!("{}", sha256(b"abc", &initial, &constants));
    let message: Vec<u8> = (0..64 * blocks).map(|i| (i * 7 % 251) as u8).collect();
    println!("{}", sha256(&message, &initial, &constants));
}
