#!/usr/bin/python3
"""Runs every program of examples/ in every mode: all must succeed and print the same.

Python programs must also print what CPython prints. INPUTS says what a program is given.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
PYTHON = "/usr/bin/python3"
INPUTS = {  # program: (arguments, standard input)
    "wordfreq.ot": (["LICENSE", "10"], ""),
    "calculator.py": ([], "1 + 2 * 3\nans ^ 50 / 2\n(1\n2 $\n\n-7 % 3\n"),
}


def answer(command, stdin):
    done = subprocess.run(command, cwd=ROOT, input=stdin.encode(), capture_output=True, timeout=120)
    return done.returncode, done.stdout, done.stderr


def answers(otter, source, scratch):
    """(how, answer) for every way to run the program."""
    arguments, stdin = INPUTS.get(source.name, ([], ""))
    if source.suffix == ".py":
        yield "cpython", answer([PYTHON, str(source), *arguments], stdin)
    for mode in ("interp", "jit", "hybrid"):
        yield mode, answer([otter, "run", f"--mode={mode}", str(source), *arguments], stdin)
    binary = str(pathlib.Path(scratch, source.stem))
    built = answer([otter, "build", str(source), "-o", binary], "")
    yield "build", built if built[0] else answer([binary, *arguments], stdin)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--otter", type=pathlib.Path, default=ROOT / "build" / "otter")
    otter = str(parser.parse_args().otter.resolve())
    good, bad = 0, 0
    with tempfile.TemporaryDirectory(prefix="otter-examples-") as scratch:
        for source in sorted(p for p in EXAMPLES.iterdir() if p.suffix in (".ot", ".py")):
            first = None
            for how, (code, out, err) in answers(otter, source, scratch):
                first = first if first is not None else out
                if code == 0 and out == first:
                    good += 1
                    continue
                bad += 1
                print(f"FAIL {source.name} [{how}]: exit {code}{'' if out == first else ', other output'}\n{err.decode()[-500:]}")
    print(f"{good} passed, {bad} failed")
    return 1 if bad or not good else 0


if __name__ == "__main__":
    sys.exit(main())
