#!/usr/bin/python3
"""Checks that no include runs against the architecture's arrows (docs/architecture.md).

The arrows are read from that page: a folder may include itself and what its arrows reach.
Also checked: LLVM's headers are included by compiler/llvm alone, third-party headers by
the folders that own the matter, and C file names are unique in the repository.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

PICTURE = ROOT / "docs" / "architecture.md"


def read_layers():
    """folder -> the folders it may include: itself and what its arrows reach."""
    lines = re.search(r"^```arrows\n(.*?)^```", PICTURE.read_text(encoding="utf-8"), re.M | re.S)[1].splitlines()
    arrows = {}
    for line in lines:
        folder, _, targets = line.partition("->")
        arrows[folder.strip()] = [target.strip() for target in targets.split(",") if target.strip()]
    def reach(folder, seen):
        if folder not in seen:
            seen.add(folder)
            for target in arrows[folder]:
                reach(target, seen)
        return seen
    return {folder: reach(folder, set()) for folder in arrows}


LAYERS = read_layers()

# System headers that belong to one matter: who may include them.
OWNED = {
    "llvm-c/": ["compiler/llvm"],
    "llvm/": [],
    "tree_sitter/": ["frontend/grammar", "frontend/syntax"],
    "tommath.h": ["stdlib/runtime"],
    "xxhash.h": ["compiler/base", "stdlib/runtime"],
    "utf8proc.h": ["stdlib/runtime", "stdlib/native", "frontend/syntax", "frontend/diag"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
GENERATED = {"build_id.h", "modules_id.h", "float_powers.h", "unicode_tables.h", "names_table.h"}


def folder_of(path):
    """The layer a file belongs to: the longest matching folder of LAYERS."""
    parts = path.relative_to(ROOT).parts[:-1]
    for size in range(len(parts), 0, -1):
        folder = "/".join(parts[:size])
        if folder in LAYERS:
            return folder
    return None


def sources():
    for top in ("frontend", "compiler", "jit", "cache", "profiler", "stdlib"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in (".c", ".h", ".def"):
                yield path


def check_system(path, folder, name):
    for prefix, owners in OWNED.items():
        if name.startswith(prefix) and folder not in owners:
            yield f"{path.relative_to(ROOT)}: <{name}> belongs to {', '.join(owners) or 'nobody'}"


def check_own(path, folder, name, by_name):
    target = path.parent / name
    if not target.exists():
        target = ROOT / name
    if not target.exists():
        target = by_name.get(pathlib.Path(name).name)
    if target is None:
        if name not in GENERATED:
            yield f"{path.relative_to(ROOT)}: \"{name}\" is no file of the repository"
        return
    to = folder_of(target.resolve())
    if to not in LAYERS[folder]:
        yield f"{path.relative_to(ROOT)}: {folder} must not include {to} (\"{name}\")"


def main():
    files = list(sources())
    by_name, problems = {}, []
    for path in files:
        if path.name in by_name:
            problems.append(f"{path.relative_to(ROOT)}: name already used by {by_name[path.name].relative_to(ROOT)}")
        by_name[path.name] = path
    for path in files:
        folder = folder_of(path)
        if folder is None:
            problems.append(f"{path.relative_to(ROOT)}: the folder has no line among the arrows")
            continue
        for kind, name in INCLUDE.findall(path.read_text(encoding="utf-8")):
            problems += check_system(path, folder, name) if kind == "<" else check_own(path, folder, name, by_name)
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"{len(files)} files, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
