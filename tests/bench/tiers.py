#!/usr/bin/python3
"""Measures what the hybrid engine promises, on an idle machine; it is not part of the tests.

    tests/bench/tiers.py [--otter PATH] [--runs N] [peak] [osr] [flip] [overhead] [compile] [steady]

peak      after how many milliseconds a program runs at 95 % of the speed it reaches (goal 300)
osr       after how many milliseconds one call with one long loop is in T2 (goal 1) and in T3 (goal 30)
flip      speed of a program whose types never settle, by that of T2 code alone (goal at least 0.5)
overhead  processor time with sampling every millisecond, by that with hardly any, T3 left out (goal at most 1.01)
compile   nanoseconds per operation that T2 takes to compile (goal 30; build/unit/test_baseline)
steady    hybrid by static user time between the 1 s and the 10 s sizes of the suite (goal 1.1); NAME=... for some of it
"""

import argparse
import os
import pathlib
import re
import statistics
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

# Rounds of equal work; each prints when it ended, in milliseconds since the first began.
PEAK = """
import time
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    def dot(self, other):
        return self.x * other.x + self.y * other.y
def work():
    points = [Point(i * 0.5, i + 1.5) for i in range(40)]
    total = 0.0
    for p in points:
        for q in points:
            total += p.dot(q)
    for n in range(1, 40):
        total += collatz(n)
    return total
start = time.perf_counter()
ends = []
while time.perf_counter() - start < 2:
    work()
    ends.append(time.perf_counter() - start)
print(" ".join(f"{end * 1000:.4f}" for end in ends))
"""

# One call, one loop: the slowest tier's rounds are long, so a change of tier shows in the time of a thousand of them.
OSR = """
import time
def run(n, clock, ends):
    a, b, i = 1, 3, 0
    while i < n:
        a = (a * 31 + i) % 65537
        b = b + a if b < 1000000 else b - 999983
        i += 1
        if i % 250 == 0:
            ends.append(clock())
    return a, b
ends = []
start = time.perf_counter()
run(6000000, time.perf_counter, ends)
print(" ".join(f"{(end - start) * 1000:.4f}" for end in ends))
"""

FLIP = """
def work(items, n):
    t = 0
    for k in range(n):
        for x in items:
            if type(x) is not str:
                t = t + x
    return t
kinds = [[1, 2, 3], [1.5, 2.5, 3.5], [True, False, 2], ["a", 1, 2], [1 << 70, 2, 3], [1, 2.5, True]]
total = 0
for i in range(600000):
    total += work(kinds[i % 6], 3)
print(total)
"""


def run(command, **how):
    return subprocess.run(command, check=True, capture_output=True, text=True, **how).stdout


def user_seconds(command):
    """The least of the runs, processor time of the program's own process."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return os.wait4(process.pid, 0)[2].ru_utime


def least(command, runs):
    return min(user_seconds(command) for _ in range(runs))


def rates(ends, window):
    """(when, rounds per millisecond) over windows of so many rounds."""
    return [(ends[i], window / max(ends[i] - ends[i - window], 1e-6)) for i in range(window, len(ends), window)]


def reached(points, share):
    """When the rate first stays at the share of the median of the last half, for three windows."""
    peak = statistics.median(rate for _, rate in points[len(points) // 2:])
    for i in range(len(points) - 2):
        if all(rate >= share * peak for _, rate in points[i:i + 3]):
            return points[i][0]
    return float("nan")


def program(folder, name, text):
    path = folder / f"{name}.py"
    path.write_text(text)
    return str(path)


def peak(options, folder):
    path, found = program(folder, "peak", PEAK), []
    for _ in range(options.runs):
        ends = [float(end) for end in run([options.otter, "run", "--no-cache", path]).split()]
        found.append(reached(rates(ends, max(1, len(ends) // 400)), 0.95))
    print(f"peak: 95 % after {statistics.median(found):.0f} ms (of {options.runs} runs: {', '.join(f'{f:.0f}' for f in found)}); goal 300")


def osr(options, folder):
    path = program(folder, "osr", OSR)
    t2, t3 = [], []
    for _ in range(options.runs):
        ends = [float(end) for end in run([options.otter, "run", "--no-cache", "--tier-max=2", path]).split()]
        t2.append(reached(rates(ends, 1), 0.7))
        ends = [float(end) for end in run([options.otter, "run", "--no-cache", path]).split()]
        t3.append(reached(rates(ends, 4), 0.8))
    print(f"osr: T2 after {statistics.median(t2):.2f} ms (goal 1), T3 after {statistics.median(t3):.1f} ms (goal 30)")


def flip(options, folder):
    path = program(folder, "flip", FLIP)
    below = least([options.otter, "run", "--no-cache", "--tier-max=2", path], options.runs)
    hybrid = least([options.otter, "run", "--no-cache", path], options.runs)
    print(f"flip: {below / hybrid:.2f} of the speed of T2 code; goal at least 0.5")


def overhead(options, folder):
    ratios = []
    for text in (PEAK.replace("while time.perf_counter() - start < 2:", "for k in range(300):"), FLIP):
        path = program(folder, "overhead", text)
        plain, sampled = [options.otter, "run", "--no-cache", "--tier-max=2", "--profile-interval=1000000", path], \
            [options.otter, "run", "--no-cache", "--tier-samples=1000000", path]
        times = [(user_seconds(plain), user_seconds(sampled)) for _ in range(3 * options.runs)]
        ratios.append(min(b for _, b in times) / min(a for a, _ in times))
    print(f"overhead: {', '.join(f'{ratio:.3f}' for ratio in ratios)}; goal 1.01")


def compile_baseline(options, folder):
    said = run([str(pathlib.Path(options.otter).parent / "unit" / "test_baseline")], cwd=ROOT)
    print("compile:", " ".join(line for line in said.splitlines() if re.search(r"\bns\b", line)) or said.strip())


def steady(options, folder):
    logs, wanted = [], [name[5:] for name in options.what if name.startswith("NAME=")]
    for line in (HERE / "sizes").read_text().splitlines():
        if line.startswith("#") or not line.strip():
            continue
        name, _, _, second, ten = line.split()
        if wanted and name not in wanted:
            continue
        source, built = str(HERE / name / f"{name}.py"), str(folder / name)
        run([options.otter, "build", source, "-o", built])
        took = [least([*command, size], 2) for command in ([built], [options.otter, "run", "--no-cache", source]) for size in (second, ten)]
        ratio = max(took[3] - took[2], 1e-3) / max(took[1] - took[0], 1e-3)
        logs.append(ratio)
        print(f"steady: {name:20} static {took[1]:6.2f} s, hybrid {took[3]:6.2f} s, between the sizes {ratio:.2f}", flush=True)
    print(f"steady: geometric mean {statistics.geometric_mean(logs):.2f}; goal 1.1")


PARTS = {"peak": peak, "osr": osr, "flip": flip, "overhead": overhead, "compile": compile_baseline, "steady": steady}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--otter", default=str(ROOT / "build" / "otter"))
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("what", nargs="*")
    options = parser.parse_args()
    chosen = [name for name in options.what if name in PARTS] or (["steady"] if options.what else list(PARTS))
    with tempfile.TemporaryDirectory() as folder:
        for name in chosen:
            PARTS[name](options, pathlib.Path(folder))


if __name__ == "__main__":
    main()
