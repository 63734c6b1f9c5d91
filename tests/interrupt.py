#!/usr/bin/python3
"""Ctrl-C in every mode: a KeyboardInterrupt where the program is - loops with and without calls, waits - that it may catch; uncaught, CPython's
text and the end by the signal. Programs say "ready" where they are to be interrupted."""

import os
import signal
import subprocess
import sys
import tempfile

START = "import time\ndef ready(): print('ready', flush=True)\n"
LOOP = "def loop():\n    n = 0\n    ready()\n    while True:\n        n = (n + 1) & 0xffff\n"
COUNTED = "def loop():\n    n = 0\n    ready()\n    for i in range(10 ** 13): n ^= i\n    return n\n"
CALLS = "def one(n): return n + 1\ndef loop():\n    n = 0\n    ready()\n    while True: n = one(n) & 255\n"
BUILTIN = "def loop():\n    ready()\n    n = 0\n    try:\n        while True: n = max(n, abs(n))\n    finally: print('left')\n"
SLEEP = "def loop():\n    ready()\n    time.sleep(60)\n"
INPUT = "def loop():\n    ready()\n    input()\n"
TASK = "def nap(): time.sleep(0.5)\ndef loop():\n    t = spawn nap()\n    ready()\n    await t\n"
SCOPE = "def spin():\n    while True: time.sleep(0.01)\ndef loop():\n    with tasks():\n        spawn spin()\n        spawn spin()\n        ready()\n"
CAUGHT = "try: loop()\nexcept KeyboardInterrupt as e: print('caught', repr(e))\n"
BARE = "try: loop()\nexcept Exception: print('no')\nfinally: print('finally')\n"

MODES = {"interp": (LOOP, COUNTED, CALLS, BUILTIN, SLEEP, INPUT, TASK, SCOPE), "baseline": (LOOP, COUNTED, CALLS, BUILTIN), "jit": (LOOP, COUNTED, CALLS, SLEEP),
         "hybrid": (LOOP, COUNTED, CALLS, SLEEP, SCOPE), "static": (COUNTED, INPUT)}


def interrupt(command, pause=0.1):
    """Exit status, output and what is on standard error of a program interrupted once."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as p:
        first = p.stdout.readline()
        try:
            p.wait(pause)
        except subprocess.TimeoutExpired:
            pass
        p.send_signal(signal.SIGINT)
        try:
            p.wait(20)
        except subprocess.TimeoutExpired:
            p.kill()
            return "does not end", "", ""
        return p.returncode, first + p.stdout.read(), p.stderr.read()


def main():
    otter, failures, count = sys.argv[1], [], 0

    def expect(what, done, status, output, error):
        nonlocal count
        count += 1
        if done[:2] != (status, output) or not done[2].endswith(error):
            failures.append(f"{what}: {done} instead of {(status, output, error)}")

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "p.ot")
        for mode, loops in MODES.items():
            for loop in loops:
                with open(path, "w") as f:
                    f.write(START + loop + CAUGHT)
                left = "left\n" if loop is BUILTIN else ""
                done = interrupt([otter, "run", "--no-cache", "--mode=" + mode, path])
                expect(f"{mode}: {loop}", done, 0, f"ready\n{left}caught KeyboardInterrupt()\n", "")
            with open(path, "w") as f:
                f.write(START + SLEEP + BARE)
            text = f'Traceback (most recent call last):\n  File "{path}", line 6, in <module>\n    try: loop()\n         ^^^^^^\n'
            text += f'  File "{path}", line 5, in loop\n    time.sleep(60)\nKeyboardInterrupt\n'
            expect(f"{mode}: uncaught", interrupt([otter, "run", "--mode=" + mode, path]), -signal.SIGINT, "ready\nfinally\n", text)
        with open(path, "w") as f:
            f.write("raise KeyboardInterrupt\n")
        done = subprocess.run([otter, "run", path], capture_output=True, text=True)
        expect("raised", (done.returncode, done.stdout, done.stderr), -signal.SIGINT, "", "KeyboardInterrupt\n")
        with open(path, "w") as f:  # as a shell starts what is to run in the background
            f.write("import time\nprint('ready', flush=True)\ntime.sleep(0.3)\nprint('end')\n")
        done = interrupt(["/bin/sh", "-c", 'trap "" INT; exec "$0" run "$1"', otter, path])
        expect("ignored", done, 0, "ready\nend\n", "")
    for failure in failures:
        print("FAIL", failure)
    print(f"{count - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
