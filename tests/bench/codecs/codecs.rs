use std::collections::HashMap;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn make_crc_table() -> Vec<u32> {
    let step = |crc: u32, _| if crc & 1 != 0 { (crc >> 1) ^ 0xEDB88320 } else { crc >> 1 };
    (0..256).map(|i| (0..8).fold(i, step)).collect()
}

fn crc32(data: &[u8], table: &[u32]) -> u32 {
    let mut crc = 0xFFFFFFFF;
    for &byte in data {
        crc = (crc >> 8) ^ table[((crc ^ byte as u32) & 255) as usize];
    }
    crc ^ 0xFFFFFFFF
}

fn adler32(data: &[u8]) -> u32 {
    let (mut a, mut b) = (1, 0);
    for &byte in data {
        a = (a + byte as u32) % 65521;
        b = (b + a) % 65521;
    }
    b << 16 | a
}

fn encode_base64(data: &[u8]) -> String {
    let mut out = String::new();
    for group in data.chunks_exact(3) {
        let bits = (group[0] as usize) << 16 | (group[1] as usize) << 8 | group[2] as usize;
        out.push(ALPHABET[bits >> 18] as char);
        out.push(ALPHABET[bits >> 12 & 63] as char);
        out.push(ALPHABET[bits >> 6 & 63] as char);
        out.push(ALPHABET[bits & 63] as char);
    }
    out
}

fn decode_base64(text: &str, values: &HashMap<u8, u32>) -> Vec<u8> {
    let mut out = Vec::new();
    for group in text.as_bytes().chunks_exact(4) {
        let bits = values[&group[0]] << 18 | values[&group[1]] << 12 | values[&group[2]] << 6 | values[&group[3]];
        out.push((bits >> 16) as u8);
        out.push((bits >> 8) as u8);
        out.push(bits as u8);
    }
    out
}

fn run_lengths(data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < data.len() {
        let mut j = i + 1;
        while j < data.len() && data[j] == data[i] && j - i < 255 {
            j += 1;
        }
        out.push((j - i) as u8);
        out.push(data[i]);
        i = j;
    }
    out
}

fn make_data(n: usize, mut seed: i64) -> Vec<u8> {
    let mut data = Vec::new();
    while data.len() < n {
        seed = seed * 16807 % 2147483647;
        for _ in 0..seed % 5 + 1 {
            data.push((seed >> 8) as u8);
        }
    }
    data.truncate(n);
    data
}

fn main() {
    let rounds: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let table = make_crc_table();
    let values: HashMap<u8, u32> = ALPHABET.iter().enumerate().map(|(i, &c)| (c, i as u32)).collect();
    let mut total = 0u64;
    for i in 0..rounds {
        let data = make_data(9000 + 3 * i, i as i64 + 1);
        let text = encode_base64(&data);
        if decode_base64(&text, &values) != data {
            println!("different");
        }
        total = (total + crc32(&data, &table) as u64 + adler32(&data) as u64 + text.len() as u64 + run_lengths(&data).len() as u64) & 0xFFFFFFFFFFFF;
    }
    println!("{total}");
}
