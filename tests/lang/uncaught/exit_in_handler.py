# SystemExit from a handler: no traceback, its own code.
import sys
try:
    1 / 0
except ZeroDivisionError:
    print("exiting")
    sys.exit(9)
