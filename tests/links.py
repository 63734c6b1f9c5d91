#!/usr/bin/python3
"""Checks that what the documents name is there.

Links between pages (and their #headings), files and folders mentioned in `backquotes`, and in pages about the inside
also names of functions, types and constants. Options (`--mode`) must be some program's here. Paths count from the repository's root, from the document's folder, or from the folder
a README describes; a bare file name (`heap.h`, `heap*.c`) may be anywhere, since file names are unique.
"""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
FENCED = re.compile(r"^```.*?^```$", re.M | re.S)
PATH = re.compile(r"[\w.*-]+(/[\w.*-]+)*/?")
ENDINGS = (".c", ".h", ".def", ".py", ".ot", ".js", ".scm", ".md", ".txt", ".cmake", ".golden")
FOLDERS = ("frontend/", "compiler/", "jit/", "cache/", "stdlib/", "tests/", "docs/", "examples/", "tools/", "cmake/")
# C names in prose: prefix_verb_noun in lower case, or a type's UpperCamel with two humps, or a constant's capitals.
NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+|(?:[A-Z][a-z0-9]+){2,}|[A-Z][A-Z0-9_]{3,}")
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")
# Stand for any file or name, or for a program's own; or are made while building.
USERS = ("docs/language/", "docs/tour.md", "docs/differences.md")  # about programs, whose names are not in the sources
EXAMPLES = {"x.h", "x_int.h", "x_methods.c", "prefix_verb_noun", "program.py", "program.ot"}
FOREIGN = {"--abi", "STATE_COUNT"}  # of tree-sitter's generator
GENERATED = {"parser.c", "unicode_tables.h", "names_table.h", "float_powers.h"}


def repository_files():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode == 0:
        return [name for name in listed.stdout.splitlines() if (ROOT / name).exists()]
    return [str(p.relative_to(ROOT)) for p in ROOT.rglob("*") if p.is_file()]


def anchors_of(path):
    """The #names that a page's headings get."""
    text = FENCED.sub("", path.read_text(encoding="utf-8"))
    titles = re.findall(r"^#+ (.*)$", text, re.M)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def check_link(page, target):
    if re.match(r"[a-z]+:", target):
        return True
    path, _, anchor = target.partition("#")
    to = (page.parent / path).resolve() if path else page
    return to.exists() and (not anchor or to.suffix != ".md" or anchor in anchors_of(to))


def looks_like_path(text):
    return PATH.fullmatch(text) and (text.endswith(ENDINGS) and not text.startswith(".") or text.startswith(FOLDERS))


def path_exists(page, text, names):
    if pathlib.PurePath(text).name in EXAMPLES | GENERATED:
        return True
    text = text.rstrip("/")
    for base in {ROOT, page.parent, *page.parent.glob("*/"), *(ROOT / top for top in FOLDERS)}:
        if base.is_dir() and any(base.glob(text)):
            return True
    return any(pathlib.PurePath(name).match(text) for name in names)


def words_of(names):
    """Every word of the sources and scripts."""
    words = set()
    for name in names:
        if name.endswith((*ENDINGS, "CMakeLists.txt")) and not name.endswith(".md") and not name.endswith("src/parser.c"):
            words |= set(re.findall(r"\w+", (ROOT / name).read_text(encoding="utf-8", errors="replace")))
        words |= set(re.findall(r"\w+", name))
    return words


def options_of(names):
    """Every --option that a source, script or build file mentions."""
    files = [name for name in names if name.endswith((".def", ".c", ".py", ".sh", "/run")) or name.startswith("tools/")]
    return {option for name in files for option in OPTION.findall((ROOT / name).read_text(encoding="utf-8", errors="replace"))}


def problems_of(page, names, words, options):
    text = page.read_text(encoding="utf-8")
    inside = not str(page.relative_to(ROOT)).startswith(USERS)
    for target in LINK.findall(FENCED.sub("", text)):
        if not check_link(page, target):
            yield f"no such page: {target}"
    for code in CODE.findall(FENCED.sub("", text)):
        if looks_like_path(code):
            if not path_exists(page, code, names):
                yield f"no such file: {code}"
        for option in OPTION.findall(code):
            if option not in options | FOREIGN:
                yield f"no such option: {option}"
        if inside and not looks_like_path(code) and NAME.fullmatch(code.removesuffix("()")) and code.removesuffix("()") not in words | EXAMPLES | FOREIGN:
            yield f"no such name: {code}"


def main():
    names = repository_files()
    words = words_of(names)
    options = options_of(names)
    pages = [ROOT / name for name in names if name.endswith(".md")]
    problems = [f"{page.relative_to(ROOT)}: {problem}" for page in pages for problem in problems_of(page, names, words, options)]
    print(*problems, sep="\n", end="\n" if problems else "")
    print(f"{len(pages)} pages, {len(problems)} problems")
    return 1 if problems or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
