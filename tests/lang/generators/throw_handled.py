import sys
def gen1():
    try:
        yield 1
    except ValueError:
        print('in handler', sys.exc_info()[0])
        yield sys.exc_info()[0]
        print('after', sys.exc_info()[0])
    yield sys.exc_info()[0]
g = gen1()
print(next(g), g.throw(ValueError), sys.exc_info()[0], next(g))
def store_raise_exc_generator():
    try:
        print('start', sys.exc_info()[0])
        yield
    except Exception as exc:
        print('exc', sys.exc_info()[0])
        print(exc.__context__)
        yield
        print('exc2', sys.exc_info()[0])
        yield
        # ensure that the exception is not lost
        raise
make = store_raise_exc_generator()
next(make)
try:
    raise ValueError()
except Exception as exc:
    try:
        make.throw(exc)
    except Exception: pass
next(make)
try: next(make)
except ValueError as cm: print('VE', cm.__context__)
def gen2():
    try: yield
    except Exception: print('ctx', sys.exc_info()[1].__context__); raise RuntimeError('r')
def f():
    yield
    raise KeyError('a')
g = gen2(); next(g)
try:
    try: raise KeyError('a')
    except Exception as e: g.throw(ValueError('v'))
except Exception as e:
    c = e
    while c: print(repr(c)); c = c.__context__
def inner():
    try: raise KeyError('a')
    except Exception: yield
def outer():
    yield from inner()
g = outer(); g.send(None)
try: g.throw(ValueError)
except Exception as e: print(repr(e), repr(e.__context__))
