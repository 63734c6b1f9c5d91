#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    double x, y, z;
} Vector;

typedef struct {
    Vector origin, direction;
} Ray;

typedef struct Thing Thing;

struct Thing {
    double (*hit)(const Thing *, Ray);
    Vector (*normal)(const Thing *, Vector);
    double (*shade)(const Thing *, Vector);
    double mirror, height, radius, brightness;
    Vector centre;
};

enum { THINGS = 7 };

typedef struct {
    Thing things[THINGS];
    Vector light;
} Scene;

static Vector add(Vector a, Vector b) { return (Vector){a.x + b.x, a.y + b.y, a.z + b.z}; }
static Vector subtract(Vector a, Vector b) { return (Vector){a.x - b.x, a.y - b.y, a.z - b.z}; }
static Vector scaled(Vector a, double factor) { return (Vector){a.x * factor, a.y * factor, a.z * factor}; }
static double dot(Vector a, Vector b) { return a.x * b.x + a.y * b.y + a.z * b.z; }
static Vector unit(Vector a) { return scaled(a, 1.0 / sqrt(dot(a, a))); }

static double sphere_hit(const Thing *sphere, Ray ray) {
    Vector offset = subtract(ray.origin, sphere->centre);
    double b = dot(offset, ray.direction), c = dot(offset, offset) - sphere->radius * sphere->radius, square = b * b - c;
    if (square < 0.0) return 0.0;
    double distance = -b - sqrt(square);
    return distance > 0.0001 ? distance : 0.0;
}

static Vector sphere_normal(const Thing *sphere, Vector point) { return unit(subtract(point, sphere->centre)); }
static double sphere_shade(const Thing *sphere, Vector point) { return (void)point, sphere->brightness; }

static double floor_hit(const Thing *thing, Ray ray) {
    if (ray.direction.y > -0.0001) return 0.0;
    double distance = (thing->height - ray.origin.y) / ray.direction.y;
    return distance > 0.0001 ? distance : 0.0;
}

static Vector floor_normal(const Thing *thing, Vector point) { return (void)thing, (void)point, (Vector){0.0, 1.0, 0.0}; }
static double floor_shade(const Thing *thing, Vector point) { return (void)thing, ((long)floor(point.x) + (long)floor(point.z)) % 2 == 0 ? 0.9 : 0.2; }

static void make_scene(Scene *scene) {
    scene->things[0] = (Thing){floor_hit, floor_normal, floor_shade, .mirror = 0.1, .height = -1.0};
    for (int i = 0; i < THINGS - 1; i++) {
        Vector centre = {i * 1.1 - 2.8, i % 3 * 0.5 - 0.5, 4.0 + i % 2};
        scene->things[i + 1] =
            (Thing){sphere_hit, sphere_normal, sphere_shade, .mirror = 0.1 * i, .radius = 0.5 + 0.05 * i, .brightness = 0.4 + 0.1 * i, .centre = centre};
    }
    scene->light = (Vector){-3.0, 6.0, -2.0};
}

static const Thing *nearest(const Scene *scene, Ray ray, double *closest) {
    const Thing *best = NULL;
    *closest = 1e30;
    for (int i = 0; i < THINGS; i++) {
        double distance = scene->things[i].hit(&scene->things[i], ray);
        if (distance > 0.0 && distance < *closest) best = &scene->things[i], *closest = distance;
    }
    return best;
}

static double trace(const Scene *scene, Ray ray, int depth) {
    double distance, beyond;
    const Thing *thing = nearest(scene, ray, &distance);
    if (!thing) return 0.3 + 0.2 * ray.direction.y;
    Vector point = add(ray.origin, scaled(ray.direction, distance)), normal = thing->normal(thing, point);
    Vector to_light = unit(subtract(scene->light, point));
    double light = 0.1, cosine = dot(normal, to_light);
    if (cosine > 0.0 && !nearest(scene, (Ray){point, to_light}, &beyond)) light += cosine;
    double result = thing->shade(thing, point) * light;
    if (depth > 0 && thing->mirror > 0.0) {
        Vector turned = subtract(ray.direction, scaled(normal, 2.0 * dot(normal, ray.direction)));
        result = result * (1.0 - thing->mirror) + trace(scene, (Ray){point, turned}, depth - 1) * thing->mirror;
    }
    return result;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    int size = atoi(argv[1]);
    Scene scene;
    make_scene(&scene);
    double total = 0.0;
    long checksum = 0;
    for (int row = 0; row < size; row++) {
        for (int column = 0; column < size; column++) {
            double x = (column + 0.5) / size * 2.0 - 1.0, y = 1.0 - (row + 0.5) / size * 2.0;
            double value = trace(&scene, (Ray){{0.0, 0.0, -1.0}, unit((Vector){x, y, 1.5})}, 3);
            total += value;
            checksum = (checksum * 31 + (long)(value * 255.0)) % 1000003;
        }
    }
    printf("%.6f %ld\n", total, checksum);
}
