#!/usr/bin/python3
"""Compares what `otter check` says about bad programs with what it should say.

    tests/diagnostics/run_diagnostics.py --otter build/otter            compare
    tests/diagnostics/run_diagnostics.py --otter build/otter --bless    write what it says now

Each file TOPIC.ot holds programs, every one opened by a line `#---- title`; TOPIC.expect holds the answers under the
same lines. Words in brackets in the title choose how it is checked: [py] as a Python program, [json] with
--diagnostics=json, [ok] says that the program has nothing wrong and the answer must be empty.
"""

import argparse
import difflib
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
MARK = "#---- "


def read_programs(path):
    programs = []
    for line in path.read_text().splitlines(keepends=True):
        if line.startswith(MARK):
            programs.append((line.rstrip("\n"), []))
        else:
            programs[-1][1].append(line)
    return [(title, "".join(lines)) for title, lines in programs]


def answer(otter, folder, title, text):
    name = "program.py" if "[py]" in title else "program.ot"
    (folder / name).write_text(text)
    options = ["--diagnostics=json"] if "[json]" in title else []
    done = subprocess.run([otter, "check", *options, name], cwd=folder, capture_output=True, text=True, timeout=60)
    said = done.stdout + done.stderr
    expected = 2 if "error" in said else 0
    if done.returncode != expected:
        said += f"exit code {done.returncode}\n"
    return said


def answers(otter, source):
    out = []
    with tempfile.TemporaryDirectory() as folder:
        for title, text in read_programs(source):
            said = answer(otter, pathlib.Path(folder), title, text)
            out.append(f"{title}\n{said}")
            if ("[ok]" in title) != (said == ""):
                print(f"{source.name}: {title}: {'reported' if said else 'not reported'}")
    return "".join(out)


def compare(source, golden, got):
    expected = golden.read_text() if golden.exists() else ""
    if got == expected:
        return True
    lines = difflib.unified_diff(expected.splitlines(), got.splitlines(), golden.name, "now", lineterm="", n=4)
    print(f"FAIL {source.name}", *list(lines)[:60], sep="\n    ")
    return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--otter", required=True)
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    otter, failed, count = str(pathlib.Path(options.otter).resolve()), 0, 0
    for source in sorted(HERE.glob("*.ot")):
        golden, got = source.with_suffix(".expect"), answers(otter, source)
        count += got.count(MARK)
        if options.bless:
            golden.write_text(got)
        elif not compare(source, golden, got):
            failed += 1
    print(f"{count} bad programs, {failed} files differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
