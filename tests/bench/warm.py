#!/usr/bin/python3
"""What the cache is worth: every benchmark program built, run cold and run warm, the compiler processes' time counted too. By hand.

    tests/bench/warm.py [--otter PATH] [--size 0.1s|1s|10s] [--runs N] [NAME...]

A cold run begins with an empty cache; the warm ones begin when its compiler process has ended. Times are CPU times of the program's own process
in milliseconds, the fastest of the runs; `compile` is that of everything it left behind, cold and in all warm runs together. `cache` is
the size of the store's file, and of the machine code in it. Then: `hello`, and a program of 4,000 lines up to its first statement.
"""

import argparse
import ctypes
import math
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PR_SET_CHILD_SUBREAPER = 36


def read_sizes(column):
    rows = (line.split() for line in (HERE / "sizes").read_text().splitlines() if not line.startswith("#"))
    return {row[0]: row[2 + ("0.1s", "1s", "10s").index(column)] for row in rows if row}


def cpu_ms(usage):
    return (usage.ru_utime + usage.ru_stime) * 1000


def run(command, environment):
    """CPU time of the process, and of those it left behind: they become our children, and are waited for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status != 0:
        sys.exit(f"{command}: status {status}")
    while True:
        try:
            os.wait()
        except ChildProcessError:
            break
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return cpu_ms(usage), cpu_ms(after) - cpu_ms(before) - cpu_ms(usage)


def fastest(command, environment, runs):
    times = [run(command, environment) for _ in range(runs)]
    return min(own for own, _ in times), sum(left for _, left in times)


class Bench:
    def __init__(self, options, folder):
        self.options, self.folder = options, pathlib.Path(folder)
        self.cache = self.folder / "cache"
        self.environment = dict(os.environ, OTTER_CACHE_DIR=str(self.cache))

    def clear(self):
        subprocess.run([self.options.otter, "cache", "clear"], env=self.environment, check=True)

    def cache_bytes(self):
        whole = sum(f.stat().st_size for f in self.cache.iterdir()) if self.cache.exists() else 0
        rows = subprocess.run([self.options.otter, "cache", "list"], env=self.environment, capture_output=True, text=True, check=True).stdout
        kinds = ("module's code", "function ", "loop, line")
        code = [line for line in rows.splitlines()[1:] if any(kind in line[32:49] for kind in kinds)]
        return whole, sum(int(line[49:60]) for line in code)

    def program(self, source, argument):
        executable = self.folder / source.stem
        subprocess.run([self.options.otter, "build", source, "-o", executable], check=True)
        self.clear()
        command = [self.options.otter, "run", source, argument]
        cold, compiled = run(command, self.environment)
        warm, again = fastest(command, self.environment, self.options.runs)
        static, _ = fastest([executable, argument], self.environment, self.options.runs)
        whole, code = self.cache_bytes()
        print(f"{source.stem:20} {static:8.1f} {cold:8.1f} {warm:8.1f} {warm / static:6.2f} {cold / warm:6.2f} {compiled:8.0f} {again:6.0f} {whole // 1024:6}K {code // 1024:6}K",
              flush=True)
        return static, cold, warm, compiled, again / self.options.runs

    def start(self, name, text):
        source = self.folder / f"{name}.py"
        source.write_text(text)
        self.clear()
        command = [self.options.otter, "run", str(source)]
        cold, _ = run(command, self.environment)
        warm, _ = fastest(command, self.environment, self.options.runs * 5)
        print(f"{name:20} cold {cold:.1f} ms, warm {warm:.1f} ms")


def mean(rows, value):
    return math.exp(sum(math.log(value(row)) for row in rows) / len(rows))


def lines_before_main(count):
    made = subprocess.run([HERE / "generate_lines.py", str(count)], capture_output=True, text=True, check=True).stdout
    return made.replace("\nmain()\n", "\nprint('here')\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="programs; all of them by default")
    parser.add_argument("--otter", default=str(HERE.parent.parent / "build" / "otter"))
    parser.add_argument("--size", default="0.1s", choices=("0.1s", "1s", "10s"))
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    with tempfile.TemporaryDirectory(prefix="otter-warm-", ignore_cleanup_errors=True) as folder:
        bench = Bench(options, folder)
        print(f"{'program':20} {'static':>8} {'cold':>8} {'warm':>8} {'w/s':>6} {'c/w':>6} {'compile':>8} {'warm':>6} {'cache':>7} {'code':>7}")
        sizes = read_sizes(options.size)
        rows = [bench.program(HERE / name / f"{name}.py", sizes[name]) for name in options.names or sorted(sizes)]
        print(f"geometric means: warm/static {mean(rows, lambda r: r[2] / r[0]):.3f}, cold/warm {mean(rows, lambda r: r[1] / r[2]):.3f}; "
              f"compiling in a warm run {100 * sum(r[4] for r in rows) / max(1, sum(r[3] for r in rows)):.1f} % of a cold one's")
        bench.start("hello", 'print("hello")\n')
        bench.start("lines", lines_before_main(4000))
    return 0


if __name__ == "__main__":
    sys.exit(main())
