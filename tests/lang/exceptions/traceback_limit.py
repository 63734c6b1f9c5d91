import traceback, sys
def deep(n): return deep(n - 1) if n else 1 / 0
def outer():
    try: deep(3)
    except ZeroDivisionError as e: raise ValueError('v') from e
def run(**kw):
    try: outer()
    except ValueError as e:
        print(''.join(traceback.format_exception(e, **kw)))
        print(traceback.format_tb(e.__traceback__, kw.get('limit')), len(traceback.extract_tb(e.__traceback__)))
for l in (None, 1, 2, 10, 0, -1, -2, -10): run(limit=l)
run(limit=1, chain=False)
try: outer()
except ValueError as e:
    traceback.print_exc(limit=1, file=sys.stdout); traceback.print_tb(e.__traceback__, 1, sys.stdout); traceback.print_exception(e, limit=-1, file=sys.stdout)
    print(traceback.format_exc(limit=1) == traceback.format_exc(1), traceback.format_exception_only(e), traceback.format_tb(None))
