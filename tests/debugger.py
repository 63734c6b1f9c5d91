#!/usr/bin/python3
"""otter build -g gives gdb the program's lines: a breakpoint by line, a backtrace of functions with their lines. Without -g there is nothing of
it in the executable. otter run --perf-map tells gdb the same of code that is made while the program runs. Skipped where there is no gdb."""

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


def debug(*command, options=()):
    arguments = [a for c in (*COMMANDS[:2], *options, *COMMANDS[2:]) for a in ("-ex", c)]
    return subprocess.run(["gdb", "-q", "-nx", "-batch", *arguments, "--args", *command], capture_output=True, text=True, timeout=300, env={**os.environ, "ASAN_OPTIONS": "detect_leaks=0"})


def missing_of_code_made_at_run_time(otter):
    """Every function is compiled at once, so that gdb meets its line in compiled code."""
    with open("program.py", "w", encoding="utf-8") as f:
        f.write(PROGRAM.replace("range(4)", "range(400)"))
    shown = debug(otter, "run", "--no-cache", "--stress=tier", "--perf-map", "program.py", options=["set breakpoint pending on"])
    return [f"at run time: {w}\n{shown.stdout}{shown.stderr}" for w in ("program.py:10", "print(\"more\")", "Producer is otter") if w not in shown.stdout]


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
        shown = debug("./program")
        wanted = ["program.py:10", "report ", "program.py:5", "inner ", "program.py:16", "Box.__init__ ", "program.py:22"]
        missing = [w for w in wanted if w not in shown.stdout]
        with open("plain", "rb") as f:
            plain = f.read()
        if b".debug_line" in plain:
            missing.append("no lines without -g")
        if subprocess.run(["./program"], capture_output=True, text=True).stdout != subprocess.run(["./plain"], capture_output=True, text=True).stdout:
            missing.append("the same output")
        missing += missing_of_code_made_at_run_time(otter)
        print(f"missing: {missing}\n{shown.stdout}{shown.stderr}" if missing else "ok")
        return bool(missing)


sys.exit(main())
