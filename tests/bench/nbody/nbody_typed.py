# Five bodies under gravity, integrated step by step: floating point on the fields of a few objects.
import math
import sys


class Body:
    def __init__(self, x: float, y: float, z: float, vx: float, vy: float, vz: float, mass: float) -> None:
        self.x = x
        self.y = y
        self.z = z
        self.vx = vx
        self.vy = vy
        self.vz = vz
        self.mass = mass


def make_system() -> list[Body]:
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 40.0),
        Body(5.0, -1.2, -0.1, 0.6, 2.8, -0.03, 0.038),
        Body(8.3, 4.1, -0.4, -1.01, 1.82, 0.008, 0.011),
        Body(12.9, -15.1, -0.22, 1.08, 0.87, -0.01, 0.0017),
        Body(15.4, -25.9, 0.18, 0.98, 0.59, -0.035, 0.002),
    ]


def rest_momentum(bodies: list[Body]) -> None:
    px = py = pz = 0.0
    for body in bodies:
        px += body.vx * body.mass
        py += body.vy * body.mass
        pz += body.vz * body.mass
    sun = bodies[0]
    sun.vx = -px / sun.mass
    sun.vy = -py / sun.mass
    sun.vz = -pz / sun.mass


def energy(bodies: list[Body]) -> float:
    total = 0.0
    for i in range(len(bodies)):
        a = bodies[i]
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for j in range(i + 1, len(bodies)):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            total -= a.mass * b.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def advance(bodies: list[Body], dt: float) -> None:
    count = len(bodies)
    for i in range(count):
        a = bodies[i]
        for j in range(i + 1, count):
            b = bodies[j]
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            scale = dt / (square * math.sqrt(square))
            to_a = b.mass * scale
            to_b = a.mass * scale
            a.vx -= dx * to_a
            a.vy -= dy * to_a
            a.vz -= dz * to_a
            b.vx += dx * to_b
            b.vy += dy * to_b
            b.vz += dz * to_b
    for body in bodies:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def main() -> None:
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 220000
    bodies = make_system()
    rest_momentum(bodies)
    print(f"{energy(bodies):.6f}")
    for _ in range(steps):
        advance(bodies, 0.01)
    print(f"{energy(bodies):.6f}")


main()
