# Cooperative tasks on generators: round robin, sleeping by ticks, channels, joins, cancellation, deadlock detection.
class Task:
    count = 0

    def __init__(self, gen, name=None):
        Task.count += 1
        self.name = name or f"task{Task.count}"
        self.gen, self.result, self.error, self.done = gen, None, None, False
        self.waiters, self.inbox = [], None

    def __repr__(self):
        state = "failed" if self.error else "done" if self.done else "running"
        return f"<{self.name} {state}>"


class Sleep:
    def __init__(self, ticks): self.ticks = ticks


class Spawn:
    def __init__(self, gen, name=None): self.gen, self.name = gen, name


class Join:
    def __init__(self, task): self.task = task


class Cancel(Exception):
    pass


class Channel:
    def __init__(self, size=1):
        self.size, self.items, self.getters, self.putters = size, [], [], []

    def put(self, item): return ("put", self, item)
    def get(self): return ("get", self)


class Scheduler:
    def __init__(self):
        self.ready, self.sleeping, self.now, self.log, self.live = [], [], 0, [], 0

    def spawn(self, gen, name=None):
        task = Task(gen, name)
        self.live += 1
        self.ready.append((task, None))
        return task

    def note(self, *words):
        self.log.append(f"{self.now:3}: " + " ".join(map(str, words)))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.sleeping.sort(key=lambda s: s[:2])
                self.now = self.sleeping[0][0]
                while self.sleeping and self.sleeping[0][0] == self.now:
                    _, _, task = self.sleeping.pop(0)
                    self.ready.append((task, None))
            task, value = self.ready.pop(0)
            self.step(task, value)
        if self.live:
            self.note("deadlock,", self.live, "tasks blocked")
        return self

    def step(self, task, value):
        if task.done:
            return
        try:
            request = task.gen.throw(value) if isinstance(value, Exception) else task.gen.send(value)
        except StopIteration as stop:
            self.finish(task, result=stop.value)
        except Exception as e:
            self.finish(task, error=e)
        else:
            self.handle(task, request)

    def finish(self, task, result=None, error=None):
        task.done, task.result, task.error = True, result, error
        self.live -= 1
        self.note(task.name, "->", repr(error or result))
        for w in task.waiters:
            self.ready.append((w, error or result))

    def handle(self, task, request):
        match request:
            case None:
                self.ready.append((task, None))
            case Sleep(ticks=n):
                self.sleeping.append((self.now + n, len(self.log), task))
            case Spawn(gen=g, name=name):
                self.ready.append((task, self.spawn(g, name)))
            case Join(task=other):
                if other.done:
                    self.ready.append((task, other.error or other.result))
                else:
                    other.waiters.append(task)
            case ("put", Channel() as c, item):
                if c.getters:
                    self.ready += [(c.getters.pop(0), item), (task, None)]
                elif len(c.items) < c.size:
                    c.items.append(item)
                    self.ready.append((task, None))
                else:
                    c.putters.append((task, item))
            case ("get", Channel() as c):
                if c.items:
                    self.ready.append((task, c.items.pop(0)))
                    if c.putters:
                        putter, item = c.putters.pop(0)
                        c.items.append(item)
                        self.ready.append((putter, None))
                else:
                    c.getters.append(task)
            case ("cancel", Task() as other):
                self.ready += [(other, Cancel("stop")), (task, None)]
            case _:
                self.ready.append((task, TypeError(f"bad request {request!r}")))


s = Scheduler()


def producer(ch, n):
    for i in range(n):
        yield ch.put(i * i)
        s.note("produced", i * i)
        yield Sleep(2)
    yield ch.put(None)
    return f"{n} items"


def consumer(ch):
    total = 0
    while (item := (yield ch.get())) is not None:
        s.note("consumed", item)
        total += item
        yield Sleep(3)
    return total


def failing():
    yield Sleep(4)
    raise ValueError("task failed")


def endless():
    n = 0
    try:
        while True:
            n += 1
            yield Sleep(5)
    except Cancel:
        yield
        return f"cancelled after {n}"
    finally:
        s.note("endless cleans up")


def main():
    ch = Channel(2)
    p = yield Spawn(producer(ch, 4), "producer")
    c = yield Spawn(consumer(ch), "consumer")
    f = yield Spawn(failing(), "failing")
    e = yield Spawn(endless(), "endless")
    try:
        yield Join(f)
    except ValueError as err:
        s.note("main caught", err)
    s.note("sum is", (yield Join(c)), (yield Join(p)))
    yield ("cancel", e)
    s.note((yield Join(e)))
    try:
        yield "nonsense"
    except TypeError as err:
        s.note(err)
    return [p, c, f, e]


m = s.spawn(main(), "main")
s.run()
print(*s.log, sep="\n")
print(m.result, s.now, s.live)
d = Scheduler()
lonely = Channel()


def stuck():
    yield lonely.get()


d.spawn(stuck(), "stuck")
d.spawn(stuck(), "stuck2")
print(d.run().log)
