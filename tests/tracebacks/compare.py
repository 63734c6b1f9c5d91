#!/usr/bin/python3
"""Compares what uncaught exceptions print, to the byte, with CPython 3.11.

programs.txt holds small programs that end in an exception, separated by lines of four
dashes. Unlike tests/run_lang.py this also compares the marks under the source lines.
"""

import argparse
import pathlib
import signal
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def stderr_of(command, directory):
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, timeout=60)
    status = 130 if done.returncode == -signal.SIGINT else done.returncode
    return done.stderr.replace(str(directory) + "/", ""), status


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--otter", default="build/otter")
    parser.add_argument("--python", default="/usr/bin/python3")
    parser.add_argument("--mode", default="interp")
    options = parser.parse_args()
    otter = str(pathlib.Path(options.otter).resolve())
    failed = 0
    programs = (HERE / "programs.txt").read_text().split("\n----\n")
    with tempfile.TemporaryDirectory() as directory:
        for program in programs:
            (pathlib.Path(directory) / "program.py").write_text(program)
            want = stderr_of([options.python, "-B", "program.py"], directory)
            got = stderr_of([otter, "run", f"--mode={options.mode}", "program.py"], directory)
            if want != got:
                failed += 1
                print(f"--- program\n{program}\n--- wanted {want[1]}\n{want[0]}--- got {got[1]}\n{got[0]}")
    print(f"{len(programs) - failed} of {len(programs)} as CPython's")
    sys.exit(failed != 0)


main()
