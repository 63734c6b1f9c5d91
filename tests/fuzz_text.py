#!/usr/bin/python3
"""Calls methods and formats of str, bytes, int and float with random arguments, and compares Otter with CPython.

A round is a program of a few hundred expressions, each printed with its value or its error. --seed repeats a
session. The expressions whose lines differ are shown.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time

PYTHON = "/usr/bin/python3"
PRELUDE = '''\
def t(name, f):
    try:
        r = repr(f())
    except Exception as e:
        r = type(e).__name__ + ": " + str(e)
    print(name, "=>", r)

'''
CHARS = ["a", "b", "A", "B", "1", " ", "\t", "\n", "é", "ß", "Σ", "€", "\U0001f600", "x", "-", "+", "0", "_", ".", ",", "{", "}", "%",
         "\r", "\x1c", "\u2028", "İ", "ﬁ", "ǅ", "\x00", "ſ", "\u0301", "٣", "½", "Ⅷ"]
VALUES = [0, 1, -1, 255, 10**20, -10**18, 1.5, -0.0, 1e300, 3.14159, 0.1, True, None, "ab", "é", [1], (1, 2), {"a": 1}, float("inf"),
          float("nan"), 123456789, 2**61, b"x"]
STR_SEARCH = ("find", "rfind", "index", "rindex", "count", "startswith", "endswith")
STR_PLAIN = ("upper", "lower", "title", "capitalize", "swapcase", "casefold", "split", "rsplit", "splitlines", "strip", "lstrip", "rstrip",
             "isalpha", "isalnum", "isdigit", "isdecimal", "isnumeric", "isspace", "islower", "isupper", "istitle", "isprintable",
             "isidentifier", "isascii", "expandtabs", "encode", "__len__")
STR_STR = ("strip", "lstrip", "rstrip", "partition", "rpartition", "removeprefix", "removesuffix", "__contains__", "__add__", "__eq__",
           "__lt__", "zfill", "join")
BYTES_PLAIN = ("upper", "lower", "title", "capitalize", "swapcase", "split", "rsplit", "splitlines", "strip", "isalpha", "isalnum", "isdigit",
               "isspace", "islower", "isupper", "istitle", "isascii", "hex", "expandtabs", "decode")
CODECS = ("utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-32")
HANDLERS = ("strict", "replace", "ignore", "backslashreplace", "surrogateescape")


def literal(v):
    return 'float("%r")' % v if isinstance(v, float) and (v != v or abs(v) == float("inf")) else repr(v)


class Expressions:
    def __init__(self, rnd):
        self.rnd, self.pick = rnd, rnd.choice

    def text(self, most):
        chars = CHARS[: self.pick((4, 8, 16, len(CHARS)))]
        return "".join(self.pick(chars) for _ in range(self.rnd.randint(0, most)))

    def data(self, most):
        return bytes(self.pick((97, 98, 65, 32, 9, 10, 13, 0, 255, 48, 49, 45, self.rnd.randrange(256))) for _ in range(self.rnd.randint(0, most)))

    def index(self):
        return self.pick((0, 1, -1, 2, 3, 5, -2, 10, -10, None))

    def count(self):
        return self.pick((0, 1, -1, 2, 3, 5, -2, 10))

    def spec(self):
        align = self.pick(("", "<", ">", "^", "="))
        fill = self.pick(("", "*", "é", "0", "<", " ")) if align else ""
        parts = (("", "+", "-", " "), ("", "", "z"), ("", "", "#"), ("", "", "0"), ("", "", "5", "12", "1"), ("", "", ",", "_"), ("", "", ".0", ".2", ".5"))
        return fill + align + "".join(map(self.pick, parts)) + self.pick(["", *"dxXbocdeEfFgGn%sq"])

    def search(self):
        return "%r.%s(%r, %r, %r)" % (self.text(12), self.pick(STR_SEARCH), self.text(2), self.index(), self.index())

    def plain(self):
        return "%r.%s()" % (self.text(14), self.pick(STR_PLAIN))

    def with_text(self):
        return "%r.%s(%r)" % (self.text(12), self.pick(STR_STR), self.text(3))

    def split(self):
        return "%r.%s(%r, %r)" % (self.text(12), self.pick(("split", "rsplit")), self.pick((None, self.text(2))), self.count())

    def pad(self):
        return "%r.%s(%r, %r)" % (self.text(6), self.pick(("center", "ljust", "rjust")), self.pick((0, 3, 7, 12)), self.pick(CHARS))

    def replace(self):
        return "%r.replace(%r, %r, %r)" % (self.text(14), self.text(2), self.text(3), self.count())

    def slice(self):
        return "%r[%r:%r:%r]" % (self.text(14), self.index(), self.index(), self.pick((None, 1, -1, 2, -2, 3)))

    def format(self):
        return "format(%s, %r)" % (literal(self.pick(VALUES)), self.spec())

    def percent(self):
        flags = "".join(self.rnd.sample("-+ #0", self.rnd.randint(0, 2)))
        key = self.pick(("", "", "(k)"))
        form = "%" + key + flags + self.pick(("", "", "5", "12", "*")) + self.pick(("", "", ".0", ".3", ".*")) + self.pick(("", "l")) + self.pick("diouxXeEfFgGcrsa%by")
        value = literal(self.pick(VALUES))
        if key:
            return '%r %% {"k": %s}' % (form, value)
        stars = [repr(self.pick((0, 3, -7, 10))) for _ in range(form.count("*"))]
        return "%r %% (%s,)" % (self.text(2).replace("%", "") + form, ", ".join(stars + [value]))

    def bytes(self):
        kind = self.rnd.randrange(3)
        if kind == 0:
            return "%r.%s(%r, %r, %r)" % (self.data(12), self.pick(STR_SEARCH), self.data(2), self.index(), self.index())
        if kind == 1:
            return "%r.%s()" % (self.data(14), self.pick(BYTES_PLAIN))
        return "%r.%s(%r, %r)" % (self.data(12), self.pick(("split", "rsplit")), self.pick((None, self.data(2))), self.count())

    def parse(self):
        form = self.pick(("int(%r)", "float(%r)", "int(%r, 0)", "int(%r, 16)", "repr(%r)", "ascii(%r)"))
        return form % "".join(self.pick("0123456789_ -+.eExXabinf\u0661") for _ in range(self.rnd.randint(1, 7)))

    def decode(self):
        return "%r.decode(%r, %r)" % (self.data(8), self.pick(CODECS), self.pick(HANDLERS))

    def any(self):
        kinds = (self.search, self.plain, self.with_text, self.split, self.pad, self.replace, self.slice, self.format, self.percent,
                 self.bytes, self.parse, self.decode)
        return self.pick(kinds)()


def output(command):
    done = subprocess.run(command, capture_output=True, timeout=120, env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0"})
    return done.stdout.decode("utf-8", "replace").splitlines(), done.stderr.decode("utf-8", "replace")


def run_round(rnd, otter, count):
    make = Expressions(rnd)
    source = PRELUDE + "".join("t(%d, lambda: (%s))\n" % (i, make.any()) for i in range(count))
    with tempfile.NamedTemporaryFile("w", suffix=".py", encoding="utf-8", errors="surrogatepass") as f:
        f.write(source)
        f.flush()
        want, _ = output([PYTHON, "-W", "ignore", f.name])
        got, errors = output([*otter, f.name])
    calls = source.splitlines()[len(PRELUDE.splitlines()):]
    wrong = [(c, w, g) for c, w, g in zip(calls, want, got) if w != g]
    if len(want) != len(got):
        wrong.append(("", "%d lines" % len(want), "%d lines %s" % (len(got), errors[-500:])))
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--otter", default="build/otter")
    parser.add_argument("--mode", default="interp")
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--rounds", type=int, default=10**9, help="stop after so many rounds, too")
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1000000)
    args = parser.parse_args()
    rnd, rounds, end = random.Random(args.seed), 0, time.time() + args.seconds
    while time.time() < end and rounds < args.rounds:
        wrong = run_round(rnd, [args.otter, "run", "--mode=" + args.mode], 500)
        rounds += 1
        if wrong:
            print("seed %d, round %d: %d differ" % (args.seed, rounds, len(wrong)))
            for call, want, got in wrong[:20]:
                print("  %s\n    CPython %s\n    Otter   %s" % (call, want, got))
            return 1
    print("%d rounds of 500, seed %d" % (rounds, args.seed))
    return 0


sys.exit(main())
