#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    double x, y, z, vx, vy, vz, mass;
} Body;

enum { COUNT = 5 };

static void rest_momentum(Body *bodies) {
    double px = 0, py = 0, pz = 0;
    for (int i = 0; i < COUNT; i++) {
        px += bodies[i].vx * bodies[i].mass;
        py += bodies[i].vy * bodies[i].mass;
        pz += bodies[i].vz * bodies[i].mass;
    }
    Body *sun = &bodies[0];
    sun->vx = -px / sun->mass;
    sun->vy = -py / sun->mass;
    sun->vz = -pz / sun->mass;
}

static double energy(const Body *bodies) {
    double total = 0;
    for (int i = 0; i < COUNT; i++) {
        const Body *a = &bodies[i];
        total += 0.5 * a->mass * (a->vx * a->vx + a->vy * a->vy + a->vz * a->vz);
        for (int j = i + 1; j < COUNT; j++) {
            const Body *b = &bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            total -= a->mass * b->mass / sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return total;
}

static void advance(Body *bodies, double dt) {
    for (int i = 0; i < COUNT; i++) {
        Body *a = &bodies[i];
        for (int j = i + 1; j < COUNT; j++) {
            Body *b = &bodies[j];
            double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
            double square = dx * dx + dy * dy + dz * dz, scale = dt / (square * sqrt(square));
            double to_a = b->mass * scale, to_b = a->mass * scale;
            a->vx -= dx * to_a, a->vy -= dy * to_a, a->vz -= dz * to_a;
            b->vx += dx * to_b, b->vy += dy * to_b, b->vz += dz * to_b;
        }
    }
    for (int i = 0; i < COUNT; i++) {
        Body *body = &bodies[i];
        body->x += dt * body->vx, body->y += dt * body->vy, body->z += dt * body->vz;
    }
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long steps = atol(argv[1]);
    Body bodies[COUNT] = {
        {0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 40.0},
        {5.0, -1.2, -0.1, 0.6, 2.8, -0.03, 0.038},
        {8.3, 4.1, -0.4, -1.01, 1.82, 0.008, 0.011},
        {12.9, -15.1, -0.22, 1.08, 0.87, -0.01, 0.0017},
        {15.4, -25.9, 0.18, 0.98, 0.59, -0.035, 0.002},
    };
    rest_momentum(bodies);
    printf("%.6f\n", energy(bodies));
    for (long i = 0; i < steps; i++) advance(bodies, 0.01);
    printf("%.6f\n", energy(bodies));
}
