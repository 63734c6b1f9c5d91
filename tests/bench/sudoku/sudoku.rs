const BOARDS: [&str; 3] = [
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3..",
    "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
];

type Cells = Vec<u32>;

struct Solver {
    peers: Vec<Vec<usize>>,
    sizes: Vec<u32>,
    guesses: u64,
}

fn make_peers() -> Vec<Vec<usize>> {
    let near = |a: usize, b: usize| {
        let (row, column, r, c) = (a / 9, a % 9, b / 9, b % 9);
        a != b && (r == row || c == column || (r / 3 == row / 3 && c / 3 == column / 3))
    };
    (0..81).map(|cell| (0..81).filter(|&other| near(cell, other)).collect()).collect()
}

impl Solver {
    fn assign(&self, cells: &mut Cells, cell: usize, bit: u32) -> bool {
        cells[cell] = bit;
        let mut waiting = vec![cell];
        while let Some(fixed) = waiting.pop() {
            let bit = cells[fixed];
            for &other in &self.peers[fixed] {
                let mut mask = cells[other];
                if mask & bit != 0 {
                    mask &= !bit;
                    if mask == 0 {
                        return false;
                    }
                    cells[other] = mask;
                    if self.sizes[mask as usize] == 1 {
                        waiting.push(other);
                    }
                }
            }
        }
        true
    }

    fn parse(&self, board: &str) -> Option<Cells> {
        let mut cells = vec![511; 81];
        for (cell, c) in board.bytes().enumerate() {
            if c != b'.' && !self.assign(&mut cells, cell, 1 << (c - b'1')) {
                return None;
            }
        }
        Some(cells)
    }

    fn search(&mut self, cells: Cells) -> Option<Cells> {
        let (mut best, mut fewest) = (None, 10);
        for (cell, &mask) in cells.iter().enumerate() {
            let size = self.sizes[mask as usize];
            if size > 1 && size < fewest {
                best = Some(cell);
                fewest = size;
            }
        }
        let Some(best) = best else { return Some(cells) };
        let mut mask = cells[best];
        while mask != 0 {
            let bit = mask & mask.wrapping_neg();
            mask ^= bit;
            self.guesses += 1;
            let mut copy = cells.clone();
            if self.assign(&mut copy, best, bit) {
                if let Some(solved) = self.search(copy) {
                    return Some(solved);
                }
            }
        }
        None
    }
}

fn main() {
    let rounds: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut solver = Solver { peers: make_peers(), sizes: (0..512u32).map(u32::count_ones).collect(), guesses: 0 };
    let mut total = 0u64;
    for _ in 0..rounds {
        for board in BOARDS {
            let cells = solver.parse(board).unwrap();
            for cell in solver.search(cells).unwrap() {
                let mut digit = 1;
                while cell >> digit != 0 {
                    digit += 1;
                }
                total = (total * 10 + digit) % 1000003;
            }
        }
    }
    println!("{} {}", total, solver.guesses);
}
