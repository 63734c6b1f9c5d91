#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char text[] = "clip = yes\nscale = 3\noffset = -17\nwrap = 1021\nmode = mix\nsmooth = no\ntrace = no\nweight = 0.75\n";

typedef struct {
    bool clip, smooth, trace;
    long scale, offset, wrap;
    char mode[16];
    double weight;
} Config;

static void find(const char *key, char *value) {
    char name[16];
    for (const char *line = text; *line; line = strchr(line, '\n') + 1)
        if (sscanf(line, "%15s = %15s", name, value) == 2 && strcmp(name, key) == 0) return;
    exit(3);
}

static bool find_flag(const char *key) {
    char value[16];
    find(key, value);
    return strcmp(value, "yes") == 0;
}

static long find_number(const char *key) {
    char value[16];
    find(key, value);
    return atol(value);
}

static Config read_config(void) {
    Config config = {.clip = find_flag("clip"), .smooth = find_flag("smooth"), .trace = find_flag("trace")};
    config.scale = find_number("scale");
    config.offset = find_number("offset");
    config.wrap = find_number("wrap");
    find("mode", config.mode);
    char weight[16];
    find("weight", weight);
    config.weight = atof(weight);
    return config;
}

static long process(const Config *config, long value, long previous) {
    if (config->trace) printf("%ld\n", value);
    value = value * config->scale + config->offset;
    if (config->clip) {
        if (value < 0)
            value = 0;
        else if (value > 100000)
            value = 100000;
    }
    if (strcmp(config->mode, "mix") == 0)
        value = value + previous;
    else if (strcmp(config->mode, "alternate") == 0)
        value = value - previous;
    else if (strcmp(config->mode, "drop") == 0)
        value = previous;
    if (config->smooth) value = (value + previous) / 2;
    return value % config->wrap;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    Config config = read_config();
    long steps = atol(argv[1]), previous = 0, total = 0;
    double level = 0;
    for (long i = 0; i < steps; i++) {
        previous = process(&config, i % 977, previous);
        level = level * config.weight + (double)previous * (1.0 - config.weight);
        total = (total + previous) % 1000003;
    }
    printf("%ld %.6f\n", total, level);
}
