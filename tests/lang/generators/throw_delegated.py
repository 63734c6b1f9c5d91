# throw() hands what it was given to the iterator that is delegated to; only where it is raised must it be an exception.
class Steady:
    def __iter__(self):
        return self

    def __next__(self):
        return 'next'


class Catching(Steady):
    def throw(self, *what):
        print('thrown', what)
        if what[0] == 'stop':
            raise StopIteration('stopped')
        return 'caught'

    def close(self):
        print('closed')


def over(iterator):
    print('result', (yield from iterator))
    yield 'after'


g = over(Catching())
print(next(g), g.throw(123), g.throw(ZeroDivisionError), g.throw(ValueError, 'text'), g.throw(ValueError, 'text', None))
print(g.throw('stop'))
g = over(Catching())
next(g)
try:
    g.throw(GeneratorExit)
except GeneratorExit as e:
    print('exit', repr(e))
g = over(over(Catching()))
next(g)
print(g.throw('deep'))
g.close()

for what in ((123,), (ValueError,), (ValueError('a'),), (ValueError, 'b'), (ValueError('a'), 'b'), (ValueError, ValueError('c'))):
    g = over(Steady())
    next(g)
    try:
        g.throw(*what)
    except Exception as e:
        print(type(e).__name__, e, end=' ')
    print(next(g, 'ended'))


def plain():
    print(g.gi_running)
    yield 1


g = plain()
print(g.gi_running, g.__name__, g.__qualname__, g.gi_yieldfrom)
next(g)
try:
    g.throw(5)
except TypeError as e:
    print(e)
it = iter([1, 2])
g = (lambda: (yield from it))()
next(g)
print(g.gi_yieldfrom is it, list(g), g.gi_yieldfrom)
