#!/usr/bin/python3
"""After a run, the modules that were hot are compiled whole: the next run enters their code and compiles nothing.

    tests/cache/warm_module.py OTTER

Also: `otter cache list` names functions and modules; other values than those of the first run give the right answer, and code whose
guesses fail is made again, so that later runs have nothing to compile either.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

PROGRAM = """
import sys
def values(n, kind):
    return [float(i) if kind == "float" else i if kind == "int" else str(i) for i in range(n)]
def add_up(items):
    total = items[0]
    for k in range(3):
        for item in items:
            total = item + total if k % 2 == 0 else max(total, item)
    return total
class Point:
    def __init__(self, x):
        self.x = x
    def moved(self, by):
        return Point(self.x + by)
p = Point(0)
for i in range(2000000):
    p = p.moved(i & 3)
print(p.x, str(add_up(values(2000, sys.argv[1])))[:40])
"""
PATIENCE = 60  # seconds for the compiler process on a loaded machine


class Session:
    def __init__(self, otter, folder):
        self.otter, self.folder, self.failures = otter, pathlib.Path(folder), []
        self.program = self.folder / "points.py"
        self.program.write_text(PROGRAM)
        self.environment = dict(os.environ, OTTER_CACHE_DIR=str(self.folder / "cache"))

    def otter_run(self, *arguments):
        return subprocess.run([self.otter, *arguments], capture_output=True, text=True, env=self.environment, timeout=300)

    def check(self, ok, what):
        if not ok:
            self.failures.append(what)

    def run(self, kind):
        """The report of --stats of a run whose output must be that of --no-cache."""
        expected = self.otter_run("run", "--mode=interp", str(self.program), kind)
        got = self.otter_run("run", "--stats", str(self.program), kind)
        self.check(got.stdout == expected.stdout, f"{kind}: {got.stdout!r} instead of {expected.stdout!r}")
        return got.stderr

    def list(self):
        return self.otter_run("cache", "list").stdout

    def await_line(self, *parts):
        end = time.time() + PATIENCE
        while time.time() < end:
            if any(all(part in line for part in parts) for line in self.list().splitlines()):
                return True
            time.sleep(0.2)
        return False


def compiled(report):
    """Lines of functions that were compiled in this run: their code did not come from the cache."""
    rows = [line for line in report.split("\n\n")[0].splitlines()[1:] if " T3" in line]
    return [line for line in rows if "from the cache" not in line]


def main():
    with tempfile.TemporaryDirectory(prefix="otter-warm-", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o700)
        s = Session(sys.argv[1], folder)
        s.run("int")
        s.check(s.await_line("module's code", "points.py"), "no code of the module:\n" + s.list())
        s.check(s.await_line("bytecode", "points.py") and s.await_line("in the module's", "points.py"), "list:\n" + s.list())
        report = s.run("int")
        s.check("Point.moved" in report and not compiled(report), "the second run compiles:\n" + report)
        for kind in ("float", "str", "int", "float"):
            s.run(kind)
        s.program.write_text(PROGRAM.replace("i & 3", "i & 1"))
        s.run("int")
        s.check("0 damaged" in s.otter_run("cache", "verify").stdout, "damaged")
    print("\n".join(s.failures))
    print(f"{int(not s.failures)} passed, {len(s.failures)} failed")
    return 1 if s.failures else 0


if __name__ == "__main__":
    sys.exit(main())
