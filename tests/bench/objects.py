class Body:
    def __init__(self, x, v):
        self.x = x
        self.v = v

    def step(self, dt):
        self.x = self.x + self.v * dt
        return self.x

    def distance(self, other):
        return self.x - other.x


def run(n):
    a, b = Body(0, 1), Body(100, 2)
    total = 0
    for i in range(n):
        a.step(1)
        b.step(1)
        total = (total + b.distance(a)) & 0xFFFFFF
        if i & 15 == 0:
            a = Body(i, 1)
    return total


print(run(1500000))
