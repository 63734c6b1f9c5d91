#[derive(Clone, Copy)]
struct Point {
    x: i64,
    y: i64,
}

struct Base {
    position: Point,
    velocity: Point,
    hits: i64,
}

impl Base {
    fn bounce(&mut self, size: i64) {
        if self.position.x < 0 || self.position.x > size {
            self.velocity.x = -self.velocity.x;
            self.hits += 1;
        }
        if self.position.y < 0 || self.position.y > size {
            self.velocity.y = -self.velocity.y;
            self.hits += 1;
        }
    }
}

trait Shape {
    fn base(&self) -> &Base;
    fn base_mut(&mut self) -> &mut Base;

    fn area(&self) -> i64 {
        0
    }

    fn weight(&self) -> i64 {
        self.area() + self.base().hits % 7
    }

    fn bounce(&mut self, size: i64) {
        self.base_mut().bounce(size);
    }

    fn step(&mut self, size: i64) {
        let base = self.base_mut();
        base.position = Point { x: base.position.x + base.velocity.x, y: base.position.y + base.velocity.y };
        self.bounce(size);
    }
}

struct Square {
    base: Base,
    side: i64,
}

impl Shape for Square {
    fn base(&self) -> &Base {
        &self.base
    }
    fn base_mut(&mut self) -> &mut Base {
        &mut self.base
    }
    fn area(&self) -> i64 {
        self.side * self.side
    }
}

struct Rectangle {
    base: Base,
    side: i64,
    height: i64,
}

impl Shape for Rectangle {
    fn base(&self) -> &Base {
        &self.base
    }
    fn base_mut(&mut self) -> &mut Base {
        &mut self.base
    }
    fn area(&self) -> i64 {
        self.side * self.height
    }
}

struct Disc {
    base: Base,
    radius: i64,
}

impl Shape for Disc {
    fn base(&self) -> &Base {
        &self.base
    }
    fn base_mut(&mut self) -> &mut Base {
        &mut self.base
    }
    fn area(&self) -> i64 {
        355 * self.radius * self.radius / 113
    }
    fn bounce(&mut self, size: i64) {
        let before = self.base.hits;
        self.base.bounce(size);
        if self.base.hits > before && self.radius > 1 {
            self.radius -= 1;
        }
    }
}

struct Ghost {
    base: Base,
}

impl Shape for Ghost {
    fn base(&self) -> &Base {
        &self.base
    }
    fn base_mut(&mut self) -> &mut Base {
        &mut self.base
    }
    fn weight(&self) -> i64 {
        1
    }
    fn bounce(&mut self, size: i64) {
        let position = &mut self.base.position;
        if position.x < 0 {
            position.x = size;
        } else if position.x > size {
            position.x = 0;
        }
    }
}

fn make_shape(kind: usize, base: Base, seed: i64) -> Box<dyn Shape> {
    match kind {
        0 => Box::new(Square { base, side: seed % 10 + 1 }),
        1 => Box::new(Rectangle { base, side: seed % 10 + 1, height: seed % 6 + 1 }),
        2 => Box::new(Disc { base, radius: seed % 30 + 1 }),
        _ => Box::new(Ghost { base }),
    }
}

fn main() {
    let steps: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let size = 100;
    let mut shapes = Vec::new();
    let mut seed = 5i64;
    for i in 0..200 {
        seed = seed * 16807 % 2147483647;
        let position = Point { x: seed % size, y: seed / 7 % size };
        let velocity = Point { x: seed % 9 - 4, y: seed / 11 % 9 - 4 };
        shapes.push(make_shape(i % 4, Base { position, velocity, hits: 0 }, seed));
    }
    let mut total = 0;
    for _ in 0..steps {
        let mut sum = 0;
        for shape in shapes.iter_mut() {
            shape.step(size);
            sum += shape.weight();
        }
        total = (total * 3 + sum) % 1000003;
    }
    let hits: i64 = shapes.iter().map(|shape| shape.base().hits).sum();
    println!("{total} {hits}");
}
