"""Where each public suite keeps its programs, and how one of its tests becomes a program.

A suite is recognised by a path inside its checkout. Nothing of a suite is kept here; the few modules in
shims/ are ours and stand in for a suite's own support library, for CPython and Otter alike.
"""

import dataclasses
import pathlib
import re

SHIMS = pathlib.Path(__file__).resolve().parent / "shims"


@dataclasses.dataclass
class Test:
    """A program: `text` of the entry file, run in `cwd` (a directory of the suite), or with `files` (name to text)
    in an empty directory, where what `cwd` has besides is found too."""

    name: str
    entry: str
    text: str
    cwd: pathlib.Path | None = None
    files: dict = dataclasses.field(default_factory=dict)


@dataclasses.dataclass
class Suite:
    name: str
    mark: str
    find: object

    def tests(self, root):
        return list(self.find(root))


def read(path):
    return path.read_text(encoding="utf-8", errors="replace")


def in_place(root, paths):
    for path in sorted(paths):
        yield Test(str(path.relative_to(root)), path.name, read(path), cwd=path.parent)


def micropython(root):
    """Tests with an .exp file hold MicroPython's own answer where it differs from CPython's."""
    for folder in ("basics", "float", "misc", "unicode", "import", "stress", "io"):
        paths = (root / "tests" / folder).glob("*.py")
        yield from in_place(root, (p for p in paths if not p.with_suffix(".py.exp").exists()))


def pocketpy(root):
    yield from in_place(root, (root / "tests").glob("*.py"))


def rustpython(root):
    support = re.compile(r"testutils|import_(mutual|target|name)")
    paths = (root / "extra_tests" / "snippets").glob("*.py")
    shim = {"testutils.py": read(SHIMS / "testutils.py")}
    for test in in_place(root, (p for p in paths if not support.match(p.name))):
        yield dataclasses.replace(test, files=shim if "testutils" in test.text else {})


def skulpt(root):
    yield from in_place(root, [*(root / "test" / "run").glob("t*.py"), *(root / "test" / "unit3").glob("test_*.py")])


def brython(root):
    yield from in_place(root, (root / "www" / "tests").glob("test_*.py"))


def lpython(root):
    """The tests import the types of LPython's own library; shims/lpython.py names them in plain Python."""
    folder = root / "integration_tests"
    shim = read(SHIMS / "lpython.py")
    local = {p.name: p for p in folder.glob("*.py")}
    for path in sorted(folder.glob("*.py")):
        text = read(path)
        used = {"lpython.py": shim}
        add_imports(text, local, used)
        yield Test(path.stem, path.name, text, files=used)


def add_imports(text, local, used):
    for name in re.findall(r"^\s*(?:from|import)\s+(\w+)", text, re.M):
        file = name + ".py"
        if file in local and file not in used:
            used[file] = read(local[file])
            add_imports(used[file], local, used)


DRIVER_HEAD = "import native\n"
DRIVER_CALL = """try:
    native.{0}()
    print('ok {0}')
except Exception as e:
    print('{0}', type(e).__name__, e)
"""


def mypyc(root):
    """Cases are sections of .test files: [case NAME], the module `native`, then [file NAME] and [out] parts.
    A case without a driver calls every test_ function of `native`."""
    folder = root / "mypyc" / "test-data"
    utilities = folder / "fixtures" / "testutil.py"
    for path in sorted(folder.glob("run-*.test")):
        for case in re.split(r"^\[case ", read(path), flags=re.M)[1:]:
            yield mypyc_case(path.stem, case, read(utilities))


def mypyc_case(group, case, utilities):
    head, _, body = case.partition("\n")
    parts = re.split(r"^\[(\w[^\]\n]*)\]\n?", body, flags=re.M)
    files = {"native.py": unescape(parts[0]), "testutil.py": utilities}
    for title, text in zip(parts[1::2], parts[2::2]):
        kind, _, name = title.partition(" ")
        if kind == "file":
            files[name.strip()] = unescape(text)
    driver = files.pop("driver.py", None)
    if driver is None:
        found = re.findall(r"^def (test_\w+)\(\)", files["native.py"], re.M)
        driver = DRIVER_HEAD + "".join(DRIVER_CALL.format(name) for name in found)
    return Test(f"{group}/{head.rstrip(']').split('-')[0]}", "driver.py", driver, files=files)


def unescape(text):
    """In a .test file a backslash in front of `[` at a line's start, or of `--`, hides it from the format."""
    text = re.sub(r"^--.*\n", "", text, flags=re.M)
    return re.sub(r"^\\(\[|--)", r"\1", text, flags=re.M)


SUITES = [
    Suite("micropython", "tests/basics", micropython),
    Suite("rustpython", "extra_tests/snippets", rustpython),
    Suite("lpython", "integration_tests/expr_01.py", lpython),
    Suite("mypyc", "mypyc/test-data", mypyc),
    Suite("skulpt", "test/unit3", skulpt),
    Suite("brython", "www/tests", brython),
    Suite("pocketpy", "tests/010_int.py", pocketpy),
]


def find_suite(root, name):
    for suite in SUITES:
        if suite.name == name or name is None and list(root.glob(suite.mark + "*")):
            return suite
    return None
