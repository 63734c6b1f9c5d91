import os, threading
def work(n):
    t = 0
    for i in range(n):
        t += i & 3
    return t

work(600000)
os.system("echo from another program; exit 3") >> 8
sums = [0, 0, 0]
def note(k):
    sums[k] = work(100000 * (k + 1))

threads = [threading.Thread(target=note, args=(k,)) for k in range(3)]
for t in threads: t.start()

for t in threads: t.join()

sums
class Counter:
    def __init__(self):
        self.n = 0
    def add(self, k):
        self.n += k
        return self

c = Counter()
for i in range(200000): _ = c.add(i)

c.n
def note(k):
    sums[k] = -k

threads = [threading.Thread(target=note, args=(k,)) for k in range(3)]
for t in threads: t.start()

for t in threads: t.join()

sums
os.system("exit 0")
work(600001)
