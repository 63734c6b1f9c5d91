#!/usr/bin/python3
"""Compares the front end with CPython's, over the library of the CPython that runs this.

  cpython.py --binary build/unit/test_syntax [--every N] [FILE...]

Each file must pass `--check`, unless CPython refuses it too; of every Nth file the whole tree, with all positions, must
be CPython's. Names of characters (\\N{...}) are the one thing that Otter refuses and syntax alone does not show.
"""

import argparse
import ast
import pathlib
import subprocess
import sys
import sysconfig
import warnings

import cpython_dump

BATCH = 200


def library():
    root = pathlib.Path(sysconfig.get_path("stdlib"))
    return sorted(str(path) for path in root.rglob("*.py") if path.is_file())


def is_python(path):
    try:
        ast.parse(pathlib.Path(path).read_bytes())
        return True
    except (SyntaxError, ValueError):
        return False


def refused_files(binary, files):
    """The files that `--check` refuses, with its messages."""
    for start in range(0, len(files), BATCH):
        batch = files[start:start + BATCH]
        if subprocess.run([binary, "--check", *batch], stdout=subprocess.DEVNULL, check=False).returncode == 0:
            continue
        for path in batch:
            done = subprocess.run([binary, "--check", path], capture_output=True, check=False)
            if done.returncode != 0:
                yield path, done.stdout.decode("utf-8", "replace")


def check_all(binary, files):
    bad = 0
    for path, message in refused_files(binary, files):
        if is_python(path):
            print(message or path + ": ended by a signal")
            bad += 1
    return bad


def compare(binary, path):
    source = pathlib.Path(path).read_bytes()
    if b"\\N{" in source or not is_python(path):
        return True
    done = subprocess.run([binary, "--dump", path], capture_output=True, check=False)
    difference = cpython_dump.compare(done.stdout, source)
    if difference:
        print("%s: %s" % (path, difference))
    return not difference


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--binary", required=True)
    parser.add_argument("--every", type=int, default=40)
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)
    files = options.files or library()
    bad = check_all(options.binary, files)
    bad += sum(not compare(options.binary, path) for path in files[::options.every])
    print("%d files, %d wrong" % (len(files), bad))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
