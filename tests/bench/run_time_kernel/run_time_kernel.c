#include <stdio.h>
#include <stdlib.h>

typedef struct {
    int width, height;
    double **rows;
} Image;

static Image new_image(int width, int height) {
    Image image = {width, height, malloc((size_t)height * sizeof(double *))};
    for (int y = 0; y < height; y++) image.rows[y] = malloc((size_t)width * sizeof(double));
    return image;
}

static void free_image(Image image) {
    for (int y = 0; y < image.height; y++) free(image.rows[y]);
    free(image.rows);
}

static int minimum(int a, int b) { return a < b ? a : b; }

static Image make_kernel(int width, int height) {
    Image kernel = new_image(width, height);
    double total = 0;
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) total += kernel.rows[y][x] = 1.0 + minimum(x, width - 1 - x) + minimum(y, height - 1 - y);
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++) kernel.rows[y][x] /= total;
    return kernel;
}

static Image make_image(int width, int height, long seed) {
    Image image = new_image(width, height);
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            seed = seed * 16807 % 2147483647;
            image.rows[y][x] = (double)(seed % 256);
        }
    }
    return image;
}

static Image convolve(Image image, Image kernel) {
    Image out = new_image(image.width - kernel.width + 1, image.height - kernel.height + 1);
    for (int y = 0; y < out.height; y++) {
        for (int x = 0; x < out.width; x++) {
            double total = 0;
            for (int j = 0; j < kernel.height; j++) {
                const double *weights = kernel.rows[j], *line = image.rows[y + j];
                for (int i = 0; i < kernel.width; i++) total += weights[i] * line[x + i];
            }
            out.rows[y][x] = total;
        }
    }
    return out;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long rounds = atol(argv[1]);
    double total = 0;
    for (int i = 0; i < rounds; i++) {
        Image kernel = make_kernel(2 + i % 4, 3 + i % 3), image = make_image(60, 40, i + 1);
        for (int j = 0; j < 3; j++) {
            Image next = convolve(image, kernel);
            free_image(image);
            image = next;
        }
        for (int y = 0; y < image.height; y++)
            for (int x = 0; x < image.width; x++) total += image.rows[y][x];
        free_image(image), free_image(kernel);
    }
    printf("%.4f\n", total);
}
