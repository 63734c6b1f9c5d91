#!/usr/bin/python3
"""--stats, --stats=json and --explain-tier tell what the tiers did with a program whose loops are hot."""

import json
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = """
def hot(n):
    t = 0
    for i in range(n):
        t += i % 3
    return t
total = 0
for k in range(3000000):
    total += k & 1
for k in range(40):
    total += hot(100000)
print(total)
"""

# One call of a nest of loops: code for one of them is enough for all.
NEST = """
def nest(n):
    t = 0
    for i in range(n):
        for j in range(n):
            for k in range(n):
                t += i ^ j ^ k
    return t
print(nest(250))
"""

# What never settles: each place is compiled so often and no more (--tier-variants and one for all), whatever comes.
FLIP = """
import json
kinds = [json.loads(text) for text in ("[1, 2, 3]", "[1.5, 2.5]", "[true, false]", '["a", "b"]', "[1180591620717411303424]", "[[1], [2]]", "[null]")]
def work(items, n):
    t = 0
    for k in range(n):
        for x in items:
            if not isinstance(x, (str, list)) and x is not None:
                t = t + x
    return t
total = 0
for i in range(400000):
    total += work(kinds[i % 7], 3)
print(total)
"""
FLIP_UNITS = 3 * 4    # of the function and two loops


# A callee too short for samples to meet, that compiled code calls all the time.
SHORT = """
def make(k):
    return (lambda x: x & 1, lambda x: x & 3, lambda x: x & 5, lambda x: x & 7)[k]
def work(tests, n):
    t = 0
    for i in range(n):
        for test in tests:
            t += test(i)
    return t
print(work(list(map(make, range(4))), 5000000))
"""


def check_short(otter, path):
    done = subprocess.run([otter, "run", "--no-cache", "--explain-tier", path], capture_output=True, text=True)
    asked = [line for line in done.stderr.splitlines() if "<lambda>: function to be compiled" in line]
    return [] if done.stdout == "40000000\n" and asked else [f"short: {done.stdout!r}, {done.stderr}"]


# What a request says: what was seen, which closures, and after failures, at which line nothing is guessed any more.
TOLD = """
def adder(n):
    return lambda x: x + n
class Row:
    def __init__(self, a):
        self.a = a
def work(rows, f, n):
    t = 0
    for i in range(n):
        for row in rows:
            t += f(row.a)
    return t
rows = list(map(Row, range(20)))
f = list(map(adder, (3,)))[0]
for k in range(40):
    t = work(rows, f, 100)
print(t)
"""


def check_told(otter, path):
    done = subprocess.run([otter, "run", "--no-cache", "--stress=tier", "--explain-tier", path], capture_output=True, text=True)
    lines = [line for line in done.stderr.splitlines() if " seen: " in line]
    wanted = ["rows list of Row", "captured n int", "code of their own for 1 closures"]
    missing = [w for w in wanted if not any(w in line for line in lines)]
    return [f"told: {done.stdout!r}, missing {missing} in {lines}"] if missing or done.returncode else []


def check_flip(otter, path):
    done = subprocess.run([otter, "run", "--no-cache", "--stats=json", "--tier-samples=1", path], capture_output=True, text=True)
    rows = {row["function"]: row for row in json.loads(done.stderr)["functions"]}
    made = sum(rows.get("work", {}).get(kind, 0) for kind in ("loops", "functions"))
    return [] if done.stdout == "2.023876409479651e+26\n" and made <= FLIP_UNITS else [f"flip: {done.stdout!r}, {made} units"]


def check_nest(otter, path):
    """One unit, or two when the first came for values that the loop no longer has."""
    done = subprocess.run([otter, "run", "--no-cache", "--stats=json", path], capture_output=True, text=True)
    rows = {row["function"]: row for row in json.loads(done.stderr)["functions"]}
    made = sum(rows.get("nest", {}).get(kind, 0) for kind in ("loops", "functions"))
    return [] if done.stdout == "1992160692\n" and made <= 2 else [f"nest: {done.stdout!r}, {made} units"]


def main():
    otter, failures = sys.argv[1], []
    with tempfile.NamedTemporaryFile("w", suffix=".py") as f:
        f.write(PROGRAM)
        f.flush()

        def run(*options):
            done = subprocess.run([otter, "run", "--no-cache", "--stress=tier", *options, f.name], capture_output=True, text=True)
            if done.returncode != 0 or done.stdout != "5499960\n":
                failures.append(f"{options}: exit {done.returncode}, {done.stdout!r}")
            return done.stderr

        table = run("--stats")
        names = {line.split()[0] for line in table.splitlines()[1:]}
        if "<module>" not in names:
            failures.append(f"--stats: {table}")
        rows = {row["function"]: row for row in json.loads(run("--stats=json"))["functions"]}
        if not rows["<module>"]["replaced"] or not rows["<module>"]["bytes"]:
            failures.append(f"--stats=json: {rows}")
        told = run("--explain-tier")
        if "running loop replaced" not in told or "loop to be compiled: it is hot" not in told:
            failures.append(f"--explain-tier: {told}")
        process = subprocess.Popen([otter, "run", "--no-cache", "--stress=tier", "--perf-map", f.name], stdout=subprocess.DEVNULL)
        process.wait()
        names = pathlib.Path(f"/tmp/perf-{process.pid}.map")
        lines = names.read_text().splitlines() if names.exists() else []
        if not any(line.split()[2].startswith("<module>") for line in lines):
            failures.append(f"--perf-map: {lines[:5]}")
        names.unlink(missing_ok=True)
    for program, check in ((NEST, check_nest), (FLIP, check_flip), (SHORT, check_short), (TOLD, check_told)):
        with tempfile.NamedTemporaryFile("w", suffix=".py") as f:
            f.write(program)
            f.flush()
            failures += check(otter, f.name)
    for failure in failures:
        print("FAIL", failure)
    print(f"{9 - min(9, len(failures))} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
