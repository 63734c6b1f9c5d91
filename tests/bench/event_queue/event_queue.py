# A shop simulated by events: a binary heap of objects ordered by time, written out.
import sys

ARRIVE, SERVED, LEAVE = range(3)


class Event:
    def __init__(self, time, kind, customer):
        self.time = time
        self.kind = kind
        self.customer = customer

    def __lt__(self, other):
        if self.time != other.time:
            return self.time < other.time
        return self.customer < other.customer


class EventQueue:
    def __init__(self):
        self.items = []

    def push(self, event):
        items = self.items
        items.append(event)
        at = len(items) - 1
        while at > 0:
            parent = (at - 1) >> 1
            if not event < items[parent]:
                break
            items[at] = items[parent]
            at = parent
        items[at] = event

    def pop(self):
        items = self.items
        top = items[0]
        last = items.pop()
        size = len(items)
        if size == 0:
            return top
        at = 0
        while True:
            child = 2 * at + 1
            if child >= size:
                break
            if child + 1 < size and items[child + 1] < items[child]:
                child += 1
            if not items[child] < last:
                break
            items[at] = items[child]
            at = child
        items[at] = last
        return top


class Shop:
    def __init__(self, servers):
        self.queue = EventQueue()
        self.free = servers
        self.line = []
        self.head = 0
        self.seed = 99
        self.checksum = 0
        self.longest = 0

    def random(self, limit):
        self.seed = self.seed * 16807 % 2147483647
        return self.seed % limit

    def serve(self, customer, time):
        self.free -= 1
        self.queue.push(Event(time + 20 + self.random(200), SERVED, customer))

    def handle(self, event):
        time = event.time
        customer = event.customer
        if event.kind == ARRIVE:
            if self.free > 0:
                self.serve(customer, time)
            else:
                self.line.append(customer)
                self.longest = max(self.longest, len(self.line) - self.head)
        elif event.kind == SERVED:
            self.free += 1
            self.queue.push(Event(time + self.random(500), LEAVE, customer))
            if self.head < len(self.line):
                self.serve(self.line[self.head], time)
                self.head += 1
        self.checksum = (self.checksum * 7 + time + event.kind + customer) % 1000003


def main():
    customers = int(sys.argv[1]) if len(sys.argv) > 1 else 79000
    shop = Shop(8)
    time = 0
    for customer in range(customers):
        time += shop.random(30)
        shop.queue.push(Event(time, ARRIVE, customer))
    handled = 0
    while shop.queue.items:
        shop.handle(shop.queue.pop())
        handled += 1
    print(handled, shop.longest, shop.checksum)


main()
