"use strict";

class Body {
    constructor(x, y, z, vx, vy, vz, mass) {
        this.x = x;
        this.y = y;
        this.z = z;
        this.vx = vx;
        this.vy = vy;
        this.vz = vz;
        this.mass = mass;
    }
}

function restMomentum(bodies) {
    let px = 0, py = 0, pz = 0;
    for (const body of bodies) {
        px += body.vx * body.mass;
        py += body.vy * body.mass;
        pz += body.vz * body.mass;
    }
    const sun = bodies[0];
    sun.vx = -px / sun.mass;
    sun.vy = -py / sun.mass;
    sun.vz = -pz / sun.mass;
}

function energy(bodies) {
    let total = 0;
    for (let i = 0; i < bodies.length; i++) {
        const a = bodies[i];
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
        for (let j = i + 1; j < bodies.length; j++) {
            const b = bodies[j];
            const dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
            total -= a.mass * b.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return total;
}

function advance(bodies, dt) {
    const count = bodies.length;
    for (let i = 0; i < count; i++) {
        const a = bodies[i];
        for (let j = i + 1; j < count; j++) {
            const b = bodies[j];
            const dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
            const square = dx * dx + dy * dy + dz * dz;
            const scale = dt / (square * Math.sqrt(square));
            const toA = b.mass * scale, toB = a.mass * scale;
            a.vx -= dx * toA;
            a.vy -= dy * toA;
            a.vz -= dz * toA;
            b.vx += dx * toB;
            b.vy += dy * toB;
            b.vz += dz * toB;
        }
    }
    for (const body of bodies) {
        body.x += dt * body.vx;
        body.y += dt * body.vy;
        body.z += dt * body.vz;
    }
}

const steps = Number(process.argv[2]);
const bodies = [
    new Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 40.0),
    new Body(5.0, -1.2, -0.1, 0.6, 2.8, -0.03, 0.038),
    new Body(8.3, 4.1, -0.4, -1.01, 1.82, 0.008, 0.011),
    new Body(12.9, -15.1, -0.22, 1.08, 0.87, -0.01, 0.0017),
    new Body(15.4, -25.9, 0.18, 0.98, 0.59, -0.035, 0.002),
];
restMomentum(bodies);
console.log(energy(bodies).toFixed(6));
for (let i = 0; i < steps; i++) advance(bodies, 0.01);
console.log(energy(bodies).toFixed(6));
