#!/usr/bin/python3
"""Whatever happens to the compiler, the program goes on: it is missing, refuses, crashes, hangs, is slow, answers rubbish,
dies in the middle of an answer, or is killed from outside. Also: compiled code bounded to next to nothing."""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

PROGRAM = """
def f(x, n):
    t = x
    for i in range(n):
        t = t + x
    return t
def g(a, b):
    return a + b
def h(n):
    return sum([i * n for i in range(40)])
total = 0
for k in range(60000):
    if k % 3 == 0: total = g(total, k)
    elif k % 3 == 1: total = g(total, 0.5)
    else: total += len(g("a", "b"))
print(total)
for k in range(600):
    x = [1, 1.5, (1 << 70)][k % 3]
    if k % 100 == 0: print(f(x, 2000))
    else: f(x, 2000)
print(h(3), sum(h(k) for k in range(2000)))
"""
# Functions that nobody's loop calls: each is code of its own.
PROGRAM += "".join(f"""
def apart{i}(n):
    t = {i}
    for k in range(n):
        t = t * 3 + k % {i + 2}
        if t > 1000000: t -= 999983
    return t
print(apart{i}(3000), apart{i}(2000))
""" for i in range(12))


def faults():
    root = pathlib.Path(__file__).resolve().parent.parent
    lines = (root / "compiler/driver/compile_faults.def").read_text().splitlines()
    return [line.split('"')[1] for line in lines if line.startswith("FAULT(")]


class Bench:
    def __init__(self, otter):
        self.otter, self.failures, self.passed = otter, [], 0
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="otter-faults-"))
        (self.folder / "p.py").write_text(PROGRAM)
        self.truth = self.start([], {}, self.otter, "--mode=interp").communicate(timeout=100)[0]

    def start(self, options, environment, otter, *more):
        command = [otter, "run", *options, *more, str(self.folder / "p.py")]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ, **environment))

    def judge(self, what, process, wanted="", unwanted="\0"):
        out, err = process.communicate(timeout=100)
        complaint = process.returncode != 0 or out != self.truth or wanted not in err.decode() or unwanted in err.decode()
        self.failures += [f"{what}: exit {process.returncode}, {out!r}, {err[-500:].decode()}"] if complaint else []
        self.passed += not complaint

    def run(self, what, options, environment={}, otter=None, **judged):
        self.judge(what, self.start(["--no-cache", *options], environment, otter or self.otter), **judged)

    def without_llvm(self):
        alone = self.folder / "otter"
        shutil.copy(self.otter, alone)
        self.run("no library", ["--explain-tier"], otter=str(alone), unwanted="compiled,")

    def killed(self):
        process = self.start(["--no-cache"], {"OTTER_FAULT": "compile-slow"}, self.otter)
        deadline = time.time() + 5
        while time.time() < deadline and process.poll() is None:
            for server in servers_of(process.pid):
                os.kill(server, signal.SIGKILL)
            time.sleep(0.01)
        self.judge("killed from outside", process)


def servers_of(pid):
    """Compiler processes whose socket's other end the program holds cannot be told apart: those that are younger than it are."""
    started = process_start(pid)
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if not entry.name.isdigit() or started is None:
            continue
        try:
            command = (entry / "cmdline").read_bytes().split(b"\0")
            environment = (entry / "environ").read_bytes()
        except OSError:
            continue
        if command[1:2] == [b"compile-server"] and b"OTTER_FAULT=compile-slow" in environment:
            found.append(int(entry.name))
    return found


def process_start(pid):
    try:
        return int(pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1].split()[19])
    except OSError:
        return None


def main():
    bench = Bench(os.path.abspath(sys.argv[1]))
    try:
        for fault in faults():
            bench.run(fault, ["--compile-timeout=300"], {"OTTER_FAULT": fault})
        bench.without_llvm()
        bench.killed()
        for size in ["1", "10k", "40k"]:
            bench.run(f"--cache-memory={size}", [f"--cache-memory={size}"])
        bench.run("stress in little memory", ["--stress=tier", "--cache-memory=30k", "--stats"], wanted="code given back")
        bench.run("stress with exits", ["--stress=deopt", "--cache-memory=30k"])
        tasks = str(pathlib.Path(__file__).resolve().parent / "lang/otter/tasks_through_tiers.ot")
        for options in ["", "--stress=tier", "--stress=deopt --cache-memory=20k", "--tier-samples=1 --cache-memory=20k",
                        "--tier-exits=2 --tier-samples=1 --cache-memory=40k"]:
            done = subprocess.run([bench.otter, "run", "--no-cache", *options.split(), tasks], capture_output=True, timeout=100)
            bench.failures += [f"tasks, {options}: {done}"] if done.stdout != b"same 168520200\n" else []
            bench.passed += done.stdout == b"same 168520200\n"
        for preset in ["development", "production"]:
            bench.run(preset, [f"--profile-preset={preset}"])
        bench.run("a threshold in the environment", ["--stats"], {"OTTER_TIER_SAMPLES": "1"}, wanted="function")
        for mode in ["quick", "static"]:
            bench.run(mode, [f"--mode={mode}"])
        for number in range(5):
            bench.run(f"--tier-max={number}", [f"--tier-max={number}"])
    finally:
        shutil.rmtree(bench.folder, ignore_errors=True)
    for failure in bench.failures:
        print("FAIL", failure)
    print(f"{bench.passed} passed, {len(bench.failures)} failed")
    return 1 if bench.failures else 0


if __name__ == "__main__":
    sys.exit(main())
