#include <stdio.h>
#include <stdlib.h>

typedef struct Tree {
    struct Tree *left, *right;
} Tree;

static Tree *make_tree(int depth) {
    Tree *tree = malloc(sizeof *tree);
    tree->left = depth == 0 ? NULL : make_tree(depth - 1);
    tree->right = depth == 0 ? NULL : make_tree(depth - 1);
    return tree;
}

static long count_tree(const Tree *tree) { return tree->left ? 1 + count_tree(tree->left) + count_tree(tree->right) : 1; }

static void free_tree(Tree *tree) {
    if (tree->left) free_tree(tree->left), free_tree(tree->right);
    free(tree);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    int deepest = atoi(argv[1]);
    Tree *kept = make_tree(deepest);
    for (int depth = 4; depth <= deepest; depth += 4) {
        long rounds = 1l << (deepest - depth + 4), total = 0;
        for (long i = 0; i < rounds; i++) {
            Tree *tree = make_tree(depth);
            total += count_tree(tree);
            free_tree(tree);
        }
        printf("%ld %d %ld\n", rounds, depth, total);
    }
    printf("%ld\n", count_tree(kept));
    free_tree(kept);
}
