#!/usr/bin/python3
"""Runs the examples of docs/ and README.md: what a page says a program prints is what it prints.

A block ```python or ```otter is a program; the block ```output behind it is its standard output followed by its standard
error (`exit=N` in the fence: its exit code; 0 otherwise). CPython judges the blocks ```python, too. A program without an output
block must say `part` in its fence: it is not run. A fence with `file=NAME` writes that file for the rest of the page. In a block
```console the lines behind `$ ` are run by the shell, and what stands under them is what they print.

    tests/run_docs.py --otter build/otter [--mode interp] [--bless] [PAGE...]

`--bless` writes what was printed into the pages (of CPython for ```python), to be read before it is committed.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from typing import NamedTuple

ROOT = pathlib.Path(__file__).resolve().parent.parent
PYTHON = "/usr/bin/python3"
FENCE = re.compile(r"^```(\w+)([^\n`]*)\n(.*?)^```$", re.M | re.S)
SUFFIX = {"python": ".py", "otter": ".ot"}


class Block(NamedTuple):
    kind: str
    info: str
    text: str
    line: int

    def option(self, name):
        """The value of `name=value` in the fence, True for a bare `name`, None without it."""
        for word in self.info.split():
            key, _, value = word.partition("=")
            if key == name:
                return value or True
        return None


def blocks_of(text):
    return [Block(m[1], m[2], m[3], text.count("\n", 0, m.start()) + 1) for m in FENCE.finditer(text)]


def run(command, folder, environment):
    done = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    return (done.stdout + done.stderr).replace(f"{folder}/", ""), done.returncode


class Page:
    """One page in a folder of its own. `problems` holds a line per example that is not true."""

    def __init__(self, path, options, scratch):
        self.path, self.options, self.problems, self.count = path, options, [], 0
        self.blessed = {}  # output block -> what it should hold
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=scratch))
        self.environment = dict(os.environ, OTTER_CACHE_DIR=str(self.folder / ".cache"), LC_ALL="C.UTF-8", PYTHONHASHSEED="0",
                                PATH=f"{pathlib.Path(options.otter).parent}:{os.environ['PATH']}")

    def compare(self, block, who, wanted, got, code=0, wanted_code=0):
        if got == wanted and code == wanted_code:
            return
        if self.options.bless and code == wanted_code:
            self.blessed[block] = got
            return
        try:
            place = self.path.relative_to(ROOT)
        except ValueError:
            place = self.path
        self.problems.append(f"FAIL {place}:{block.line} [{who}]: exit {code}, wanted {wanted_code}\n"
                             f"--- wanted\n{wanted}--- printed\n{got}---")

    def run_program(self, block, output):
        source = "program" + SUFFIX[block.kind]
        (self.folder / source).write_text(block.text, encoding="utf-8")
        wanted_code = int(output.option("exit") or 0)
        mode = [f"--mode={self.options.mode}"] if self.options.mode else []
        ways = [("otter", [self.options.otter, "run", *mode, source])]
        if block.kind == "python":
            ways.append(("cpython", [PYTHON, source]))
        for who, command in ways:
            got, code = run(command, self.folder, self.environment)
            self.compare(output, who, output.text, got, code, wanted_code)
        self.count += 1

    def run_console(self, block):
        printed = ""
        for command in re.findall(r"^\$ (.*)\n", block.text, re.M):
            got, _ = run(["/bin/sh", "-c", command], self.folder, self.environment)
            printed += f"$ {command}\n{got}"
            self.count += 1
        self.compare(block, "shell", block.text, printed)

    def run_blocks(self):
        found = blocks_of(self.path.read_text(encoding="utf-8"))
        for block, after in zip(found, [*found[1:], None]):
            if block.option("file"):
                target = self.folder / block.option("file")
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(block.text, encoding="utf-8")
            elif block.kind == "console":
                self.run_console(block)
            elif block.kind in SUFFIX and after and after.kind == "output":
                self.run_program(block, after)
            elif block.kind in SUFFIX and not block.option("part"):
                self.compare(block, "page", "an output block\n", "nothing\n", 1)
        if self.blessed:
            self.write_blessed()
        return self

    def write_blessed(self):
        lines = self.path.read_text(encoding="utf-8").splitlines(keepends=True)
        for block in sorted(self.blessed, key=lambda b: -b.line):
            lines[block.line:block.line + block.text.count("\n")] = [self.blessed[block]]
        self.path.write_text("".join(lines), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--otter", type=lambda p: str(pathlib.Path(p).resolve()), default=str(ROOT / "build" / "otter"))
    parser.add_argument("--mode", help="run the programs with --mode=MODE")
    parser.add_argument("--bless", action="store_true", help="write into the pages what was printed")
    parser.add_argument("pages", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    pages = [p.resolve() for p in options.pages] or [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
    with tempfile.TemporaryDirectory(prefix="otter-docs-") as scratch, concurrent.futures.ThreadPoolExecutor(2) as pool:
        done = list(pool.map(lambda path: Page(path, options, scratch).run_blocks(), pages))
    problems = [problem for page in done for problem in page.problems]
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"{sum(page.count for page in done)} examples of {len(done)} pages, {len(problems)} differ")
    return 1 if problems or not any(page.count for page in done) else 0


if __name__ == "__main__":
    sys.exit(main())
