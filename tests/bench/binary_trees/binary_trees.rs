struct Tree {
    children: Option<(Box<Tree>, Box<Tree>)>,
}

impl Tree {
    fn new(depth: u32) -> Box<Tree> {
        let children = if depth == 0 { None } else { Some((Tree::new(depth - 1), Tree::new(depth - 1))) };
        Box::new(Tree { children })
    }

    fn count(&self) -> u64 {
        match &self.children {
            None => 1,
            Some((left, right)) => 1 + left.count() + right.count(),
        }
    }
}

fn main() {
    let deepest: u32 = std::env::args().nth(1).unwrap().parse().unwrap();
    let kept = Tree::new(deepest);
    for depth in (4..=deepest).step_by(4) {
        let rounds = 1u64 << (deepest - depth + 4);
        let mut total = 0;
        for _ in 0..rounds {
            total += Tree::new(depth).count();
        }
        println!("{rounds} {depth} {total}");
    }
    println!("{}", kept.count());
}
