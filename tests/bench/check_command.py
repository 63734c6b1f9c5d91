#!/usr/bin/python3
"""Checks the command line of `otter bench`: its reports on tiny programs, and its answers to bad usage.

    tests/bench/check_command.py OTTER
"""

import html.parser
import json
import pathlib
import subprocess
import sys
import tempfile

PROGRAM = "import sys\nprint(sum(range(int(sys.argv[1]))), sys.argv[2:])\n"
RIVAL = "/usr/bin/python3 {}"
BAD = {
    (): "bench what?",
    ("no-such.py",): "no such file",
    ("both/both.js",): "ends in .py or .ot",
    ("none",): "no programs in this folder",
    ("both", "--modes=fast"): "no mode 'fast'",
    ("both", "--modes="): "nothing to run",
    ("both", "--runs=0"): "--runs=0",
    ("both", "--runs=many"): "no number of runs",
    ("both", "--runs"): "needs a value",
    ("both", "--timeout=0"): "no time",
    ("both", "--by=luck"): "choose wall or cpu",
    ("both", "--size=huge"): "no size 'huge'",
    ("both", "--no-such"): "unknown option",
    ("both", "--quiet=1"): "unknown option",
}


def make_files(folder):
    for name, text in {"both/both.py": PROGRAM, "both/both_typed.py": PROGRAM, "both/both.js": "", "both/other.py": "1 / 0\n",
                       "fails/fails.py": "print(1)\nraise SystemExit(3)\n", "none/x.txt": "",
                       "sizes": "# a table\n# program tiny small 1s\nboth 10 100 1000\n"}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)


def check(condition, message, done):
    if not condition:
        sys.exit(f"{message}\n{done.stdout}{done.stderr}")


def run(otter, folder, *arguments):
    return subprocess.run([otter, "bench", *arguments], cwd=folder, capture_output=True, text=True, timeout=300)


def check_reports(otter, folder):
    done = run(otter, folder, "both", "--modes=static,quick,warm", "--vs", RIVAL, "--vs=none={none}", "--size", "small", "--runs=2", "--json=o.json",
               "--html=o.html", "--", "a", "b")
    check(done.returncode == 0 and not done.stderr, "reports", done)
    for word in ("both 100\n", "both_typed 100\n", "(start-up)", "geometric mean of 2 programs, against static", "python3"):
        check(word in done.stdout, f"no {word!r}", done)
    report = json.loads((folder / "o.json").read_text())
    check([c["name"] for c in report["contenders"]] == ["static", "quick", "warm", "python3", "none"], "contenders", done)
    check([p["name"] for p in report["programs"]] == ["(start-up)", "both", "both_typed"], "programs", done)
    for program in report["programs"]:
        check([r["contender"] for r in program["results"]] == ["static", "quick", "warm", "python3"], "results", done)
        for result in program["results"]:
            check(len(result["samples"]) == 2 and 0 < result["low"] <= result["median"] <= result["high"] and result["peak"] > 0, "figures", done)
        check("build" in program["results"][0], "build time", done)
    page = (folder / "o.html").read_text()
    html.parser.HTMLParser().feed(page)
    check(page.count("<svg") == 4 and "both_typed" in page and "src=" not in page, "page", done)


def check_troubles(otter, folder):
    done = run(otter, folder, "fails", "both", "--modes=interp", "--vs", "wrong=/usr/bin/python3 -c 'print(1)'", "--vs=broken={}", "--runs=1", "--warmup=0", "--by=cpu", "--quiet")
    check(done.returncode == 1, "status of troubles", done)
    for word in ("writes something else than the first", "ended with status 3", "ended with status 127"):
        check(word in done.stdout, f"no {word!r}", done)


def main():
    otter = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory(prefix="otter-bench-") as scratch:
        folder = pathlib.Path(scratch)
        make_files(folder)
        for arguments, answer in BAD.items():
            done = run(otter, folder, *arguments)
            check(done.returncode == 2 and answer in done.stderr and not done.stdout, f"{arguments}: expected {answer!r}", done)
        check_reports(otter, folder)
        check_troubles(otter, folder)
    print("otter bench answers as it should")


if __name__ == "__main__":
    main()
