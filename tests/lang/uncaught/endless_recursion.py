# The traceback of a recursion without end shows how the program came into it.
# no-stress gc: every collection would look through the whole deep stack
def down(n):
    return down(n + 1)


def main():
    print("start")
    down(0)


main()
