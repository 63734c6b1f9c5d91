#!/usr/bin/python3
"""Fails one allocation after the other in a few programs (--stress=oom:N).

Whatever fails, the program must end in order: with a MemoryError, or having handled it,
never by a signal and never with an error that nobody raised. Bounded in time: the step
between the allocations tried is chosen by --seconds.
"""

import argparse
import pathlib
import random
import subprocess
import sys
import time

LANG = pathlib.Path(__file__).resolve().parent / "lang"
PROGRAMS = ["classes/basic.py", "classes/dunder_container.py", "exceptions/semantics.py", "functions/param_kinds.py",
            "generators/send_throw.py", "containers/dict_methods.py", "text/str_split.py", "match/classes.py"]
COMPILED = "expr/numbers_as_objects.py"   # compiled code makes objects of numbers where nothing can be raised


def run(otter, program, mode, n):
    done = subprocess.run([otter, "run", f"--mode={mode}", f"--stress=oom:{n}", program.name], cwd=program.parent,
                          capture_output=True, stdin=subprocess.DEVNULL, timeout=60)
    return done.returncode < 0 or b"error return without exception" in done.stderr, done


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--otter", default="build/otter")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    otter = str(pathlib.Path(options.otter).resolve())
    numbers = random.Random(options.seed)
    end, tried, failed = time.monotonic() + options.seconds, 0, 0
    while time.monotonic() < end and failed < 5:
        compiled = numbers.random() < 0.2
        program = LANG / (COMPILED if compiled else numbers.choice(PROGRAMS))
        n = numbers.randrange(1, 600) if compiled else int(10 ** numbers.uniform(0, 3.7))
        bad, done = run(otter, program, "jit" if compiled else "interp", n)
        tried += 1
        if bad:
            failed += 1
            print(f"{program}: --stress=oom:{n}: status {done.returncode}\n{done.stderr.decode(errors='replace')[-600:]}")
    print(f"{tried} allocations failed on purpose, {failed} mishandled")
    sys.exit(failed != 0)


main()
