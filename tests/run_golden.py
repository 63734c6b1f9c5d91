#!/usr/bin/python3
"""Compares what Otter dumps with the golden files beside the sources.

    tests/run_golden.py --otter build/otter            compare
    tests/run_golden.py --otter build/otter --bless    write what it dumps now

tests/bytecode/NAME.py or NAME.ot: `otter run --dump-bytecode` against NAME.golden; tests/ssa: `--dump-ssa`; tests/types: `otter check --types`.
"""

import argparse
import difflib
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SETS = {"bytecode": ("run", "--dump-bytecode"), "ssa": ("run", "--dump-ssa"), "types": ("check", "--types")}


def dump(otter, command, source):
    name = str(source.relative_to(ROOT))
    done = subprocess.run([otter, *command, name], cwd=ROOT, capture_output=True, text=True, timeout=60)
    return done.stdout + done.stderr


def compare(source, golden, got):
    expected = golden.read_text() if golden.exists() else ""
    if got == expected:
        return True
    lines = difflib.unified_diff(expected.splitlines(), got.splitlines(), str(golden.relative_to(ROOT)), "now", lineterm="", n=2)
    print(f"FAIL {source.relative_to(ROOT)}", *list(lines)[:40], sep="\n    ")
    return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--otter", required=True)
    parser.add_argument("--bless", action="store_true")
    options = parser.parse_args()
    otter, failed, count = str(pathlib.Path(options.otter).resolve()), 0, 0
    for folder, command in SETS.items():
        for source in sorted((ROOT / "tests" / folder).iterdir()):
            if source.suffix not in (".py", ".ot"):
                continue
            count += 1
            golden, got = source.with_suffix(".golden"), dump(otter, command, source)
            if options.bless:
                golden.write_text(got)
            elif not compare(source, golden, got):
                failed += 1
    print(f"{count - failed} of {count} dumps are as expected")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
