#!/usr/bin/python3
"""What `otter` makes of its arguments: programs from the standard input and from pipes, and files with odd names."""

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
    for failure in failures:
        print("FAIL", failure)
    print(f"{len(CASES) + len(MISTAKES) - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
