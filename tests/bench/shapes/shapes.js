"use strict";

class Point {
    constructor(x, y) {
        this.x = x;
        this.y = y;
    }

    add(other) {
        return new Point(this.x + other.x, this.y + other.y);
    }
}

class Shape {
    constructor(position, velocity) {
        this.position = position;
        this.velocity = velocity;
        this.hits = 0;
    }

    area() {
        return 0;
    }

    weight() {
        return this.area() + this.hits % 7;
    }

    bounce(size) {
        if (this.position.x < 0 || this.position.x > size) {
            this.velocity = new Point(-this.velocity.x, this.velocity.y);
            this.hits++;
        }
        if (this.position.y < 0 || this.position.y > size) {
            this.velocity = new Point(this.velocity.x, -this.velocity.y);
            this.hits++;
        }
    }

    step(size) {
        this.position = this.position.add(this.velocity);
        this.bounce(size);
    }
}

class Square extends Shape {
    constructor(position, velocity, side) {
        super(position, velocity);
        this.side = side;
    }

    area() {
        return this.side * this.side;
    }
}

class Rectangle extends Square {
    constructor(position, velocity, side, height) {
        super(position, velocity, side);
        this.height = height;
    }

    area() {
        return this.side * this.height;
    }
}

class Disc extends Shape {
    constructor(position, velocity, radius) {
        super(position, velocity);
        this.radius = radius;
    }

    area() {
        return Math.floor(355 * this.radius * this.radius / 113);
    }

    bounce(size) {
        const before = this.hits;
        super.bounce(size);
        if (this.hits > before && this.radius > 1) this.radius--;
    }
}

class Ghost extends Shape {
    bounce(size) {
        if (this.position.x < 0) this.position = new Point(size, this.position.y);
        else if (this.position.x > size) this.position = new Point(0, this.position.y);
    }

    weight() {
        return 1;
    }
}

class Yard {
    constructor(size) {
        this.size = size;
        this.shapes = [];
    }

    fill(count) {
        let seed = 5;
        for (let i = 0; i < count; i++) {
            seed = seed * 16807 % 2147483647;
            const position = new Point(seed % this.size, Math.floor(seed / 7) % this.size);
            const velocity = new Point(seed % 9 - 4, Math.floor(seed / 11) % 9 - 4);
            const kind = i % 4;
            if (kind === 0) this.shapes.push(new Square(position, velocity, seed % 10 + 1));
            else if (kind === 1) this.shapes.push(new Rectangle(position, velocity, seed % 10 + 1, seed % 6 + 1));
            else if (kind === 2) this.shapes.push(new Disc(position, velocity, seed % 30 + 1));
            else this.shapes.push(new Ghost(position, velocity));
        }
    }

    step() {
        let total = 0;
        for (const shape of this.shapes) {
            shape.step(this.size);
            total += shape.weight();
        }
        return total;
    }
}

const steps = Number(process.argv[2]);
const yard = new Yard(100);
yard.fill(200);
let total = 0;
for (let i = 0; i < steps; i++) total = (total * 3 + yard.step()) % 1000003;
let hits = 0;
for (const shape of yard.shapes) hits += shape.hits;
console.log(`${total} ${hits}`);
