# Perfect binary trees made and dropped: allocation, collection, and walks over pointers.
import sys


class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def count(self):
        if self.left is None:
            return 1
        return 1 + self.left.count() + self.right.count()


def make_tree(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(make_tree(depth - 1), make_tree(depth - 1))


def main():
    deepest = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    kept = make_tree(deepest)
    for depth in range(4, deepest + 1, 4):
        rounds = 1 << (deepest - depth + 4)
        total = 0
        for _ in range(rounds):
            total += make_tree(depth).count()
        print(rounds, depth, total)
    print(kept.count())


main()
