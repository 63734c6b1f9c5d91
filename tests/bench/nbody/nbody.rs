struct Body {
    x: f64,
    y: f64,
    z: f64,
    vx: f64,
    vy: f64,
    vz: f64,
    mass: f64,
}

fn body(x: f64, y: f64, z: f64, vx: f64, vy: f64, vz: f64, mass: f64) -> Body {
    Body { x, y, z, vx, vy, vz, mass }
}

fn rest_momentum(bodies: &mut [Body]) {
    let (mut px, mut py, mut pz) = (0.0, 0.0, 0.0);
    for b in bodies.iter() {
        px += b.vx * b.mass;
        py += b.vy * b.mass;
        pz += b.vz * b.mass;
    }
    let sun = &mut bodies[0];
    sun.vx = -px / sun.mass;
    sun.vy = -py / sun.mass;
    sun.vz = -pz / sun.mass;
}

fn energy(bodies: &[Body]) -> f64 {
    let mut total = 0.0;
    for i in 0..bodies.len() {
        let a = &bodies[i];
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
        for b in &bodies[i + 1..] {
            let (dx, dy, dz) = (a.x - b.x, a.y - b.y, a.z - b.z);
            total -= a.mass * b.mass / (dx * dx + dy * dy + dz * dz).sqrt();
        }
    }
    total
}

fn advance(bodies: &mut [Body], dt: f64) {
    for i in 0..bodies.len() {
        let (head, tail) = bodies.split_at_mut(i + 1);
        let a = &mut head[i];
        for b in tail {
            let (dx, dy, dz) = (a.x - b.x, a.y - b.y, a.z - b.z);
            let square = dx * dx + dy * dy + dz * dz;
            let scale = dt / (square * square.sqrt());
            let (to_a, to_b) = (b.mass * scale, a.mass * scale);
            a.vx -= dx * to_a;
            a.vy -= dy * to_a;
            a.vz -= dz * to_a;
            b.vx += dx * to_b;
            b.vy += dy * to_b;
            b.vz += dz * to_b;
        }
    }
    for b in bodies.iter_mut() {
        b.x += dt * b.vx;
        b.y += dt * b.vy;
        b.z += dt * b.vz;
    }
}

fn main() {
    let steps: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut bodies = vec![
        body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 40.0),
        body(5.0, -1.2, -0.1, 0.6, 2.8, -0.03, 0.038),
        body(8.3, 4.1, -0.4, -1.01, 1.82, 0.008, 0.011),
        body(12.9, -15.1, -0.22, 1.08, 0.87, -0.01, 0.0017),
        body(15.4, -25.9, 0.18, 0.98, 0.59, -0.035, 0.002),
    ];
    rest_momentum(&mut bodies);
    println!("{:.6}", energy(&bodies));
    for _ in 0..steps {
        advance(&mut bodies, 0.01);
    }
    println!("{:.6}", energy(&bodies));
}
