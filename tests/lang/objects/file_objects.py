# Files: modes, positions, newlines, iteration, binary, errors, the standard streams.
# args: {tmp}
import sys


def attempt(f):
    try:
        print("ok", repr(f()))
    except Exception as e:
        print(type(e).__name__, str(e).replace(base, "BASE"))


base = sys.argv[1]
path = base + "/f.txt"
with open(path, "w") as f:
    print(f.write("one\ntwo\n"), f.tell(), f.name == path, f.mode, f.closed, f.readable(), f.writable(), f.seekable(), f.encoding.lower())
    f.write("")
    f.writelines(x for x in ["three\n", "fourñ"])
    attempt(lambda: f.read())
    attempt(lambda: f.write(5))
    attempt(lambda: f.write(b"x"))
    attempt(lambda: f.writelines([1]))
print(f.closed)
attempt(lambda: f.write("x"))
attempt(lambda: f.tell())
attempt(lambda: f.close())
attempt(lambda: f.__enter__())
with open(path) as f:
    print(repr(f.read(2)), repr(f.readline()), repr(f.readline(2)), repr(f.readline()), f.readlines(), repr(f.read()), repr(f.readline()))
    f.seek(0)
    print(list(f), next(f, "end"))
    f.seek(4)
    print(repr(f.read()))
    attempt(lambda: f.write("x"))
    attempt(lambda: f.seek(1, 1))
    attempt(lambda: f.seek(-1))
    print(f.seek(0, 2), repr(f.read()))
with open(path, "a") as f:
    f.write("\nappended")
print(open(path).read().splitlines())
with open(path, "r+") as f:
    print(repr(f.readline()))
    f.seek(0)
    f.write("ONE")
    f.seek(0)
    print(repr(f.read(5)), f.truncate(7))
print(repr(open(path).read()))
with open(path, "w+") as f:
    f.write("abc\r\ndef\rghi\njkl")
    f.seek(0)
    print(repr(f.read()))
for nl in (None, "", "\n", "\r", "\r\n"):
    with open(path, newline=nl) as f: print(repr(nl), f.readlines())
with open(path, "w", newline="\r\n") as f: f.write("a\nb\n")
print(open(path, "rb").read())
with open(path, "wb") as f:
    print(f.write(b"\x00\xff12"), f.write(bytearray(b"34")), f.mode)
    attempt(lambda: f.write("x"))
    attempt(lambda: f.read())
with open(path, "rb") as f:
    print(f.read(2), f.read(), f.read(), f.seek(1), f.read(1), f.tell(), f.seek(-2, 2), f.read())
    attempt(lambda: f.write(b"x"))
with open(path, "ab") as f: f.write(b"\nline2\n")
with open(path, "rb") as f: print(f.readlines())
with open(path, "rb") as f: print([len(l) for l in f])
attempt(lambda: open(path).read())
with open(path, "w") as f:
    for i in range(20000): f.write(f"line {i} é\n")
with open(path) as f:
    n = total = 0
    for line in f:
        n += 1
        total += len(line)
    print(n, total)
with open(path) as f: print(len(f.read()), len(open(path, "rb").read()))
with open(path) as f: print(f.read(100000)[-5:] == f.read(1) or len(f.read(5)))
for args in ((), (path, "z"), (path, "rw"), (path, "rbt"), (path, ""), (path, "r", -1, "nope-8"), (base + "/none/x",), (base,), (path, "x"), (5.5,), (None,), ("a\0b",), (path, "rb", -1, "utf-8"), (path, "r", -1, None, None, "x"), (path, 5)):
    attempt(lambda: open(*args))
attempt(lambda: open(base + "/new", "x").write("made"))
print(open(base + "/new").read())
with open(path, "wb") as f: f.write(b"ok \xff \xc3\xa9\n")
for e in ("strict", "ignore", "replace", "backslashreplace"): attempt(lambda: open(path, errors=e).read())
attempt(lambda: open(path, "w").write("\ud800"))
attempt(lambda: open(path, "w", errors="replace").write("\ud800"))
print(sys.stdout.write("direct\n"), sys.stdout.name, sys.stdout.mode, sys.stdin.name, sys.stderr.name, sys.stdout.writable(), sys.stdin.readable(), sys.stdout.fileno())
print("a", "b", sep="-", end="!\n", file=sys.stdout, flush=True)
print(*range(5), sep=", ")
print(sep="x")
print("x", sep=None, end=None)


class W:
    def __init__(self): self.got = []
    def write(self, s): self.got.append(s)


w = W()
print("a", 1, file=w)
print(w.got)
old = sys.stdout
sys.stdout = w
print("captured", 2.5)
sys.stdout = old
print(w.got)
attempt(lambda: print("x", file=5))
attempt(lambda: print("x", file=None))
try:
    with open(path) as f: raise KeyError("in with")
except KeyError as e: print(e, f.closed)
print(repr(open(path)).replace(base, "BASE").replace("utf-8", "UTF-8"))
sys.stdout.flush()
