#!/usr/bin/python3
"""Builds a library from calc.ot, links use_calc.c with it, and compares what that prints."""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EXPECTED = """5 -2147483648
3.354102 2.50
hello näif! hello näif! \n12082607849862758619
o 1
called 2 times
6765
80400
"""


def run(command, folder):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


def check(otter, compiler, folder):
    problems = []
    built = run([otter, "build", "--emit=lib", str(HERE / "calc.ot"), "-o", "libcalc.so"], folder)
    if built.returncode:
        return [f"otter build: {built.stderr}"]
    linked = run([compiler, "-Wall", "-Werror", f"-I{folder}", str(HERE / "use_calc.c"), "-L.", "-lcalc", "-Wl,-rpath,$ORIGIN", "-o", "use"], folder)
    if linked.returncode:
        return [f"linking: {linked.stderr}"]
    done = run(["./use"], folder)
    if (done.returncode, done.stdout) != (0, EXPECTED + "-4\n"):
        problems.append(f"exit {done.returncode}, printed:\n{done.stdout}{done.stderr}")
    failed = run(["./use", "fail"], folder)
    if failed.returncode != 1 or failed.stdout != EXPECTED or "ZeroDivisionError" not in failed.stderr:
        problems.append(f"an exception: exit {failed.returncode}, printed:\n{failed.stdout}{failed.stderr}")
    (folder / "none.ot").write_text("fn f(): return 1\n")
    none = run([otter, "build", "--emit=lib", "none.ot"], folder)
    if none.returncode != 2 or "nothing is exported" not in none.stderr:
        problems.append(f"nothing exported: exit {none.returncode}: {none.stderr}")
    (folder / "many.ot").write_text("".join(f"@export\nfn f{i}(x: i32) -> i32:\n    return x\n\n" for i in range(65)))
    many = run([otter, "build", "--emit=lib", "many.ot"], folder)
    if many.returncode != 2 or "room for 64" not in many.stderr:
        problems.append(f"too many exported: exit {many.returncode}: {many.stderr}")
    return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--otter", type=lambda p: str(pathlib.Path(p).resolve()), required=True)
    options = parser.parse_args()
    compiler = next((c for c in ("clang-22", "clang", "cc") if shutil.which(c)), None)
    with tempfile.TemporaryDirectory(prefix="otter-library-") as folder:
        problems = check(options.otter, compiler, pathlib.Path(folder))
    print("\n".join(problems) if problems else "a library for C works")
    return bool(problems)


sys.exit(main())
