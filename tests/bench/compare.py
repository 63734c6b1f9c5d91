#!/usr/bin/python3
"""Times Otter against CPython, LuaJIT and C: speed, tiers and start-up.

    tests/bench/compare.py [--otter PATH] [--runs N] [speed] [tiers] [startup] [build] [memory]

The contestants take turns, so that a busy moment hits all alike; what counts is the
ratio of medians within one session. Run it on an idle machine; it is not part of the
tests, since a loaded machine would fail them for nothing.
"""

import argparse
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PYTHON = "/usr/bin/python3"


def seconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def measure(contestants, runs):
    """Medians in milliseconds by name, the contestants run in turns."""
    times = {name: [] for name in contestants}
    for command in contestants.values():
        seconds(command)
    for _ in range(runs):
        for name, command in contestants.items():
            times[name].append(seconds(command))
    return {name: statistics.median(values) * 1000 for name, values in times.items()}


def show(title, medians, goals):
    """goals: (name, other, greatest ratio of name to other)."""
    print(title)
    for name, ms in sorted(medians.items(), key=lambda item: item[1]):
        print(f"  {name:<16} {ms:9.2f} ms")
    for name, other, most in goals:
        if name in medians and other in medians:
            ratio = medians[name] / medians[other]
            print(f"  {name} / {other} = {ratio:.3f} (goal: at most {most:.3f}) {'met' if ratio <= most else 'MISSED'}")


def speed(options, scratch):
    otter, lua = str(options.otter), shutil.which("luajit")
    for stem in ("fib", "loop", "while"):
        source = str(HERE / f"{stem}.py")
        contestants = {"cpython": [PYTHON, source], "otter interp": [otter, "run", "--mode=interp", source],
                       "otter jit": [otter, "run", "--mode=jit", source]}
        binary = str(scratch / stem)
        if subprocess.run([otter, "build", source, "-o", binary]).returncode == 0:
            contestants["otter build"] = [binary]
        if lua:
            contestants["luajit -joff"] = [lua, "-joff", str(HERE / f"{stem}.lua")]
            contestants["luajit"] = [lua, str(HERE / f"{stem}.lua")]
        show(stem, measure(contestants, options.runs), [("otter interp", "cpython", 1 / 3), ("otter interp", "luajit -joff", 1.0)])


def cpu_seconds(command):
    """Of one run; on a busy machine it says more than the time that passes."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    usage = os.wait4(process.pid, 0)[2]
    return usage.ru_utime + usage.ru_stime


def tiers(options, scratch):
    """The tiers below LLVM, least CPU time of the runs, the interpreter's time to each."""
    otter, lua = str(options.otter), shutil.which("luajit")
    for stem in ("fib", "loop", "while", "objects"):
        source, twin = str(HERE / f"{stem}.py"), str(HERE / f"{stem}.lua")
        contestants = {mode: [otter, "run", f"--mode={mode}", source] for mode in ("interp", "quick", "baseline")}
        contestants["--tier-max=2"] = [otter, "run", "--no-cache", "--tier-max=2", source]
        if lua and os.path.exists(twin):
            contestants |= {"luajit -joff": [lua, "-joff", twin], "luajit": [lua, twin]}
        times = {name: [] for name in contestants}
        for _ in range(options.runs):
            for name, command in contestants.items():
                times[name].append(cpu_seconds(command))
        print(stem)
        for name, seconds_each in times.items():
            print(f"  {name:<14} {min(seconds_each) * 1000:8.1f} ms  {min(times['interp']) / min(seconds_each):6.2f}x")


def startup(options, scratch):
    otter, lua, hello = str(options.otter), shutil.which("luajit"), str(HERE / "hello.ot")
    (scratch / "hello.c").write_text('#include <stdio.h>\nint main(void) { puts("1"); }\n')
    subprocess.run(["clang-22", "-O2", "-o", str(scratch / "c"), str(scratch / "hello.c")], check=True)
    contestants = {"c": [str(scratch / "c")], "otter run": [otter, "run", hello], "otter --version": [otter, "--version"], "python3": [PYTHON, "-c", "print(1)"]}
    if lua:
        contestants["luajit"] = [lua, "-e", "print(1)"]
    if subprocess.run([otter, "build", hello, "-o", str(scratch / "otter")]).returncode == 0:
        contestants["built hello"] = [str(scratch / "otter")]
    medians = measure(contestants, max(30, options.runs))
    show("start-up, whole process", medians, [("otter run", "luajit", 3.0), ("otter run", "python3", 0.2)])
    if "built hello" in medians:
        print(f"  built hello - c = {medians['built hello'] - medians['c']:.2f} ms (goal: at most 1)")


def build(options, scratch):
    otter, hello, binary = str(options.otter), str(HERE / "hello.ot"), str(scratch / "hello")
    medians = measure({"otter build": [otter, "build", hello, "-o", binary]}, options.runs)
    stripped = str(scratch / "stripped")
    subprocess.run(["llvm-strip-22", "-o", stripped, binary], check=True)
    print(f"build of hello: {medians['otter build']:.1f} ms (goal: at most 150); stripped {os.path.getsize(stripped) / 1024:.0f} KB (goal: at most 600)")


def memory(options, scratch):
    otter = str(options.otter)
    for stem, source in {"10 million short-lived": "def run(n):\n    last = None\n    for i in range(n):\n        last = (i, last and last[0])\n    return last\n\n\nprint(run(10000000)[0])\n",
                         "1 million live": "class Node:\n    def __init__(self, next, value):\n        self.next, self.value = next, value\n\n\nhead = None\nfor i in range(1000000):\n    head = Node(head, i)\nfor _ in range(3):\n    junk = [[j] for j in range(300000)]\ntotal, n = 0, head\nwhile n is not None:\n    total, n = total + n.value, n.next\nprint(total)\n"}.items():
        path = scratch / "memory.py"
        path.write_text(source)
        for name, command in {"cpython": [PYTHON, str(path)], "otter": [otter, "run", str(path)]}.items():
            start = time.perf_counter()
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            _, status, usage = os.wait4(process.pid, 0)
            print(f"{stem}: {name:<8} {(time.perf_counter() - start) * 1000:8.0f} ms, {usage.ru_maxrss / 1024:6.0f} MB at most, status {status}")


ACTIONS = {"speed": speed, "tiers": tiers, "startup": startup, "build": build, "memory": memory}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="*", help=f"some of {', '.join(ACTIONS)}; all of them by default")
    parser.add_argument("--otter", type=pathlib.Path, default=ROOT / "build" / "otter")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    options.otter = options.otter.resolve()
    with tempfile.TemporaryDirectory(prefix="otter-bench-") as scratch:
        for what in options.what or ACTIONS:
            ACTIONS[what](options, pathlib.Path(scratch))
    return 0


if __name__ == "__main__":
    sys.exit(main())
