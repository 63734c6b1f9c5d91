#!/usr/bin/python3
"""Runs a program under address-space limits of many sizes: what the native stack asks for must leave room for the heap.

    tests/address_space.py --otter build/otter
"""

import argparse
import resource
import subprocess
import sys

LIMITS_MIB = (300, 350, 400, 450, 500, 550, 600, 700, 1000, 2000)
PROGRAM = "print(sum(len(str(i)) for i in range(1000)))\n"


def run_under(otter, mebibytes):
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (mebibytes << 20,) * 2)
    return subprocess.run([otter, "run", "--mode=interp", "/dev/stdin"], input=PROGRAM, capture_output=True, text=True, preexec_fn=limit, timeout=60)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--otter", default="build/otter")
    otter = parser.parse_args().otter
    failed = 0
    for size in LIMITS_MIB:
        done = run_under(otter, size)
        if (done.returncode, done.stdout) != (0, "2890\n"):
            failed += 1
            print(f"{size} MiB: exit {done.returncode}: {done.stderr.strip()}")
    sys.exit(failed != 0)


if __name__ == "__main__":
    main()
