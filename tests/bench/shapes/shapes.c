#include <stdio.h>
#include <stdlib.h>

typedef struct {
    long x, y;
} Point;

typedef struct Shape Shape;

typedef struct {
    long (*area)(const Shape *);
    long (*weight)(const Shape *);
    void (*bounce)(Shape *, long size);
} Methods;

struct Shape {
    const Methods *methods;
    Point position, velocity;
    long hits;
};

typedef struct {
    Shape shape;
    long side;
} Square;

typedef struct {
    Square square;
    long height;
} Rectangle;

typedef struct {
    Shape shape;
    long radius;
} Disc;

static long shape_area(const Shape *shape) { return (void)shape, 0; }
static long shape_weight(const Shape *shape) { return shape->methods->area(shape) + shape->hits % 7; }

static void shape_bounce(Shape *shape, long size) {
    if (shape->position.x < 0 || shape->position.x > size) {
        shape->velocity.x = -shape->velocity.x;
        shape->hits++;
    }
    if (shape->position.y < 0 || shape->position.y > size) {
        shape->velocity.y = -shape->velocity.y;
        shape->hits++;
    }
}

static void shape_step(Shape *shape, long size) {
    shape->position = (Point){shape->position.x + shape->velocity.x, shape->position.y + shape->velocity.y};
    shape->methods->bounce(shape, size);
}

static long square_area(const Shape *shape) {
    const Square *square = (const Square *)shape;
    return square->side * square->side;
}

static long rectangle_area(const Shape *shape) {
    const Rectangle *rectangle = (const Rectangle *)shape;
    return rectangle->square.side * rectangle->height;
}

static long disc_area(const Shape *shape) {
    const Disc *disc = (const Disc *)shape;
    return 355 * disc->radius * disc->radius / 113;
}

static void disc_bounce(Shape *shape, long size) {
    Disc *disc = (Disc *)shape;
    long before = shape->hits;
    shape_bounce(shape, size);
    if (shape->hits > before && disc->radius > 1) disc->radius--;
}

static long ghost_weight(const Shape *shape) { return (void)shape, 1; }

static void ghost_bounce(Shape *shape, long size) {
    if (shape->position.x < 0)
        shape->position.x = size;
    else if (shape->position.x > size)
        shape->position.x = 0;
}

static const Methods square_methods = {square_area, shape_weight, shape_bounce}, rectangle_methods = {rectangle_area, shape_weight, shape_bounce},
                     disc_methods = {disc_area, shape_weight, disc_bounce}, ghost_methods = {shape_area, ghost_weight, ghost_bounce};

static Shape *new_shape(size_t bytes, const Methods *methods, Point position, Point velocity) {
    Shape *shape = malloc(bytes);
    *shape = (Shape){methods, position, velocity, 0};
    return shape;
}

static Shape *make_shape(int kind, Point position, Point velocity, long seed) {
    if (kind == 0) {
        Square *square = (Square *)new_shape(sizeof *square, &square_methods, position, velocity);
        square->side = seed % 10 + 1;
        return &square->shape;
    }
    if (kind == 1) {
        Rectangle *rectangle = (Rectangle *)new_shape(sizeof *rectangle, &rectangle_methods, position, velocity);
        rectangle->square.side = seed % 10 + 1;
        rectangle->height = seed % 6 + 1;
        return &rectangle->square.shape;
    }
    if (kind == 2) {
        Disc *disc = (Disc *)new_shape(sizeof *disc, &disc_methods, position, velocity);
        disc->radius = seed % 30 + 1;
        return &disc->shape;
    }
    return new_shape(sizeof(Shape), &ghost_methods, position, velocity);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    enum { COUNT = 200, SIZE = 100 };
    Shape *shapes[COUNT];
    long steps = atol(argv[1]), seed = 5, total = 0, hits = 0;
    for (int i = 0; i < COUNT; i++) {
        seed = seed * 16807 % 2147483647;
        Point position = {seed % SIZE, seed / 7 % SIZE}, velocity = {seed % 9 - 4, seed / 11 % 9 - 4};
        shapes[i] = make_shape(i % 4, position, velocity, seed);
    }
    for (long step = 0; step < steps; step++) {
        long sum = 0;
        for (int i = 0; i < COUNT; i++) {
            shape_step(shapes[i], SIZE);
            sum += shapes[i]->methods->weight(shapes[i]);
        }
        total = (total * 3 + sum) % 1000003;
    }
    for (int i = 0; i < COUNT; i++) hits += shapes[i]->hits, free(shapes[i]);
    printf("%ld %ld\n", total, hits);
}
