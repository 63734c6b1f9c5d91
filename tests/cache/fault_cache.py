#!/usr/bin/python3
"""Faults against the persistent cache: it may miss, but never lie and never crash.

Runs small programs again and again with a cache in a folder of its own while it flips bits, truncates, replaces and
deletes the arena, edits sources, kills runs half-way, takes permissions away and lets several runs write at once. Every
run's output is compared with that of --no-cache. `--events N --seed S`; prints `N passed, N failed`.
"""

import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile

PROGRAM = """
import helper
def work(n):
    t = {add}
    for i in range(n):
        t += i * {factor} % 7
    return t
total = 0
for k in range({rounds}):
    total += work(1500000)
print(total, helper.value({factor}))
"""
HELPER = """
def value(x):
    s = 0
    for i in range(1500000):
        s += (i ^ x) & {mask}
    return s
"""


class Bench:
    def __init__(self, otter, seed):
        self.otter = otter
        self.random = random.Random(seed)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="otter-cache-"))
        self.cache = self.folder / "cache"
        self.truth = {}
        self.failures = []
        self.edit()

    def edit(self):
        r = self.random
        self.program = PROGRAM.format(add=r.randrange(3), factor=r.randrange(1, 4), rounds=r.randrange(1, 4))
        self.helper = HELPER.format(mask=r.choice([1, 3, 255]))
        (self.folder / "main.py").write_text(self.program)
        (self.folder / "helper.py").write_text(self.helper)

    def command(self, *options):
        return [self.otter, "run", *options, str(self.folder / "main.py")]

    def environment(self):
        return dict(os.environ, OTTER_CACHE_DIR=str(self.cache))

    def expected(self):
        key = (self.program, self.helper)
        if key not in self.truth:
            self.truth[key] = subprocess.run(self.command("--no-cache"), capture_output=True, timeout=60).stdout
        return self.truth[key]

    def check(self, what, done):
        if done.returncode != 0 or done.stdout != self.expected() or done.stderr:
            self.failures.append(f"{what}: exit {done.returncode}, {done.stdout!r} instead of {self.expected()!r}, {done.stderr[:300]!r}")

    def run(self, what, *options):
        self.check(what, subprocess.run(self.command(*options), capture_output=True, env=self.environment(), timeout=60))

    def arena(self):
        found = list(self.cache.glob("*.arena")) if self.cache.is_dir() else []
        return found[0] if found else None

    # --- the faults

    def flip_bits(self):
        arena = self.arena()
        if not arena:
            return
        data = bytearray(arena.read_bytes())
        for _ in range(self.random.choice([1, 3, 40])):
            data[self.random.randrange(len(data))] ^= 1 << self.random.randrange(8)
        arena.write_bytes(data)

    def truncate(self):
        arena = self.arena()
        if arena:
            os.truncate(arena, self.random.randrange(arena.stat().st_size + 1))

    def append_rubbish(self):
        arena = self.arena()
        if arena:
            with open(arena, "ab") as f:
                f.write(self.random.randbytes(self.random.randrange(1, 300)))

    def replace(self):
        arena = self.arena()
        if arena:
            arena.write_bytes(self.random.choice([b"", b"#!/bin/sh\n", self.random.randbytes(5000)]))

    def remove(self):
        shutil.rmtree(self.cache, ignore_errors=True)

    def kill(self):
        process = subprocess.Popen(self.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=self.environment())
        try:
            process.wait(self.random.random() * 0.08)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.wait()

    def others_may_write(self):
        if self.cache.is_dir():
            os.chmod(self.cache, 0o777)
            self.run("folder that others may write")
            if self.cache.is_dir():
                os.chmod(self.cache, 0o700)

    def file_in_the_way(self):
        self.remove()
        self.cache.write_text("not a folder")
        self.run("file in the folder's place")
        self.cache.unlink()

    def small_limit(self):
        self.run("small limit", "--cache-disk=" + self.random.choice(["4k", "12k", "40k"]))

    def at_once(self):
        processes = [subprocess.Popen(self.command(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=self.environment()) for _ in range(8)]
        for process in processes:
            out, err = process.communicate(timeout=120)
            self.check("eight at once", subprocess.CompletedProcess([], process.returncode, out, err))

    def event(self):
        faults = [self.flip_bits, self.flip_bits, self.truncate, self.truncate, self.append_rubbish, self.replace, self.remove, self.kill, self.edit,
                  self.edit, self.small_limit, self.others_may_write, self.file_in_the_way]
        fault = self.random.choice(faults) if self.random.random() < 0.97 else self.at_once
        try:
            fault()
        except OSError:
            pass  # a compiler that an earlier run left behind was using the folder, too
        self.run(fault.__name__)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--otter", default="build/otter")
    parser.add_argument("--events", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    bench = Bench(os.path.abspath(options.otter), options.seed)
    try:
        for n in range(options.events):
            bench.event()
    finally:
        shutil.rmtree(bench.folder, ignore_errors=True)
    for failure in bench.failures[:10]:
        print("FAIL", failure)
    print(f"{options.events - len(bench.failures)} passed, {len(bench.failures)} failed")
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
