#!/usr/bin/python3
"""Runs the programs of tests/lang through every mode of Otter.

A program is a file NAME.py or NAME.ot, or a directory that has a main.py or main.ot
(its other files are modules and data of that program).

* .py programs are also valid Python: CPython 3.11 is the oracle. Its answer is cached
  in the build directory under a hash of everything the program consists of.
* .ot programs have their expected output in NAME.out (or main.out) next to them.

Compared are stdout, the exit code and, when the oracle's run ended in a traceback,
stderr (without the caret lines, and with the program's directory cut from paths).

Directives are comments in a program's first ten lines:
    # args: a b c        command-line arguments; {tmp} is an empty directory of this run
    # twin: FILE.py      a Python program in the same directory whose output is expected, CPython the judge (.ot only)
    # exit: 3            expected exit code (.ot only)
    # stderr-has: text   stderr must contain the text (.ot only)
    # modes: interp run  only these modes
    # no-stress [gc]     too slow for --stress, or for that one; behind a colon why
Standard input comes from NAME.in (or main.in), else it is empty.
"""

import argparse
import concurrent.futures
import difflib
import hashlib
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
LANG = ROOT / "tests" / "lang"
PYTHON = "/usr/bin/python3"
MODES = ("interp", "baseline", "jit", "run", "build")
LEVELS = ("build-O0", "build-O1", "build-O2", "build-O3")   # modes by request: executables of a level
ENV = {
    "PATH": "/usr/bin:/bin",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
    "HOME": os.environ.get("HOME", "/"),
    "PYTHONHASHSEED": "0",
    "PYTHONDONTWRITEBYTECODE": "1",
    "ASAN_OPTIONS": "detect_leaks=0:abort_on_error=1",
    "UBSAN_OPTIONS": "print_stacktrace=1",
    "TSAN_OPTIONS": f"suppressions={ROOT / 'tests' / 'tsan.supp'}",
}


class Program:
    """One test: its entry file, where it runs, and what its comments ask for."""

    def __init__(self, path):
        self.main = path / entry_of(path) if path.is_dir() else path
        self.name = str(path.relative_to(LANG))
        self.dir = self.main.parent
        self.files = sorted(p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts) \
            if path.is_dir() else [path]
        self.is_python = self.main.suffix == ".py"
        self.stdin = self.main.with_suffix(".in")
        self.args, self.exit, self.stderr_has, self.modes, self.unstressed = [], 0, [], None, []
        self.script = self.main if self.is_python else None  # what CPython runs
        self.read_directives()

    def read_directives(self):
        for line in self.main.read_text(encoding="utf-8", errors="replace").splitlines()[:10]:
            if line.startswith("# args:"):
                self.args = shlex.split(line[7:])
            elif line.startswith("# twin:"):
                self.script = self.dir / line[7:].strip()
            elif line.startswith("# exit:"):
                self.exit = int(line[7:])
            elif line.startswith("# stderr-has:"):
                self.stderr_has.append(line[13:].strip())
            elif line.startswith("# modes:"):
                self.modes = line[8:].split()
            elif line.startswith("# no-stress"):
                self.unstressed = line[11:].partition(":")[0].split() or [None]

    def takes_stress(self, stress):
        return not stress or not {None, stress.partition(":")[0]} & set(self.unstressed)

    def input(self):
        return self.stdin.read_bytes() if self.stdin.exists() else b""

    def key(self):
        digest = hashlib.sha256(sys.version.encode())
        for path in self.files:
            digest.update(str(path.name).encode() + b"\0" + path.read_bytes() + b"\0")
        digest.update(repr(self.args).encode() + self.input())
        return digest.hexdigest()


class Result:
    """What a run left behind. `code` is negative for a signal, None for a timeout."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err


def entry_of(directory):
    return "main.py" if (directory / "main.py").exists() else "main.ot"


def find_programs(patterns):
    found = []
    for base, dirs, files in os.walk(LANG):
        base = pathlib.Path(base)
        if "main.py" in files or "main.ot" in files:
            found.append(base)
            dirs[:] = []
            continue
        dirs[:] = [d for d in dirs if d != "__pycache__"]
        found += [base / f for f in files if f.endswith((".py", ".ot"))]
    programs = [Program(p) for p in sorted(found)]
    return [p for p in programs if not patterns or any(re.search(f, p.name) for f in patterns)]


def execute(command, program, timeout):
    if "{tmp}" not in command:
        return execute_plain(command, program, timeout)
    with tempfile.TemporaryDirectory(prefix="otter-") as tmp:
        result = execute_plain([tmp if c == "{tmp}" else c for c in command], program, timeout)
    result.out, result.err = (text.replace(tmp.encode(), b"{tmp}") for text in (result.out, result.err))
    return result


def execute_plain(command, program, timeout):
    try:
        done = subprocess.run(command, cwd=program.dir, input=program.input(), env=ENV,
                              capture_output=True, timeout=timeout)
    except subprocess.TimeoutExpired as late:
        return Result(None, late.stdout or b"", late.stderr or b"")
    except OSError as error:
        return Result(127, b"", str(error).encode())
    return Result(done.returncode, done.stdout, done.stderr)


def oracle(program, cache):
    """The expected Result; CPython's for .py, the .out file for .ot."""
    if not program.script:
        return Result(program.exit, program.main.with_suffix(".out").read_bytes(), None)
    entry = cache / program.key()
    if entry.exists():
        data = json.loads(entry.read_text())
        return Result(data["code"], data["out"].encode(), data["err"].encode())
    result = execute([PYTHON, program.script.name, *program.args], program, 60)
    data = {"code": result.code, "out": result.out.decode(), "err": result.err.decode()}
    scratch = entry.with_suffix(f".{os.getpid()}-{id(result)}")
    scratch.write_text(json.dumps(data))
    scratch.replace(entry)
    return result


def run_mode(program, mode, options, scratch):
    otter, extra = str(options.otter), [f"--stress={options.stress}"] if options.stress else []
    if not mode.startswith("build"):
        chosen = [] if mode == "run" else [f"--mode={mode}"]
        return execute([otter, "run", *chosen, *extra, program.main.name, *program.args],
                       program, options.timeout)
    binary = scratch / hashlib.md5(program.name.encode()).hexdigest()
    level = [mode.removeprefix("build")] if mode in LEVELS else []
    built = execute([otter, "build", *level, program.main.name, "-o", str(binary)], program, options.timeout)
    if built.code != 0:
        return built
    try:
        return execute([str(binary), *program.args], program, options.timeout)
    finally:
        binary.unlink(missing_ok=True)


def normalise_stderr(data, program):
    """Carets under a traceback's source line are CPython's extra; paths are local."""
    lines = data.decode("utf-8", "replace").replace(f"{program.dir}/", "").splitlines()
    return [line for line in lines if not re.fullmatch(r"\s*[~^]+\s*", line)]


def describe_difference(want, got):
    lines = list(difflib.unified_diff(want, got, "expected", "got", lineterm="", n=1))
    return lines[2:14] + (["..."] if len(lines) > 14 else [])


def split(data):
    return data.decode("utf-8", "replace").split("\n")


def compare(program, want, got):
    """None when alike, else the lines that say how not."""
    report = []
    if got.code != want.code:
        what = "timeout" if got.code is None else f"signal {-got.code}" if got.code < 0 else f"exit {got.code}"
        report.append(f"{what} instead of exit {want.code}")
    if got.out != want.out:
        report += describe_difference(split(want.out), split(got.out))
    stderr = normalise_stderr(got.err, program)
    if want.err is not None and b"Traceback" in want.err:
        expected = normalise_stderr(want.err, program)
        if stderr != expected:
            report += ["stderr:"] + describe_difference(expected, stderr)
    elif report:
        report += ["stderr: " + line for line in stderr[:6]]
    for text in program.stderr_has:
        if text not in "\n".join(stderr):
            report.append(f"stderr lacks {text!r}")
    return report or None


def check(program, mode, options, scratch):
    try:
        return compare(program, oracle(program, options.cache), run_mode(program, mode, options, scratch))
    except (OSError, UnicodeError) as error:
        return [f"{type(error).__name__}: {error}"]


def run_all(programs, options, scratch):
    """Checks every program in every mode; returns the (title, report) of the failures."""
    jobs = [(p, m) for m in options.modes for p in programs
            if (p.modes is None or m in p.modes) and p.takes_stress(options.stress)]
    failures = []
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        results = pool.map(lambda job: check(*job, options, scratch), jobs)
        for (program, mode), report in zip(jobs, results):
            if report:
                failures.append((f"{program.name} [{mode}]", report))
            elif options.verbose:
                print(f"ok {program.name} [{mode}]")
    return len(jobs), failures


def check_oracle(programs, cache):
    """--oracle: every .py program runs twice under CPython, alike and in time."""
    bad = 0
    for program in programs:
        if not program.is_python:
            continue
        first, second = (execute([PYTHON, program.main.name, *program.args], program, 5) for _ in "12")
        problem = "timeout" if first.code is None else \
            "not deterministic" if (first.out, first.err, first.code) != (second.out, second.err, second.code) else \
            "unmeant failure" if first.code and not re.search("uncaught|exit_", program.name) else None
        if problem:
            bad += 1
            print(f"{program.name}: {problem}\n{first.err.decode()[-400:]}")
    print(f"{len(programs) - bad} passed, {bad} failed")
    return bad


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("filter", nargs="*", help="regular expressions over program names")
    parser.add_argument("--filter", dest="filters", action="append", default=[])
    parser.add_argument("--otter", type=pathlib.Path, default=ROOT / "build" / "otter")
    parser.add_argument("--modes", default=",".join(MODES))
    parser.add_argument("--stress", help="passed on as --stress=WHAT")
    parser.add_argument("-j", dest="jobs", type=int, default=os.cpu_count())
    parser.add_argument("--timeout", type=float, default=60)
    parser.add_argument("--show", type=int, default=20, help="failures shown with their difference")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--oracle", action="store_true", help="only check the programs against CPython itself")
    parser.add_argument("-v", dest="verbose", action="store_true")
    options = parser.parse_args()
    options.otter = options.otter.resolve()
    options.cache = options.otter.parent / "oracle"
    ENV["OTTER_CACHE_DIR"] = os.environ.get("OTTER_CACHE_DIR", str(options.otter.parent / "test-cache"))
    options.modes = [m for m in options.modes.split(",") if m]
    unknown = set(options.modes) - set(MODES) - set(LEVELS)
    if unknown:
        parser.error(f"unknown mode: {', '.join(sorted(unknown))}")
    return options


def main():
    options = parse_options()
    programs = find_programs(options.filter + options.filters)
    if options.list:
        print(*(p.name for p in programs), sep="\n")
        return 0
    if options.oracle:
        return 1 if check_oracle(programs, None) else 0
    options.cache.mkdir(parents=True, exist_ok=True)
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="otter-lang-"))
    try:
        total, failures = run_all(programs, options, scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    for title, report in failures[:options.show]:
        print(f"FAIL {title}", *("    " + line for line in report), sep="\n")
    for title, _ in failures[options.show:]:
        print(f"FAIL {title}")
    print(f"{total - len(failures)} passed, {len(failures)} failed")
    return 1 if failures or not total else 0


if __name__ == "__main__":
    sys.exit(main())
