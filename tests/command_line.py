#!/usr/bin/python3
"""What `otter` makes of its arguments: programs from the standard input and from pipes, files with odd names; closed and full standard
streams, which CPython is asked about, too."""

import os
import subprocess
import sys
import tempfile

PROGRAM = "import sys\nprint(sys.argv, __file__)\n"
CASES = [  # arguments, what is on the standard input, output
    (["run", "-", "a", "-b"], PROGRAM, "['-', 'a', '-b'] <stdin>\n"),
    (["-", "a"], PROGRAM, "['-', 'a'] <stdin>\n"),
    (["run", "--mode=jit", "-"], PROGRAM, "['-'] <stdin>\n"),
    (["run", "-"], "", ""),
    (["run", "-"], "import beside\nprint(beside.x)\n", "7\n"),
    (["run", "/dev/stdin", "a"], PROGRAM, "['/dev/stdin', 'a'] /dev/stdin\n"),
    (["run", "--", "beside.py", "--mode=interp"], "", "['beside.py', '--mode=interp']\n"),
    (["run", "--mode=interp", "--", "--odd"], "", "['--odd']\n"),
    (["run", "beside.py", "--", "z"], "", "['beside.py', '--', 'z']\n"),
    (["beside.py", "z"], "", "['beside.py', 'z']\n"),
    (["plain", "z"], "", "['plain', 'z']\n"),
    (["check", "--", "--odd", "beside.py"], "", ""),
]
MISTAKES = [  # arguments, standard input, status, what standard error has
    (["run", "-"], "x = \n", 2, "<stdin>:1"),
    (["run", "-"], "def f(): 1/0\nf()\n", 1, 'File "<stdin>", line 1, in f'),
    (["run", "--"], "", 2, "no file given"),
    (["run", "--odd"], "", 2, "unknown option '--odd'"),
    (["absent"], "", 2, "no command 'absent'"),
]

STREAMS = [  # the program, what the shell does with its streams, status, standard output
    ("print('x')", ">&-", 0, ""),
    ("import sys\nprint(sys.stdin, sys.stdout is None)", "<&-", 0, "None False\n"),
    ("import sys\nprint(sys.stderr)\n1/0", "2>&-", 1, "None\n"),
    ("try: input()\nexcept RuntimeError as e: print(e)", "<&-", 0, "input(): lost sys.stdin\n"),
    ("print('x')", ">/dev/full", 120, ""),
    ("import sys\nprint('x')\nsys.exit(3)", ">/dev/full", 120, ""),
    ("print('x')\n1/0", ">/dev/full", 120, ""),
    ("import sys\nsys.exit(3)", ">/dev/full", 3, ""),
]


def main():
    otter, failures = os.path.abspath(sys.argv[1]), []
    with tempfile.TemporaryDirectory() as folder:
        for name in ("beside.py", "--odd", "plain"):
            with open(os.path.join(folder, name), "w") as f:
                f.write("import sys\nx = 7\nif __name__ == '__main__': print(sys.argv)\n")

        def run(arguments, text):
            return subprocess.run([otter, *arguments], input=text, capture_output=True, text=True, cwd=folder, timeout=60)

        for arguments, text, output in CASES:
            done = run(arguments, text)
            if (done.returncode, done.stdout) != (0, output):
                failures.append(f"{arguments}: exit {done.returncode}, {done.stdout!r}, {done.stderr!r}")
        for arguments, text, status, message in MISTAKES:
            done = run(arguments, text)
            if done.returncode != status or message not in done.stderr:
                failures.append(f"{arguments}: exit {done.returncode}, {done.stderr!r}")
        for program, streams, status, output in STREAMS:
            with open(os.path.join(folder, "streams.py"), "w") as f:
                f.write(program)
            for command in (f"{otter} run streams.py", "/usr/bin/python3 streams.py"):
                environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
                done = subprocess.run(["/bin/sh", "-c", f"{command} {streams}"], capture_output=True, text=True, cwd=folder, timeout=60, env=environment)
                if (done.returncode, done.stdout) != (status, output):
                    failures.append(f"{command} {streams}: {program!r}: exit {done.returncode}, {done.stdout!r}, {done.stderr!r}")
    for failure in failures:
        print("FAIL", failure)
    print(f"{len(CASES) + len(MISTAKES) + len(STREAMS) - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
