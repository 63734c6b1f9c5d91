# A loop steered by a configuration read at run time: options that never change while it runs decide each step.
import sys

TEXT = """
clip = yes
scale = 3
offset = -17
wrap = 1021
mode = mix
smooth = no
trace = no
weight = 0.75
"""


class Config:
    def __init__(self, text):
        values = {}
        for line in text.split("\n"):
            if "=" in line:
                key, value = line.split("=")
                values[key.strip()] = value.strip()
        self.clip = values["clip"] == "yes"
        self.scale = int(values["scale"])
        self.offset = int(values["offset"])
        self.wrap = int(values["wrap"])
        self.mode = values["mode"]
        self.smooth = values["smooth"] == "yes"
        self.trace = values["trace"] == "yes"
        self.weight = float(values["weight"])


def process(config, value, previous):
    if config.trace:
        print(value)
    value = value * config.scale + config.offset
    if config.clip:
        if value < 0:
            value = 0
        elif value > 100000:
            value = 100000
    if config.mode == "mix":
        value = value + previous
    elif config.mode == "alternate":
        value = value - previous
    elif config.mode == "drop":
        value = previous
    if config.smooth:
        value = (value + previous) // 2
    return value % config.wrap


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 4800000
    config = Config(TEXT)
    previous = 0
    level = 0.0
    total = 0
    for i in range(steps):
        previous = process(config, i % 977, previous)
        level = level * config.weight + previous * (1.0 - config.weight)
        total = (total + previous) % 1000003
    print(total, f"{level:.6f}")


main()
