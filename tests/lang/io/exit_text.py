# sys.exit with a text prints it to stderr and exits 1.
import sys


def main():
    print("working")
    sys.exit("fatal: something")


try:
    main()
except SystemExit as e:
    print("code", repr(e.code), e.args)
sys.stderr.write("to stderr\n")
print("also to stderr", file=sys.stderr)
sys.stdout.write("to stdout\n")
main()
