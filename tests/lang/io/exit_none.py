# exit forms that mean success, and catching SystemExit.
import sys
for arg in ((), (None,), (0,), (3,), (True,), ("x",), ([1],)):
    try:
        sys.exit(*arg)
    except SystemExit as e:
        print(arg, e.code, e.args)
try:
    raise SystemExit
except BaseException as e:
    print(type(e).__name__, e.code)


def f():
    try:
        sys.exit(5)
    finally:
        print("cleanup")


try:
    f()
except SystemExit:
    print("stopped the exit")
try:
    sys.exit(2)
except Exception:
    print("Exception does not catch it")
finally:
    print("last words")
    sys.exit()
