# An uncaught exception: traceback on stderr, exit code 1, stdout kept.
def divide(a, b):
    return a / b


def main():
    print("before")
    divide(1, 0)
    print("never")


main()
