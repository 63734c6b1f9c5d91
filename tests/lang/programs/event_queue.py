# A discrete-event simulation of a small shop on a hand-written binary heap.
class Heap:
    def __init__(self):
        self.items = []

    def push(self, item):
        self.items.append(item)
        i = len(self.items) - 1
        while i > 0 and self.items[i] < self.items[(i - 1) // 2]:
            parent = (i - 1) // 2
            self.items[i], self.items[parent] = self.items[parent], self.items[i]
            i = parent

    def pop(self):
        if not self.items:
            raise IndexError("pop from an empty heap")
        top, last = self.items[0], self.items.pop()
        if self.items:
            self.items[0] = last
            self._down(0)
        return top

    def _down(self, i):
        n = len(self.items)
        while (child := 2 * i + 1) < n:
            if child + 1 < n and self.items[child + 1] < self.items[child]:
                child += 1
            if not self.items[child] < self.items[i]:
                break
            self.items[i], self.items[child] = self.items[child], self.items[i]
            i = child

    def __len__(self):
        return len(self.items)


class Event:
    serial = 0

    def __init__(self, time, action, *args):
        self.time, self.action, self.args = time, action, args
        Event.serial += 1
        self.order = Event.serial

    def __lt__(self, other):
        return (self.time, self.order) < (other.time, other.order)


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & (1 << 64) - 1
        return (self.state >> 33) % n


class Shop:
    def __init__(self, clerks, seed):
        self.now, self.queue, self.events = 0, [], Heap()
        self.free, self.rng = clerks, Random(seed)
        self.served, self.waited, self.longest, self.left = 0, 0, 0, 0
        self.log = []

    def at(self, delay, action, *args):
        self.events.push(Event(self.now + delay, action, *args))

    def arrive(self, number):
        if len(self.queue) >= 4:
            self.left += 1
            self.note(f"customer {number} leaves")
        else:
            self.queue.append((number, self.now))
            self.longest = max(self.longest, len(self.queue))
            self.serve()
        if number < 60:
            self.at(1 + self.rng.below(5), self.arrive, number + 1)

    def serve(self):
        while self.free and self.queue:
            number, since = self.queue.pop(0)
            self.free -= 1
            self.waited += self.now - since
            self.at(3 + self.rng.below(8), self.finish, number)

    def finish(self, number):
        self.free += 1
        self.served += 1
        if number % 15 == 0:
            self.note(f"customer {number} done")
        self.serve()

    def note(self, text):
        self.log.append(f"[{self.now:4}] {text}")

    def run(self):
        self.at(0, self.arrive, 1)
        while self.events:
            event = self.events.pop()
            self.now = event.time
            event.action(*event.args)
        return self


for clerks in (1, 2, 3):
    shop = Shop(clerks, 2024).run()
    print(f"{clerks} clerks: time {shop.now}, served {shop.served}, left {shop.left}, waited {shop.waited / max(1, shop.served):.2f}, longest queue {shop.longest}")
    print(*shop.log[:6], sep="\n")
h = Heap()
r = Random(1)
values = [r.below(1000) for _ in range(200)]
for v in values:
    h.push(v)
out = [h.pop() for _ in range(len(h))]
print(out == sorted(values), out[:8], len(h))
try:
    h.pop()
except IndexError as e:
    print(e)
