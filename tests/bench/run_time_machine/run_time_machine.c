#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char source[] =
    "set 0 0\nset 1 1\nset 4 7\nloop:\nmul 2 1 4\nmod 2 2 1009\nadd 0 0 2\nmod 0 0 65537\neven 3 1\njz 3 odd\n"
    "addi 0 0 3\nodd:\naddi 1 1 1\nless 3 1 5\njnz 3 loop\nhalt\n";

typedef enum { SET, MUL, MOD, ADD, EVEN, JZ, ADDI, LESS, JNZ, HALT, OPS } Op;
static const char *const names[OPS] = {"set", "mul", "mod", "add", "even", "jz", "addi", "less", "jnz", "halt"};

typedef struct {
    Op op;
    long a, b, c;
} Instruction;

typedef struct {
    char name[16];
    long at;
} Label;

enum { MOST = 64 };

static Op find_op(const char *name) {
    int op = 0;
    while (strcmp(names[op], name) != 0) op++;
    return (Op)op;
}

static long operand(const char *word, const Label *labels, int count) {
    for (int i = 0; i < count; i++)
        if (strcmp(labels[i].name, word) == 0) return labels[i].at;
    return atol(word);
}

static int assemble(Instruction *program) {
    Label labels[MOST];
    char lines[MOST][4][16] = {0};
    int label_count = 0, count = 0;
    for (const char *line = source; *line; line = strchr(line, '\n') + 1) {
        if (sscanf(line, "%15[^: \n]:%n", labels[label_count].name, &(int){0}) == 1 && line[strlen(labels[label_count].name)] == ':') {
            labels[label_count++].at = count;
            continue;
        }
        char text[64] = {0};
        memcpy(text, line, (size_t)(strchr(line, '\n') - line));
        sscanf(text, "%15s %15s %15s %15s", lines[count][0], lines[count][1], lines[count][2], lines[count][3]);
        count++;
    }
    for (int i = 0; i < count; i++) {
        char(*words)[16] = lines[i];
        program[i] = (Instruction){find_op(words[0]), operand(words[1], labels, label_count), operand(words[2], labels, label_count),
                                   operand(words[3], labels, label_count)};
    }
    return count;
}

static long execute(const Instruction *program, long *r) {
    long pc = 0, steps = 0;
    for (;;) {
        Instruction i = program[pc++];
        steps++;
        switch (i.op) {
            case SET: r[i.a] = i.b; break;
            case MUL: r[i.a] = r[i.b] * r[i.c]; break;
            case MOD: r[i.a] = r[i.b] % i.c; break;
            case ADD: r[i.a] = r[i.b] + r[i.c]; break;
            case EVEN: r[i.a] = r[i.b] % 2 == 0; break;
            case JZ: if (r[i.a] == 0) pc = i.b; break;
            case ADDI: r[i.a] = r[i.b] + i.c; break;
            case LESS: r[i.a] = r[i.b] < r[i.c]; break;
            case JNZ: if (r[i.a] != 0) pc = i.b; break;
            default: return steps;
        }
    }
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    Instruction program[MOST];
    long registers[8] = {0};
    assemble(program);
    registers[5] = atol(argv[1]);
    long steps = execute(program, registers);
    printf("%ld %ld\n", registers[0], steps);
}
