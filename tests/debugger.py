#!/usr/bin/python3
"""otter build -g gives gdb the program's lines: a breakpoint by line, a backtrace of functions with their lines. Without -g there is nothing of
it in the executable. Skipped where there is no gdb."""

import os
import shutil
import subprocess
import sys
import tempfile

PROGRAM = """\
def inner(n):
    total = 0
    for i in range(n):
        total += i * n
    return report(total)


def report(n):
    if n > 3:
        print("more")
    return n


class Box:
    def __init__(self, n):
        self.n = inner(n)


def main():
    boxes = []
    for k in range(4):
        boxes.append(Box(k))
    print(sum(b.n for b in boxes))


main()
"""
COMMANDS = ["set pagination off", "set debuginfod enabled off", "break program.py:10", "run", "bt", "info source"]


def main():
    otter = os.path.abspath(sys.argv[1])
    if not shutil.which("gdb"):
        print("no gdb: skipped")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        with open("program.py", "w", encoding="utf-8") as f:
            f.write(PROGRAM)
        subprocess.run([otter, "build", "program.py", "-o", "plain"], check=True)
        subprocess.run([otter, "build", "-g", "program.py", "-o", "program"], check=True)
        arguments = [a for c in COMMANDS for a in ("-ex", c)]
        shown = subprocess.run(["gdb", "-q", "-nx", "-batch", *arguments, "./program"], capture_output=True, text=True, timeout=300, env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})
        wanted = ["program.py, line 10", "program.py:10", "report ", "program.py:5", "inner ", "program.py:16", "Box.__init__ ", "program.py:22"]
        missing = [w for w in wanted if w not in shown.stdout]
        with open("plain", "rb") as f:
            plain = f.read()
        if b".debug_line" in plain:
            missing.append("no lines without -g")
        if subprocess.run(["./program"], capture_output=True, text=True).stdout != subprocess.run(["./plain"], capture_output=True, text=True).stdout:
            missing.append("the same output")
        print(f"missing: {missing}\n{shown.stdout}{shown.stderr}" if missing else "ok")
        return bool(missing)


sys.exit(main())
