# Spheres over a chequered floor, with shadows and mirrors: small vectors made and dropped, operators of a class.
from __future__ import annotations

import math
import sys


class Vector:
    __slots__ = ("x", "y", "z")

    def __init__(self, x: float, y: float, z: float) -> None:
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other: Vector) -> Vector:
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: Vector) -> Vector:
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def scaled(self, factor: float) -> Vector:
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other: Vector) -> float:
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self) -> Vector:
        return self.scaled(1.0 / math.sqrt(self.dot(self)))


class Ray:
    def __init__(self, origin: Vector, direction: Vector) -> None:
        self.origin = origin
        self.direction = direction

    def at(self, distance: float) -> Vector:
        return self.origin + self.direction.scaled(distance)


class Sphere:
    def __init__(self, centre: Vector, radius: float, brightness: float, mirror: float) -> None:
        self.centre = centre
        self.radius = radius
        self.brightness = brightness
        self.mirror = mirror

    def hit(self, ray: Ray) -> float:
        """The distance along the ray; 0.0 for none."""
        offset = ray.origin - self.centre
        b = offset.dot(ray.direction)
        c = offset.dot(offset) - self.radius * self.radius
        square = b * b - c
        if square < 0.0:
            return 0.0
        distance = -b - math.sqrt(square)
        return distance if distance > 0.0001 else 0.0

    def normal(self, point: Vector) -> Vector:
        return (point - self.centre).unit()

    def shade(self, point: Vector) -> float:
        return self.brightness


class Floor:
    def __init__(self, height: float, mirror: float) -> None:
        self.height = height
        self.mirror = mirror

    def hit(self, ray: Ray) -> float:
        if ray.direction.y > -0.0001:
            return 0.0
        distance = (self.height - ray.origin.y) / ray.direction.y
        return distance if distance > 0.0001 else 0.0

    def normal(self, point: Vector) -> Vector:
        return Vector(0.0, 1.0, 0.0)

    def shade(self, point: Vector) -> float:
        if (math.floor(point.x) + math.floor(point.z)) % 2 == 0:
            return 0.9
        return 0.2


class Scene:
    def __init__(self) -> None:
        self.things: list[Floor | Sphere] = [Floor(-1.0, 0.1)]
        for i in range(6):
            centre = Vector(i * 1.1 - 2.8, i % 3 * 0.5 - 0.5, 4.0 + i % 2)
            self.things.append(Sphere(centre, 0.5 + 0.05 * i, 0.4 + 0.1 * i, 0.1 * i))
        self.light = Vector(-3.0, 6.0, -2.0)

    def nearest(self, ray: Ray) -> tuple[Floor | Sphere | None, float]:
        best = None
        closest = 1e30
        for thing in self.things:
            distance = thing.hit(ray)
            if distance > 0.0 and distance < closest:
                best = thing
                closest = distance
        return best, closest

    def trace(self, ray: Ray, depth: int) -> float:
        thing, distance = self.nearest(ray)
        if thing is None:
            return 0.3 + 0.2 * ray.direction.y
        point = ray.at(distance)
        normal = thing.normal(point)
        to_light = (self.light - point).unit()
        light = 0.1
        cosine = normal.dot(to_light)
        if cosine > 0.0 and self.nearest(Ray(point, to_light))[0] is None:
            light += cosine
        result = thing.shade(point) * light
        if depth > 0 and thing.mirror > 0.0:
            turned = ray.direction - normal.scaled(2.0 * normal.dot(ray.direction))
            result = result * (1.0 - thing.mirror) + self.trace(Ray(point, turned), depth - 1) * thing.mirror
        return result


def main() -> None:
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 310
    scene = Scene()
    total = 0.0
    checksum = 0
    for row in range(size):
        for column in range(size):
            x = (column + 0.5) / size * 2.0 - 1.0
            y = 1.0 - (row + 0.5) / size * 2.0
            value = scene.trace(Ray(Vector(0.0, 0.0, -1.0), Vector(x, y, 1.5).unit()), 3)
            total += value
            checksum = (checksum * 31 + int(value * 255.0)) % 1000003
    print(f"{total:.6f} {checksum}")


main()
