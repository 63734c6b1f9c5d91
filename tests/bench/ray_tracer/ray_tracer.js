"use strict";

class Vector {
    constructor(x, y, z) {
        this.x = x;
        this.y = y;
        this.z = z;
    }

    add(other) {
        return new Vector(this.x + other.x, this.y + other.y, this.z + other.z);
    }

    subtract(other) {
        return new Vector(this.x - other.x, this.y - other.y, this.z - other.z);
    }

    scaled(factor) {
        return new Vector(this.x * factor, this.y * factor, this.z * factor);
    }

    dot(other) {
        return this.x * other.x + this.y * other.y + this.z * other.z;
    }

    unit() {
        return this.scaled(1.0 / Math.sqrt(this.dot(this)));
    }
}

class Ray {
    constructor(origin, direction) {
        this.origin = origin;
        this.direction = direction;
    }

    at(distance) {
        return this.origin.add(this.direction.scaled(distance));
    }
}

class Sphere {
    constructor(centre, radius, brightness, mirror) {
        this.centre = centre;
        this.radius = radius;
        this.brightness = brightness;
        this.mirror = mirror;
    }

    hit(ray) {
        const offset = ray.origin.subtract(this.centre);
        const b = offset.dot(ray.direction);
        const c = offset.dot(offset) - this.radius * this.radius;
        const square = b * b - c;
        if (square < 0.0) return 0.0;
        const distance = -b - Math.sqrt(square);
        return distance > 0.0001 ? distance : 0.0;
    }

    normal(point) {
        return point.subtract(this.centre).unit();
    }

    shade(point) {
        return this.brightness;
    }
}

class Floor {
    constructor(height, mirror) {
        this.height = height;
        this.mirror = mirror;
    }

    hit(ray) {
        if (ray.direction.y > -0.0001) return 0.0;
        const distance = (this.height - ray.origin.y) / ray.direction.y;
        return distance > 0.0001 ? distance : 0.0;
    }

    normal(point) {
        return new Vector(0.0, 1.0, 0.0);
    }

    shade(point) {
        return (Math.floor(point.x) + Math.floor(point.z)) % 2 === 0 ? 0.9 : 0.2;
    }
}

class Scene {
    constructor() {
        this.things = [new Floor(-1.0, 0.1)];
        for (let i = 0; i < 6; i++) {
            const centre = new Vector(i * 1.1 - 2.8, i % 3 * 0.5 - 0.5, 4.0 + i % 2);
            this.things.push(new Sphere(centre, 0.5 + 0.05 * i, 0.4 + 0.1 * i, 0.1 * i));
        }
        this.light = new Vector(-3.0, 6.0, -2.0);
    }

    nearest(ray) {
        let best = null, closest = 1e30;
        for (const thing of this.things) {
            const distance = thing.hit(ray);
            if (distance > 0.0 && distance < closest) {
                best = thing;
                closest = distance;
            }
        }
        return [best, closest];
    }

    trace(ray, depth) {
        const [thing, distance] = this.nearest(ray);
        if (thing === null) return 0.3 + 0.2 * ray.direction.y;
        const point = ray.at(distance), normal = thing.normal(point);
        const toLight = this.light.subtract(point).unit();
        let light = 0.1;
        const cosine = normal.dot(toLight);
        if (cosine > 0.0 && this.nearest(new Ray(point, toLight))[0] === null) light += cosine;
        let result = thing.shade(point) * light;
        if (depth > 0 && thing.mirror > 0.0) {
            const turned = ray.direction.subtract(normal.scaled(2.0 * normal.dot(ray.direction)));
            result = result * (1.0 - thing.mirror) + this.trace(new Ray(point, turned), depth - 1) * thing.mirror;
        }
        return result;
    }
}

const size = Number(process.argv[2]), scene = new Scene();
let total = 0.0, checksum = 0;
for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
        const x = (column + 0.5) / size * 2.0 - 1.0, y = 1.0 - (row + 0.5) / size * 2.0;
        const value = scene.trace(new Ray(new Vector(0.0, 0.0, -1.0), new Vector(x, y, 1.5).unit()), 3);
        total += value;
        checksum = (checksum * 31 + Math.trunc(value * 255.0)) % 1000003;
    }
}
console.log(`${total.toFixed(6)} ${checksum}`);
