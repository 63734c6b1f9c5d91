use std::ops::{Add, Sub};

#[derive(Clone, Copy)]
struct Vector {
    x: f64,
    y: f64,
    z: f64,
}

impl Add for Vector {
    type Output = Vector;
    fn add(self, other: Vector) -> Vector {
        vector(self.x + other.x, self.y + other.y, self.z + other.z)
    }
}

impl Sub for Vector {
    type Output = Vector;
    fn sub(self, other: Vector) -> Vector {
        vector(self.x - other.x, self.y - other.y, self.z - other.z)
    }
}

fn vector(x: f64, y: f64, z: f64) -> Vector {
    Vector { x, y, z }
}

impl Vector {
    fn scaled(self, factor: f64) -> Vector {
        vector(self.x * factor, self.y * factor, self.z * factor)
    }

    fn dot(self, other: Vector) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    fn unit(self) -> Vector {
        self.scaled(1.0 / self.dot(self).sqrt())
    }
}

#[derive(Clone, Copy)]
struct Ray {
    origin: Vector,
    direction: Vector,
}

trait Thing {
    fn hit(&self, ray: Ray) -> f64;
    fn normal(&self, point: Vector) -> Vector;
    fn shade(&self, point: Vector) -> f64;
    fn mirror(&self) -> f64;
}

struct Sphere {
    centre: Vector,
    radius: f64,
    brightness: f64,
    mirror: f64,
}

impl Thing for Sphere {
    fn hit(&self, ray: Ray) -> f64 {
        let offset = ray.origin - self.centre;
        let b = offset.dot(ray.direction);
        let c = offset.dot(offset) - self.radius * self.radius;
        let square = b * b - c;
        if square < 0.0 {
            return 0.0;
        }
        let distance = -b - square.sqrt();
        if distance > 0.0001 { distance } else { 0.0 }
    }

    fn normal(&self, point: Vector) -> Vector {
        (point - self.centre).unit()
    }

    fn shade(&self, _: Vector) -> f64 {
        self.brightness
    }

    fn mirror(&self) -> f64 {
        self.mirror
    }
}

struct Floor {
    height: f64,
    mirror: f64,
}

impl Thing for Floor {
    fn hit(&self, ray: Ray) -> f64 {
        if ray.direction.y > -0.0001 {
            return 0.0;
        }
        let distance = (self.height - ray.origin.y) / ray.direction.y;
        if distance > 0.0001 { distance } else { 0.0 }
    }

    fn normal(&self, _: Vector) -> Vector {
        vector(0.0, 1.0, 0.0)
    }

    fn shade(&self, point: Vector) -> f64 {
        if (point.x.floor() as i64 + point.z.floor() as i64) % 2 == 0 { 0.9 } else { 0.2 }
    }

    fn mirror(&self) -> f64 {
        self.mirror
    }
}

struct Scene {
    things: Vec<Box<dyn Thing>>,
    light: Vector,
}

impl Scene {
    fn new() -> Scene {
        let mut things: Vec<Box<dyn Thing>> = vec![Box::new(Floor { height: -1.0, mirror: 0.1 })];
        for i in 0..6 {
            let f = i as f64;
            let centre = vector(f * 1.1 - 2.8, (i % 3) as f64 * 0.5 - 0.5, 4.0 + (i % 2) as f64);
            things.push(Box::new(Sphere { centre, radius: 0.5 + 0.05 * f, brightness: 0.4 + 0.1 * f, mirror: 0.1 * f }));
        }
        Scene { things, light: vector(-3.0, 6.0, -2.0) }
    }

    fn nearest(&self, ray: Ray) -> Option<(&dyn Thing, f64)> {
        let mut best = None;
        let mut closest = 1e30;
        for thing in &self.things {
            let distance = thing.hit(ray);
            if distance > 0.0 && distance < closest {
                best = Some((thing.as_ref(), distance));
                closest = distance;
            }
        }
        best
    }

    fn trace(&self, ray: Ray, depth: u32) -> f64 {
        let Some((thing, distance)) = self.nearest(ray) else {
            return 0.3 + 0.2 * ray.direction.y;
        };
        let point = ray.origin + ray.direction.scaled(distance);
        let normal = thing.normal(point);
        let to_light = (self.light - point).unit();
        let mut light = 0.1;
        let cosine = normal.dot(to_light);
        if cosine > 0.0 && self.nearest(Ray { origin: point, direction: to_light }).is_none() {
            light += cosine;
        }
        let result = thing.shade(point) * light;
        let mirror = thing.mirror();
        if depth == 0 || mirror <= 0.0 {
            return result;
        }
        let turned = ray.direction - normal.scaled(2.0 * normal.dot(ray.direction));
        result * (1.0 - mirror) + self.trace(Ray { origin: point, direction: turned }, depth - 1) * mirror
    }
}

fn main() {
    let size: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let scene = Scene::new();
    let (mut total, mut checksum) = (0.0, 0i64);
    for row in 0..size {
        for column in 0..size {
            let x = (column as f64 + 0.5) / size as f64 * 2.0 - 1.0;
            let y = 1.0 - (row as f64 + 0.5) / size as f64 * 2.0;
            let value = scene.trace(Ray { origin: vector(0.0, 0.0, -1.0), direction: vector(x, y, 1.5).unit() }, 3);
            total += value;
            checksum = (checksum * 31 + (value * 255.0) as i64) % 1000003;
        }
    }
    println!("{total:.6} {checksum}");
}
