# sys.exit with a number: finally blocks run, output is flushed.
import sys
print("before")
try:
    try:
        sys.exit(7)
    finally:
        print("finally runs")
except ValueError:
    print("not caught here")
print("never")
