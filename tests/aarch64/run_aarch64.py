#!/usr/bin/python3
"""Builds otter for AArch64 (without LLVM) and runs programs of tests/lang in its native code made of stencils, under qemu-user.

Needs clang-22 (which compiles for every target), qemu-aarch64, and the packages libc6-dev-arm64-cross and lib{tree-sitter,xxhash,
tommath,utf8proc}-dev:arm64. What is missing is named, and the exit code is 77: skipped.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LIBC = pathlib.Path("/usr/aarch64-linux-gnu")
LIBRARIES = pathlib.Path("/usr/lib/aarch64-linux-gnu")
NEEDED = ("tree-sitter", "xxhash", "tommath", "utf8proc")
SKIPPED = 77
# Starting takes seconds under qemu: a few programs that go through every kind of stencil.
PROGRAMS = ["programs/stack_vm", "programs/lisp", "programs/scheduler", "exceptions/finally_flow", "generators/send_throw",
            "objects/construction", "functions/closures", "control/flow_mixed", "exceptions/float_arith"]


def find_missing():
    missing = [tool for tool in ("clang-22", "qemu-aarch64", "ninja", "cmake") if not shutil.which(tool)]
    missing += [name for name in NEEDED if not (LIBRARIES / f"lib{name}.a").exists()]
    return missing + ([] if (LIBC / "lib" / "libc.so.6").exists() else ["libc6-dev-arm64-cross"])


def build(folder):
    libraries = [f"-DOTTER_LIB_{name.upper().replace('-', '_')}={LIBRARIES}/lib{name}.a" for name in NEEDED]
    configure = ["cmake", "-S", ROOT, "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=release", "-DCMAKE_SYSTEM_NAME=Linux",
                 "-DCMAKE_SYSTEM_PROCESSOR=aarch64", "-DCMAKE_C_COMPILER=clang-22", "-DCMAKE_C_COMPILER_TARGET=aarch64-linux-gnu",
                 f"-DCMAKE_CROSSCOMPILING_EMULATOR=qemu-aarch64;-L;{LIBC}", *libraries]
    for command in (configure, ["ninja", "-C", folder, "otter"]):
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(done.stdout[-4000:] + done.stderr[-4000:])


def wrap(folder):
    """qemu as a program, for scripts that want one."""
    script = folder / "otter-emulated"
    script.write_text(f'#!/bin/sh\nexec qemu-aarch64 -L {LIBC} {folder}/otter "$@"\n')
    script.chmod(0o755)
    return script


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build" / "aarch64")
    parser.add_argument("filter", nargs="*", default=PROGRAMS)
    options = parser.parse_args()
    missing = find_missing()
    if missing:
        print("skipped, for want of:", ", ".join(missing))
        sys.exit(SKIPPED)
    folder = options.build.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    build(folder)
    command = [sys.executable, ROOT / "tests" / "run_lang.py", "--otter", wrap(folder), "--modes", "baseline", "--timeout", "120",
               "-j", str(os.cpu_count() or 1), *options.filter]
    sys.exit(subprocess.run(command).returncode)


if __name__ == "__main__":
    main()
