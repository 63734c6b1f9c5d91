#!/usr/bin/python3
"""Checks the benchmark programs: every mode of Otter prints what CPython prints, at a tiny size.

    tests/bench/run_bench.py --otter PATH [--modes interp,baseline,jit,run,build] [NAME...]

Speed is `otter bench`'s business, and so are the other languages' versions.
"""

import argparse
import concurrent.futures
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PYTHON = "/usr/bin/python3"
MODES = ("interp", "baseline", "jit", "run", "build")


def read_sizes():
    """By program: the arguments for a test and for 0.1, 1 and 10 seconds of CPython."""
    rows = (line.split() for line in (HERE / "sizes").read_text().splitlines() if not line.startswith("#"))
    return {row[0]: row[1:] for row in rows if row}


def output(command):
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    return done.stdout if done.returncode == 0 else f"exit {done.returncode}: {done.stderr[-600:]}"


def run_mode(otter, mode, source, size, scratch):
    if mode != "build":
        return output([otter, "run", *([] if mode == "run" else [f"--mode={mode}"]), source, size])
    binary = str(scratch / pathlib.Path(source).stem)
    done = subprocess.run([otter, "build", source, "-o", binary], capture_output=True, text=True, timeout=120)
    return output([binary, size]) if done.returncode == 0 else f"build: {done.stderr[-600:]}"


def check_source(source, size, options, scratch):
    """The failures of one .py file, as lines of text."""
    expected = output([PYTHON, str(source), size])
    answers = {mode: run_mode(options.otter, mode, str(source), size, scratch) for mode in options.modes}
    return [f"{source.name} {mode}: {got!r} instead of {expected!r}" for mode, got in answers.items() if got != expected]


def check_folder(folder, sizes):
    """What is wrong with the set of files, as lines of text."""
    name = folder.name
    if name not in sizes:
        return [f"{name}: not in the table of sizes"]
    missing = [suffix for suffix in ("py", "c", "rs") if not (folder / f"{name}.{suffix}").exists()]
    text = (folder / f"{name}.py").read_text() if "py" not in missing else ""
    wrong = [f"{name}.{suffix}: missing" for suffix in missing]
    return wrong if f"else {sizes[name][2]}\n" in text else wrong + [f"{name}.py: its default is not the table's {sizes[name][2]}"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", help="programs; all of them by default")
    parser.add_argument("--otter", required=True)
    parser.add_argument("--modes", type=lambda text: text.split(","), default=MODES)
    parser.add_argument("-j", type=int, default=os.cpu_count())
    options = parser.parse_args()
    sizes = read_sizes()
    folders = sorted(p for p in HERE.iterdir() if p.is_dir() and (not options.names or p.name in options.names))
    wrong = [line for folder in folders for line in check_folder(folder, sizes)]
    sources = [source for folder in folders for source in sorted(folder.glob("*.py"))]
    with tempfile.TemporaryDirectory(prefix="otter-bench-") as scratch, concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        jobs = [pool.submit(check_source, source, sizes[source.parent.name][0], options, pathlib.Path(scratch))
                for source in sources if source.parent.name in sizes]
        wrong += [line for job in jobs for line in job.result()]
    print("\n".join(wrong) if wrong else f"{len(sources)} programs agree in {', '.join(options.modes)}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
