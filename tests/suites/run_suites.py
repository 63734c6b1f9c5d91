#!/usr/bin/python3
"""Runs somebody else's tests: the programs of public Python test suites, CPython 3.11 being the judge.

    run_suites.py PATH...           PATH is a checkout of a suite (see suites.py for the ones known)

Per program, stdout and the exit code must be CPython's. What does not judge is left out and counted:
  oracle     CPython itself fails it, is late, or answers differently from run to run
  outside    it imports a module, or uses a name of OUTSIDE, that is no part of the language
  refused    Otter names a construct that it refuses (error E0301, or that builtins keep their values); counted per construct
  library    it imports a module of the language's library that Otter lacks
Everything else passes or differs.
"""

import argparse
import ast
import collections
import concurrent.futures
import difflib
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import warnings

import suites

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PYTHON = "/usr/bin/python3"
MODES = ("interp", "jit", "run", "tier", "build")
LIBRARY = set("""
    __future__ abc argparse array base64 bisect builtins collections contextlib copy csv dataclasses datetime enum fractions
    functools hashlib heapq io itertools json math numbers operator os os.path pathlib queue random re statistics string
    struct subprocess sys textwrap threading time types typing unittest
""".split())
OUTSIDE = ("memoryview", "gbk", "__del__", "settrace", "_getframe", "getrefcount", "co_code", "co_lnotab",
           "__code__", "__reduce__", "__setstate__", "namereplace", r"sys\.implementation", r"__bases__ = \(\w")


class Outcome:
    """What a program left behind; `code` is None when it was late."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    def text(self):
        return re.sub(r"0x[0-9a-fA-F]{6,}", "0xADDRESS", self.out)


def execute(command, cwd, timeout, seed="0"):
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": os.environ.get("HOME", "/"),
           "PYTHONHASHSEED": seed, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONWARNINGS": "ignore"}
    try:
        done = subprocess.run(command, cwd=cwd, stdin=subprocess.DEVNULL, env=env, capture_output=True, timeout=timeout)
    except subprocess.TimeoutExpired:
        return Outcome(None, "", "")
    return Outcome(done.returncode, *(text.decode("utf-8", "backslashreplace") for text in (done.stdout, done.stderr)))


def modules_of(text):
    """The top-level names of the modules a program imports."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(text)
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module.split(".")[0])
    return found


def all_modules(test, directory):
    """Modules imported, also through the test's own files, that are not the test's own."""
    found, todo, seen = set(), [test.text], set()
    while todo:
        for name in modules_of(todo.pop()) - seen:
            seen.add(name)
            path = directory / f"{name}.py"
            if path.exists():
                todo.append(suites.read(path))
            elif not (directory / name).is_dir():
                found.add(name)
    return found


def lacking_modules(options):
    """The part of LIBRARY that this Otter has not."""
    lines = [f"try:\n    import {name}\nexcept ImportError:\n    print('{name}')" for name in sorted(LIBRARY - {"__future__"})]
    with tempfile.TemporaryDirectory(prefix="otter-suite-") as scratch:
        probe = pathlib.Path(scratch) / "probe.py"
        probe.write_text("\n".join(lines))
        return set(execute([options.otter, "run", "--mode=interp", probe], scratch, 60).out.split())


def outside_language(test, directory):
    text = "\n".join([test.text, *test.files.values()])
    used = [name for name in OUTSIDE if re.search(rf"\b{name}\b", text)]
    return used or sorted(all_modules(test, directory) - LIBRARY)


def judge(test, directory, options):
    """(None, Outcome) of CPython, or (why it cannot judge, None). Kept per content in the cache directory."""
    text = json.dumps([sys.version, OUTSIDE, sorted(LIBRARY), test.name, test.text, sorted(test.files.items())])
    entry = options.cache / hashlib.sha256(text.encode()).hexdigest()
    if not entry.exists():
        entry.write_text(json.dumps(ask_oracle(test, directory, options)))
    reason, data = json.loads(entry.read_text())
    return reason, data and Outcome(*data)


def ask_oracle(test, directory, options):
    try:
        foreign = outside_language(test, directory)
    except (SyntaxError, ValueError):
        return "oracle: not Python 3.11", None
    command = [PYTHON, test.entry]
    first, second = (execute(command, directory, options.timeout, seed) for seed in ("1", "2"))
    if first.code is None:
        return "oracle: late", None
    if first.code != 0:
        return "oracle: fails", None
    if (first.text(), first.code) != (second.text(), second.code):
        return "oracle: not deterministic", None
    if foreign:
        return f"outside: {foreign[0]}", None
    return None, (first.code, first.out, first.err)


def run_otter(test, directory, mode, options):
    if mode != "build":
        chosen = {"run": [], "tier": ["--stress=tier"]}.get(mode, [f"--mode={mode}"])
        return execute([options.otter, "run", *chosen, test.entry], directory, options.timeout)
    with tempfile.TemporaryDirectory(prefix="otter-suite-") as scratch:
        binary = os.path.join(scratch, "program")
        built = execute([options.otter, "build", test.entry, "-o", binary], directory, 6 * options.timeout)
        return execute([binary], directory, options.timeout) if built.code == 0 else built


def classify(test, directory, want, got, options):
    """(verdict, lines that say more)"""
    if got.code == want.code and got.text() == want.text():
        return "passed", []
    refused = re.findall(r"error\[E0301\]: (.*)", got.err) or re.findall(
        r"TypeError: (cannot replace or delete) the builtin", got.err)
    if refused:
        return "refused: " + re.sub(r" (is|are) (refused|not supported).*", "", refused[0]), []
    lacking = sorted(all_modules(test, directory) & options.lacking)
    if lacking:
        return f"library: {lacking[0]}", []
    report = []
    if got.code != want.code:
        report.append("late" if got.code is None else f"signal {-got.code}" if got.code < 0 else f"exit {got.code}")
    lines = difflib.unified_diff(want.text().split("\n"), got.text().split("\n"), "expected", "got", lineterm="", n=1)
    return "differs", report + list(lines)[2:14] + ["stderr: " + line for line in got.err.splitlines()[-6:]]


def place(test, scratch):
    """The directory in which the test runs: one of its own when it brings files or may write some."""
    if not test.files and "open(" not in test.text:
        return test.cwd
    for name, text in {**test.files, test.entry: test.text}.items():
        path = scratch / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path in test.cwd.iterdir() if test.cwd else ():
        if not (scratch / path.name).exists():
            (scratch / path.name).symlink_to(path)
    return scratch


def check(test, options):
    """The verdicts of one test: (mode, verdict, report) per mode."""
    with tempfile.TemporaryDirectory(prefix="otter-suite-") as scratch:
        directory = place(test, pathlib.Path(scratch))
        reason, want = judge(test, directory, options)
        if reason:
            return [(mode, reason, []) for mode in options.modes]
        return [(mode, *classify(test, directory, want, run_otter(test, directory, mode, options), options)) for mode in options.modes]


def print_summary(name, mode, verdicts):
    kinds = collections.Counter(verdict.split(":")[0] for verdict in verdicts)
    run = kinds["passed"] + kinds["differs"]
    print(f"{name} [{mode}]: {len(verdicts)} programs; {run} run, {kinds['passed']} alike, {kinds['differs']} differing; "
          f"{kinds['refused']} refused, {kinds['library']} without library, {kinds['outside']} outside, "
          f"{kinds['oracle']} not judged")
    for kind in ("refused", "library"):
        for verdict, count in collections.Counter(v for v in verdicts if v.startswith(kind)).most_common():
            print(f"    {count:4} {verdict}")


def run_suite(suite, root, options):
    tests = [t for t in suite.tests(root) if not options.filter or re.search(options.filter, t.name)]
    verdicts = collections.defaultdict(list)
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        for test, results in zip(tests, pool.map(lambda t: check(t, options), tests)):
            for mode, verdict, report in results:
                verdicts[mode].append(verdict)
                if verdict == "differs":
                    print(f"DIFFERS {suite.name}/{test.name} [{mode}]", *("    " + line for line in report), sep="\n")
                elif options.verbose:
                    print(f"{suite.name}/{test.name} [{mode}] {verdict}")
    for mode in options.modes:
        print_summary(suite.name, mode, verdicts[mode])
    return any("differs" in v for v in verdicts.values())


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="+", type=pathlib.Path)
    parser.add_argument("--suite", choices=[s.name for s in suites.SUITES], help="recognised by its folders when left out")
    parser.add_argument("--otter", type=pathlib.Path, default=ROOT / "build" / "otter")
    parser.add_argument("--modes", default="interp")
    parser.add_argument("--filter", help="regular expression over test names")
    parser.add_argument("--timeout", type=float, default=10)
    parser.add_argument("-j", dest="jobs", type=int, default=os.cpu_count())
    parser.add_argument("-v", dest="verbose", action="store_true")
    options = parser.parse_args()
    options.otter = options.otter.resolve()
    options.modes = options.modes.split(",")
    if not set(options.modes) <= set(MODES):
        parser.error(f"modes are {', '.join(MODES)}")
    options.cache = options.otter.parent / "suites-oracle"
    options.cache.mkdir(parents=True, exist_ok=True)
    options.lacking = lacking_modules(options)
    return options


def main():
    options = parse_options()
    differing = False
    for root in options.path:
        suite = suites.find_suite(root.resolve(), options.suite)
        if suite is None:
            sys.exit(f"{root}: no suite known by its folders")
        differing |= run_suite(suite, root.resolve(), options)
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
