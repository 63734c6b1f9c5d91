# An object-oriented simulation with several interacting classes and a tick clock.
class Passenger:
    serial = 0

    def __init__(self, origin, target, now):
        Passenger.serial += 1
        self.id, self.origin, self.target, self.since = Passenger.serial, origin, target, now

    @property
    def direction(self):
        return 1 if self.target > self.origin else -1

    def __repr__(self):
        return f"p{self.id}({self.origin}->{self.target})"


class Floor:
    def __init__(self, number):
        self.number, self.waiting = number, []

    def __bool__(self):
        return bool(self.waiting)

    def board(self, direction, room):
        going = [p for p in self.waiting if p.direction == direction][:room]
        self.waiting = [p for p in self.waiting if p not in going]
        return going


class Elevator:
    CAPACITY = 4

    def __init__(self, name, building, floor=0):
        self.name, self.building, self.floor, self.direction, self.inside = name, building, floor, 0, []
        self.moved = 0

    def wants_stop(self):
        return any(p.target == self.floor for p in self.inside) or (len(self.inside) < self.CAPACITY and any(p.direction == self.direction or not self.inside for p in self.building.floors[self.floor].waiting))

    def tick(self, now):
        floor = self.building.floors[self.floor]
        if self.wants_stop():
            out = [p for p in self.inside if p.target == self.floor]
            self.inside = [p for p in self.inside if p.target != self.floor]
            for p in out:
                self.building.arrived.append((p, now - p.since))
            if not self.inside and floor:
                self.direction = floor.waiting[0].direction
            entered = floor.board(self.direction, self.CAPACITY - len(self.inside))
            self.inside += entered
            if out or entered:
                self.building.note(now, f"{self.name}@{self.floor} out {out} in {entered}")
                return
        self.choose()
        self.floor += self.direction
        self.moved += abs(self.direction)

    def choose(self):
        if self.inside:
            targets = [p.target for p in self.inside]
            ahead = [t for t in targets if (t - self.floor) * self.direction > 0]
            if not ahead:
                self.direction = 1 if targets[0] > self.floor else -1
            return
        calls = [f.number for f in self.building.floors if f]
        if not calls:
            self.direction = 0
        else:
            nearest = min(calls, key=lambda n: (abs(n - self.floor), n))
            self.direction = (nearest > self.floor) - (nearest < self.floor)


class Building:
    def __init__(self, floors, elevators):
        self.floors = [Floor(n) for n in range(floors)]
        self.elevators = [Elevator(chr(65 + i), self, i * floors // elevators) for i in range(elevators)]
        self.arrived, self.log = [], []

    def note(self, now, text):
        self.log.append(f"t{now}: {text}")

    def call(self, origin, target, now):
        if origin == target or not (0 <= origin < len(self.floors) and 0 <= target < len(self.floors)):
            raise ValueError(f"bad call {origin}->{target}")
        self.floors[origin].waiting.append(Passenger(origin, target, now))

    def idle(self):
        return not any(self.floors) and not any(e.inside for e in self.elevators)

    def run(self, calls, limit=500):
        calls = sorted(calls)
        now = 0
        while (calls or not self.idle()) and now < limit:
            while calls and calls[0][0] <= now:
                _, a, b = calls.pop(0)
                try:
                    self.call(a, b, now)
                except ValueError as e:
                    self.note(now, e)
            for e in self.elevators:
                e.tick(now)
            now += 1
        return now


def traffic(n, floors, seed):
    for i in range(n):
        seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
        a = seed >> 8
        yield i * 3, a % floors, a // floors % floors


for elevators in (1, 2, 3):
    Passenger.serial = 0
    b = Building(8, elevators)
    end = b.run(traffic(25, 8, 99))
    waits = sorted(w for _, w in b.arrived)
    print(f"{elevators} elevators: end {end}, arrived {len(b.arrived)}, mean {sum(waits) / len(waits):.2f}, median {waits[len(waits) // 2]}, worst {waits[-1]}, moved {[e.moved for e in b.elevators]}")
    print(*b.log[:5], sep="\n")
print(b.arrived[:3], [f.number for f in b.floors if f], len(b.log))
