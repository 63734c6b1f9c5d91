#!/usr/bin/python3
"""Programs that fork at any time - while the compiler works, while code is entered, with the cache open - go on as parent and
child: both give the right answer, the children compile for themselves, and the cache they all write to is sound."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
PROGRAM = """
import time
def f(a, n):
    t = a
    for i in range(n):
        t = t + i % 7
    return t
def g(a, b): return a * b + 1
total = 0
for k in range(ROUNDS):
    total += f(k, 3000)
    total += len([g(i, 2) for i in range(50)])
    if k % STEP == STEP - 1: time.sleep(0)
print(total)
"""


def judge(folder, otter, preload, rounds, step, options):
    program = folder / "p.py"
    program.write_text(PROGRAM.replace("ROUNDS", str(rounds)).replace("STEP", str(step)))
    truth = subprocess.run([otter, "run", "--mode=interp", program], capture_output=True, timeout=100).stdout
    environment = dict(os.environ, LD_PRELOAD=str(preload), FORK_OUT=str(folder / "out"), OTTER_CACHE_DIR=str(folder / "cache"))
    done = subprocess.run([otter, "run", *options, program], capture_output=True, timeout=100, env=environment)
    failures = [] if done.returncode == 0 and done.stdout == truth else [f"parent: exit {done.returncode}, {done.stdout!r}, {done.stderr!r}"]
    expected = children(rounds // step, 2)
    deadline = time.time() + 60
    while True:
        outputs = [p.read_bytes() for p in folder.glob("out.*")]
        if (len(outputs) == expected and all(o == truth for o in outputs)) or time.time() > deadline:
            break
        time.sleep(0.05)
    if len(outputs) != expected or any(o != truth for o in outputs):
        failures.append(f"{len(outputs)} children of {expected}, with {set(outputs)} instead of {truth!r}")
    for p in folder.glob("out.*"):
        p.unlink()
    verified = subprocess.run([otter, "cache", "verify"], capture_output=True, text=True, env=dict(os.environ, OTTER_CACHE_DIR=str(folder / "cache")))
    if verified.returncode != 0:
        failures.append(f"cache: {verified.stdout}")
    return failures


def children(forks, generations):
    """How many processes come of a program that forks so often when a child forks on, but no deeper than that."""
    if generations == 0:
        return 0
    return sum(1 + children(forks - n - 1, generations - 1) for n in range(forks))


def main():
    otter, failures = os.path.abspath(sys.argv[1]), []
    folder = pathlib.Path(tempfile.mkdtemp(prefix="otter-fork-"))
    preload = folder / "fork_on_sleep.so"
    subprocess.run(["clang-22", "-shared", "-fPIC", "-o", preload, HERE / "fork_on_sleep.c"], check=True)
    try:
        runs = [(4000, 800, []), (2000, 400, []), (200, 40, ["--no-cache"]), (60, 10, ["--tier-samples=1"]), (60, 12, ["--mode=baseline"])]
        for rounds, step, options in runs:
            failures += [f"{rounds} {step} {options}: {f}" for f in judge(folder, otter, preload, rounds, step, options)]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for failure in failures:
        print("FAIL", failure)
    print(f"{len(runs) - min(len(runs), len(failures))} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
