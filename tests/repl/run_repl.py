#!/usr/bin/python3
"""The prompt. Sessions from a pipe: .py files must show what CPython's own prompt shows, on standard output and standard error together, in
every mode and with a warm cache; .ot files what stands in .out (--bless writes it). Then a terminal: prompts, editing, completion, history,
Ctrl-C, Ctrl-D. Then a long session, whose memory must stay bounded."""

import argparse
import os
import pty
import re
import resource
import select
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
MODES = [[], [], ["--mode=interp"], ["--mode=baseline"], ["--mode=jit"], ["--stress=tier"], ["--stress=deopt"], ["--tier-max=2"]]  # twice: cold, then warm
PROMPTS = "import sys; sys.ps1 = sys.ps2 = ''; del sys\n"
failures = 0


def report(name, ok, detail=""):
    global failures
    failures += not ok
    if not ok:
        print(f"FAIL {name}\n{detail}")


def run(command, text, env):
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env, timeout=300)
    return f"{done.stdout.strip()}\nstatus {done.returncode}\n"


def first_difference(wanted, got):
    for i, (a, b) in enumerate(zip(wanted.splitlines() + ["(end)"], got.splitlines() + ["(end)"])):
        if a != b:
            return f"  line {i + 1}\n  wanted: {a}\n  got:    {b}"
    return ""


def check_python(otter, name, env):
    with open(os.path.join(HERE, name), encoding="utf-8") as f:
        text = f.read()
    wanted = run(["/usr/bin/python3", "-i", "-q"], PROMPTS + text, env).removeprefix(">>> ")
    for mode in MODES:
        got = run([otter, "repl", *mode], text, env)
        report(f"{name} {' '.join(mode)}", got == wanted, first_difference(wanted, got))


def check_otter(otter, name, env, bless):
    path = os.path.join(HERE, name)
    with open(path, encoding="utf-8") as f:
        text = f.read()
    for mode in MODES:
        got = run([otter, "repl", *mode], text, env)
        expected = path.removesuffix(".ot") + ".out"
        if bless:
            with open(expected, "w", encoding="utf-8") as f:
                f.write(got)
        with open(expected, encoding="utf-8") as f:
            wanted = f.read()
        report(f"{name} {' '.join(mode)}", got == wanted, first_difference(wanted, got))


class Terminal:
    def __init__(self, command, env):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(command[0], command, env)

    def read(self, until, seconds=30):
        """What is shown until this, without the terminal's control sequences. A prompt is waited for at the start of its line: redrawn ones are not."""
        shown, end = b"", time.time() + seconds
        while until not in shown and time.time() < end:
            if not select.select([self.fd], [], [], 0.5)[0]:
                continue
            try:
                more = os.read(self.fd, 65536)
            except OSError:
                break
            if not more:
                break
            shown += more
        return re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]", b"", shown).decode()

    def type(self, keys, until=b"\n>>> "):
        os.write(self.fd, keys)
        return self.read(until)

    def status(self):
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def check_terminal(otter, env, folder):
    env = {**env, "TERM": "xterm", "XDG_STATE_HOME": folder}
    t = Terminal([otter], env)
    report("greeting", ">>> " in t.read(b"\n>>> "))
    for keys, until, wanted in [
            (b"6 * 7\r", b"\n>>> ", "\n42\r"),
            (b"_ + 1\r", b"\n>>> ", "\n43\r"),
            (b"def f(word):\r", b"\n... ", "... "),
            (b"    return word * 2\r", b"\n... ", "... "),
            (b"\r", b"\n>>> ", ">>> "),
            (b"f('ab')\r", b"\n>>> ", "'abab'"),
            (b"f('abx\x7f')\r", b"\n>>> ", "'abab'"),                     # backspace
            (b"\x1b[A\r", b"\n>>> ", "'abab'"),                            # the line before
            (b"import math\r", b"\n>>> ", ">>> "),
            (b"math.isqr\t16)\r", b"\n>>> ", "\n4\r"),                     # an attribute
            (b"variable_of_mine = 5\r", b"\n>>> ", ">>> "),
            (b"variable_of\t\r", b"\n>>> ", "\n5\r"),                      # a global
            (b"math.is\t\t", b"isqrt(", "isinf("),                       # several: all are shown
            (b"\x03", b"\n>>> ", "KeyboardInterrupt"),                     # forgets the line
            (b"x = 1\x03", b"\n>>> ", "KeyboardInterrupt"),
            (b"x\r", b"\n>>> ", "name 'x' is not defined"),
            ("'h\u00e9\u20ac'[1:]\r".encode(), b"\n>>> ", "'\u00e9\u20ac'"),
            (b"while True: pass\r", b"\n... ", "... "),
            (b"\r", b"\n", "\n"),
            (b"\x03", b"\n>>> ", "line 1, in <module>\r\nKeyboardInterrupt"),
            (b"input('name? ')\rotter\r", b"\n>>> ", "'otter'"),
            (b"1 +\r", b"\n>>> ", "error"),
            (b"if 1:\r", b"\n... ", "... "),
            (b"\t2\r", b"\n... ", "... "),                                 # Tab indents
            (b"\r", b"\n>>> ", "\n2\r"),
    ]:
        shown = t.type(keys, until)
        report(f"terminal {keys!r}", wanted in shown, f"  shown: {shown!r}")
    report("Ctrl-D", t.type(b"\x04", b"\n").endswith("\n"))
    report("status after Ctrl-D", t.status() == 0)
    history = os.path.join(folder, "otter", "history")
    report("history is for its owner only", os.stat(history).st_mode & 0o777 == 0o600)
    t = Terminal([otter, "repl"], env)
    t.read(b"\n>>> ")
    # Its last line was the indented one.
    report("history of the session before", "unexpected indent" in t.type(b"\x1b[A\r", b"unexpected indent"))
    t.read(b"\n>>> ")
    t.type(b"exit(7)\r", b"\n")
    report("status of exit(7)", t.status() == 7)


def check_pipe_without_command(otter, env):
    done = subprocess.run([otter], input="1 + 1\nprint('a program')\n", capture_output=True, text=True, env=env)
    report("otter alone with a pipe runs it as a program", done.stdout == "a program\n" and done.returncode == 0, done.stdout + done.stderr)


def check_memory(otter, env):
    """Functions, classes, failures and hot loops that nothing refers to any more."""
    inputs = ["def f(a):\n    t = 0\n    for j in range(40): t += a + j + {i}\n    return t\n\n", "f({i})\n", "for q in range(60): f(q)\n\n",
              "class A:\n    def m(self): return f({i})\n\n", "A().m()\n", "1 / 0\n", "x = [{i}] * 3\n"]
    text = "".join(inputs[i % len(inputs)].replace("{i}", str(i)) for i in range(14000))
    text += "import sys\nwith open('/proc/self/status') as f: print([l.split()[1] for l in f if l.startswith('VmHWM')])\n\n"
    shown = run([otter, "repl"], text, env)
    kilobytes = re.search(r"\['(\d+)'\]", shown)
    report("memory of a long session", bool(kilobytes) and int(kilobytes[1]) < 80000, shown[-200:])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--otter", default="build/otter")
    parser.add_argument("--bless", action="store_true")
    parser.add_argument("--no-memory", action="store_true", help="sanitizers need memory of their own")
    args = parser.parse_args()
    otter = os.path.abspath(args.otter)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "OTTER_CACHE_DIR": os.path.join(folder, "cache"), "ASAN_OPTIONS": "detect_leaks=0"}
        os.chdir(folder)
        for name in sorted(os.listdir(HERE)):
            if name.endswith(".ot"):
                check_otter(otter, name, env, args.bless)
            elif name.endswith(".py") and name != os.path.basename(__file__):
                check_python(otter, name, env)
        check_pipe_without_command(otter, env)
        check_terminal(otter, env, os.path.join(folder, "state"))
        if not args.no_memory:
            check_memory(otter, env)
    print("ok" if not failures else f"{failures} failed")
    return failures != 0


sys.exit(main())
