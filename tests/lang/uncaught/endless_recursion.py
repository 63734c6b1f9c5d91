# The traceback of a recursion without end shows how the program came into it.
def down(n):
    return down(n + 1)


def main():
    print("start")
    down(0)


main()
