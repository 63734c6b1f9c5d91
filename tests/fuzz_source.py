#!/usr/bin/python3
"""Mutates the corpus's sources and feeds them to `otter check` and `otter run`.

Neither may die by a signal, report a sanitizer's finding or, for `check`, take more
than a few seconds. A mutated program may well loop for ever, so `run` is only stopped.
Bounded by --seconds; the same --seed repeats the same inputs. What fails is kept in the
build directory's fuzz/ folder, and printed with the command that shows it.
"""

import argparse
import os
import pathlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "lang"
WORDS = """def fn class struct enum let if elif else while for in return yield from import use pub match case with as
    try except finally raise lambda and or not is None True False true none pass break continue global nonlocal del
    assert async await spawn parallel extern type print self super __init__ x y 0 1 -1 1.5 1e999 "s" 'q f"{x}" f"{
    \"\"\" ''' b"\\xff" r"\\" ( ) [ ] { } : ; , . .. ... -> := = == != < > <= << >> ** // @ ~ ! ? & | ^ % += *= \\ # \t
    0x 0b2 1__0 1_ 99999999999999999999999 \\N{BULLET} é 日 😀 \u200b \x00 \r \x0c \ufeff $ ` """.split(" ")
WORDS = [w for word in WORDS for w in word.split("\n")] + ["\n", "\n    ", "    ", "\t", ""]
TOKEN = re.compile(r"\w+|[^\w\s]|\s+")
DAMAGE = re.compile(rb"AddressSanitizer|runtime error:|LeakSanitizer|UndefinedBehavior|Assertion .* failed|internal error")


def load_corpus():
    return [p.read_text(encoding="utf-8") for p in sorted(CORPUS.rglob("*")) if p.suffix in (".py", ".ot")]


def mutate_tokens(rng, text):
    tokens = TOKEN.findall(text)
    for _ in range(rng.randint(1, 4)):
        if not tokens:
            break
        at = rng.randrange(len(tokens))
        action = rng.randrange(5)
        if action == 0:
            del tokens[at]
        elif action == 1:
            tokens.insert(at, rng.choice(WORDS))
        elif action == 2:
            tokens[at] = rng.choice(WORDS)
        elif action == 3:
            tokens[at] = tokens[rng.randrange(len(tokens))]
        else:
            tokens.insert(at, tokens[at])
    return "".join(tokens)


def mutate_lines(rng, text):
    lines = text.split("\n")
    for _ in range(rng.randint(1, 3)):
        at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        action = rng.randrange(6)
        if action == 0 and len(lines) > 1:
            del lines[at]
        elif action == 1:
            lines.insert(at, lines[other])
        elif action == 2:
            lines[at], lines[other] = lines[other], lines[at]
        elif action == 3:
            lines[at] = " " * rng.randint(0, 9) + lines[at].lstrip()
        elif action == 4:
            lines[at] = lines[at][:rng.randint(0, len(lines[at]))]
        else:
            lines[at] += rng.choice(WORDS)
    return "\n".join(lines)


def mutate_nesting(rng, text):
    opening, closing = rng.choice(["()", "[]", "{}", ("(lambda: ", ")"), ("not ", ""), ("-", ""), ("f(", ")"), ("x if y else ", ""), ("x.", ""), ("[x for x in ", "]")])
    depth = rng.choice([10, 100, 300, 1000, 5000])
    tree = opening * depth + "1" + closing * (depth if rng.random() < 0.8 else depth // 2)
    lines = text.split("\n")
    if rng.random() < 0.3:
        tree = "".join(" " * i + "if 1:\n" for i in range(depth // 5)) + " " * (depth // 5) + "pass"
    lines.insert(rng.randrange(len(lines) + 1), tree)
    return "\n".join(lines)


def mutate_bytes(rng, text):
    data = bytearray(text.encode())
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(data) + 1)
        action = rng.randrange(4)
        if action == 0:
            data[at:at] = bytes(rng.randrange(256) for _ in range(rng.randint(1, 4)))
        elif action == 1:
            del data[at:at + rng.randint(1, 20)]
        elif action == 2 and at < len(data):
            data[at] = rng.randrange(256)
        else:
            data = data[:at]
    return bytes(data)


def make_input(rng, corpus):
    text = rng.choice(corpus)
    if rng.random() < 0.5:
        lines = text.split("\n")
        start = rng.randrange(len(lines))
        text = "\n".join(lines[start:start + rng.randint(1, 30)])
    if rng.random() < 0.2:
        text += "\n" + rng.choice(corpus)[:500]
    for _ in range(rng.randint(1, 3)):
        text = rng.choice([mutate_tokens, mutate_tokens, mutate_lines, mutate_lines, mutate_nesting])(rng, text) \
            if rng.random() < 0.95 else text
    return mutate_bytes(rng, text) if rng.random() < 0.2 else text.encode("utf-8", "surrogatepass")


def limit_resources():
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))


def execute(command, directory, seconds):
    """Exit code (None: stopped after `seconds`) and stderr."""
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "ASAN_OPTIONS": "detect_leaks=0:allocator_may_return_null=1:hard_rss_limit_mb=4000"}
    try:
        done = subprocess.run(command, cwd=directory, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, timeout=seconds, env=environment, preexec_fn=limit_resources)
    except subprocess.TimeoutExpired as late:
        return None, late.stderr or b""
    return done.returncode, done.stderr


def find_fault(otter, name, directory, run):
    """The command and what is wrong with it, or None."""
    actions = [(["check", name], 10, True)]
    if run:
        actions.append((["run", "--mode=interp", name], 2, False))
    for arguments, seconds, must_end in actions:
        code, err = execute([str(otter), *arguments], directory, seconds)
        fault = None
        if code is None and must_end:
            fault = f"takes more than {seconds} s"
        elif code is not None and code < 0 and code != -25:
            fault = f"signal {-code}"
        elif DAMAGE.search(err):
            fault = DAMAGE.search(err).group().decode()
        if fault:
            return " ".join(arguments), fault
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--otter", type=pathlib.Path, default=ROOT / "build" / "otter")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep-going", action="store_true", help="collect faults instead of stopping after five")
    options = parser.parse_args()
    otter = options.otter.resolve()
    corpus, rng = load_corpus(), random.Random(options.seed)
    kept = otter.parent / "fuzz"
    end, count, faults = time.monotonic() + options.seconds, 0, []
    with tempfile.TemporaryDirectory(prefix="otter-fuzz-") as directory:
        while time.monotonic() < end and (options.keep_going or len(faults) < 5):
            data, suffix = make_input(rng, corpus), rng.choice([".py", ".ot"])
            count += 1
            name = f"input{suffix}"
            pathlib.Path(directory, name).write_bytes(data)
            if found := find_fault(otter, name, directory, b"open" not in data):
                kept.mkdir(exist_ok=True)
                copy = kept / f"source-{options.seed}-{count}{suffix}"
                copy.write_bytes(data)
                faults.append(copy)
                print(f"{found[1]}: otter {found[0].replace(name, os.path.relpath(copy))}", flush=True)
    print(f"{count} inputs, {len(faults)} faults (seed {options.seed})")
    return 1 if faults or not count else 0


if __name__ == "__main__":
    sys.exit(main())
