#!/usr/bin/python3
"""Builds otter under ThreadSanitizer and runs programs with tasks in the interpreter and in code made of stencils; with --modes=run, also in the
default mode, whose sampler and compiling thread run beside the program. Races that are meant are listed in tests/tsan.supp.

Bounded: what is left when --seconds have passed is not run, and said so.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def build(folder):
    configure = ["cmake", "-S", ROOT, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=tsan"]
    for command in (configure, ["ninja", "-C", folder, "otter"]):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stdout[-4000:] + done.stderr[-4000:])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "tsan")
    parser.add_argument("--modes", default="interp,baseline")
    parser.add_argument("--seconds", type=float, default=240)
    parser.add_argument("filter", nargs="*", default=["^otter/(parallel|tasks|spawn_(?!spin))", "^tiers/[a-l]"])
    options = parser.parse_args()
    folder = options.build.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    build(folder)
    end, failed = time.monotonic() + options.seconds, 0
    for mode in options.modes.split(","):
        left = end - time.monotonic()
        if left <= 0:
            print(f"{mode}: not run, for want of time")
            continue
        command = [sys.executable, ROOT / "tests" / "run_lang.py", "--otter", folder / "otter", "--modes", mode, "-j", "2", "--timeout", "200", *options.filter]
        try:
            failed |= subprocess.run(command, timeout=left).returncode
        except subprocess.TimeoutExpired:
            print(f"{mode}: stopped, for want of time")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
