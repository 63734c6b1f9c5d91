#!/usr/bin/python3
"""The random programs of fuzz_modes.py, fuzz_flow.py and fuzz_objects.py by the thousand: many to a process.

A batch is a folder of programs as modules and a main file that imports them one after the other, so that starting processes,
importing the library and linking are paid once per batch. Every batch is run by CPython and by each of --modes; those of
--sample (MODE:N) get the first few programs of every Nth batch. What is counted are the programs that depend on nothing of each other:
each function of fuzz_flow.py and each part of fuzz_objects.py, which catches its own exceptions, is one. The programs of a batch that differs are run alone to find the one, which is shrunk and kept
as fuzz_modes.py does. --seed and --first repeat or go on with a campaign: program N is the same everywhere.
"""

import argparse
import pathlib
import random
import sys
import tempfile
import time

import fuzz_flow
import fuzz_modes
import fuzz_objects

KINDS = ((fuzz_modes.PRELUDE, fuzz_modes.Generator), (fuzz_flow.PRELUDE, fuzz_flow.Flow), (fuzz_objects.PRELUDE, fuzz_objects.Objects),
         (fuzz_objects.PRELUDE, fuzz_objects.Objects))
DEPENDENT = 0       # the kind whose parts use each other: one program per file
ENTRY = "try:\n    import p{0}\nexcept BaseException as err:\n    print('p{0}', type(err).__name__, err)\nprint('-- p{0}')\n"


def program(options, number):
    """(prelude, chunks) of a program by its number."""
    prelude, make = KINDS[number % len(KINDS)]
    return prelude, make(random.Random(options.seed * 1000003 + number)).program()


def text_of(prelude, chunks):
    return prelude + "\n".join("\n".join(chunk) for chunk in chunks) + "\n"


def write_batch(options, numbers, directory):
    """How many programs it holds."""
    count = 0
    for old in pathlib.Path(directory).glob("*.py"):
        old.unlink()
    for number in numbers:
        prelude, chunks = program(options, number)
        count += 1 if number % len(KINDS) == DEPENDENT else len(chunks)
        pathlib.Path(directory, f"p{number}.py").write_text(text_of(prelude, chunks))
    pathlib.Path(directory, "p.py").write_text("".join(ENTRY.format(number) for number in numbers))
    return count


def parts(output):
    """What each program of a batch printed: its number to its text."""
    found, at = {}, 0
    for line_end in [i for i in range(len(output)) if output.startswith(b"\n-- p", i)]:
        stop = output.index(b"\n", line_end + 1)
        found[int(output[line_end + 5:stop])] = output[at:line_end]
        at = stop + 1
    return found


def differing(options, modes, numbers, directory):
    """How many programs the batch holds, and [(mode, number or None)] of the files that answer differently in a mode; None: the batch
    as a whole. No programs: CPython was late."""
    count = write_batch(options, numbers, directory)
    command = [fuzz_modes.PYTHON, "-S", "-W", "ignore", "p.py"]
    want = fuzz_modes.execute(command, directory)
    if want[0] == "timeout":
        return 0, []
    found = []
    for mode in modes:
        got = fuzz_modes.run_mode(str(options.otter), mode, directory)
        if got == want or got[0] == "timeout":   # a busy machine is no difference
            continue
        mine, theirs = parts(got[1]), parts(want[1])
        wrong = [n for n in numbers if mine.get(n) != theirs.get(n)]
        found += [(mode, n) for n in wrong[:3]] or [(mode, None)]
    return count, found


def check(options, batch, numbers, directory):
    """The modes of --sample compile every function of a program, which takes long: they get the first few programs of a batch."""
    count, found = differing(options, options.modes, numbers, directory)
    sampled = [mode for mode, every in options.sample if batch % every == 0]
    if sampled:
        found = found + differing(options, sampled, numbers[:2], directory)[1]
    return count, found


def keep(options, text, name):
    kept = options.otter.parent / "fuzz" / name
    kept.parent.mkdir(exist_ok=True)
    kept.write_text(text)
    return kept


def examine(options, mode, number, numbers, directory):
    """Shrinks a program that differs alone; a difference that needs its neighbours is kept with the batch's numbers."""
    single = argparse.Namespace(otter=options.otter, modes=[mode])
    if number is not None:
        fuzz_modes.PRELUDE, chunks = program(options, number)
        for _ in range(3):
            found = fuzz_modes.differing_mode(single, chunks, directory)
            if found:
                chunks = fuzz_modes.shrink(single, chunks, mode, directory)
                found = fuzz_modes.differing_mode(single, chunks, directory) or found
                kept = keep(options, text_of(fuzz_modes.PRELUDE, chunks), f"campaign-{mode}-{options.seed}-{number}.py")
                return f"mode {mode} differs on {kept}\n{fuzz_modes.first_difference(*found[1:])}"
        keep(options, text_of(*program(options, number)), f"batch-{mode}-{options.seed}-{number}.py")
    return f"mode {mode}: program {number} differs in the batch {numbers[0]}..{numbers[-1]} only (seed {options.seed})"


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--otter", type=pathlib.Path, default=fuzz_modes.ROOT / "build" / "otter")
    parser.add_argument("--modes", default="interp,baseline,run,tier", type=lambda s: s.split(","))
    parser.add_argument("--sample", default="jit:40,build:40", type=lambda s: [(m, int(n)) for m, _, n in (e.partition(":") for e in s.split(",") if e)])
    parser.add_argument("--programs", type=int, default=100000)
    parser.add_argument("--batch", type=int, default=40)
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    parser.add_argument("--seconds", type=float, default=1e9)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--stop-after", type=int, default=20, help="faults after which to stop")
    parser.add_argument("--print", type=int, metavar="N", help="only print file N")
    return parser.parse_args()


def main():
    options = parse_options()
    if options.print is not None:
        print(text_of(*program(options, options.print)), end="")
        return 0
    options.otter = options.otter.resolve()
    end, faults, done, number = time.monotonic() + options.seconds, 0, 0, options.first
    with tempfile.TemporaryDirectory(prefix="otter-fuzz-") as directory:
        while done < options.programs and faults < options.stop_after and time.monotonic() < end:
            numbers = range(number, number + options.batch)
            count, found = check(options, number // options.batch, numbers, directory)
            done += count
            for mode, wrong in found:
                faults += 1
                print(f"program {wrong}: {examine(options, mode, wrong, numbers, directory)}", flush=True)
            number = numbers[-1] + 1
            if number // options.batch % 25 == 0:
                print(f"{done} programs, {faults} faults, next file {number}", flush=True)
    print(f"{done} programs, {faults} faults (seed {options.seed}, next file {number}, modes {','.join(options.modes)})")
    return 1 if faults or not done else 0


if __name__ == "__main__":
    sys.exit(main())
