# Finally blocks and context managers run on the way out, before the traceback.
import sys


class Guard:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        print("guard saw", kind.__name__, value)


def work():
    try:
        with Guard():
            raise ValueError("an uncaught \"problem\"\nwith two lines")
    finally:
        print("finally in work")


try:
    work()
finally:
    print("finally in main")
    sys.stdout.flush()
