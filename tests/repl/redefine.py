def fib(n):
    return n if n < 2 else fib(n-1) + fib(n-2)

fib(20)
fib(20)
fib(20)
def fib(n): return "redefined"

fib(20)
def loop(n):
    t = 0
    for i in range(n):
        t += helper(i)
    return t

def helper(i): return i * 2

loop(60000)
loop(60000)
def helper(i): return i * 3

loop(60000)
range = lambda n: [1, 2, 3]
loop(10)
del range
loop(60000)
class P:
    def __init__(self, x):
        self.x = x
    def get(self):
        return self.x

def mk(n):
    s = 0
    for i in range(n):
        s += P(i).get()
    return s

mk(60000)
mk(60000)
class P:
    def __init__(self, x):
        self.y = x
    def get(self):
        return 1

mk(60000)
P.get = lambda self: 5
mk(10)
class P(P):
    def get(self):
        return super().get() + 1

mk(60000)
total = 0
for i in range(90000): total += i

total
i = 0
while i < 60000:
    i += 1

i
def gen(n):
    for k in range(n):
        yield k * factor

factor = 2
sum(gen(40000))
factor = 3
sum(gen(40000))
factor = 1.5
sum(gen(40000))
len = lambda x: 77
def uselen(n):
    t = 0
    for i in range(n): t += len([i])
    return t

uselen(100000)
del len
uselen(100000)
uselen(100000)
g = globals()
g['zz'] = 12
zz
g['zz'] = 13
zz
'zz' in dir()
g['fib'] = lambda n: n
fib(9)
