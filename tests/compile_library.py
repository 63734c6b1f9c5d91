#!/usr/bin/python3
"""Compiles the whole library of the installed CPython, without running any of it: whatever Otter does not refuse by name
must come through the resolver, the checker, the emitter and the verifier.

    tests/compile_library.py --otter build/otter
"""

import argparse
import pathlib
import re
import subprocess
import sys
import sysconfig

REFUSED = "E0301"  # a construct that Otter does not have


def files():
    library = pathlib.Path(sysconfig.get_paths()["stdlib"])
    return [p for p in sorted(library.rglob("*.py")) if not {"test", "tests", "lib2to3", "dist-packages", "__pycache__"} & set(p.parts)]


def faults(otter, paths):
    """Lines that report anything but a refusal. Several files share a process, so that starting costs little."""
    done = subprocess.run([otter, "check", *map(str, paths)], capture_output=True, text=True, errors="replace", timeout=300)
    found = [line for line in done.stderr.splitlines() if re.search(r"error(\[|:)", line) and f"[{REFUSED}]" not in line]
    return found if done.returncode in (0, 2) else found + [f"exit {done.returncode} on one of {paths[0]} .. {paths[-1]}"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--otter", required=True)
    otter = str(pathlib.Path(parser.parse_args().otter).resolve())
    paths = files()
    found = [line for at in range(0, len(paths), 20) for line in faults(otter, paths[at:at + 20])]
    print(*found[:40], sep="\n")
    print(f"{len(paths)} files, {len(found)} faults")
    return 1 if found or len(paths) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
