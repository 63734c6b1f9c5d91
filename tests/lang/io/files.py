# Text files: write, append, read, lines, with, seek-free loops, errors.
# args: {tmp}
import sys
path = sys.argv[1] + "/files.txt"
with open(path, "w") as f:
    print(f.write("line one\n"), f.write("línea dos ☕\n"), f.closed)
    f.writelines(["three\n", "four"])
    print("printed", 5, file=f, sep="-", end="|\n")
print(f.closed)
with open(path) as f:
    print(f.readline(), f.readline(), end="")
    print(f.read())
with open(path, "r", encoding="utf-8") as f:
    for n, line in enumerate(f, 1):
        print(n, repr(line))
with open(path, "a") as f:
    f.write("appended")
with open(path) as f:
    print(f.readlines())
with open(path) as f:
    text = f.read()
    print(len(text), repr(f.read()), text.count("\n"), text.splitlines()[-1])
with open(path) as f:
    print(repr(f.read(6)), repr(f.read(4)), next(f), [len(x) for x in f])
f = open(path)
f.close()
f.close()
for bad in (lambda: f.read(), lambda: open("no-such-file"), lambda: open("/"), lambda: open("no-dir/x", "w"), lambda: open(path, "q"), lambda: open(path, "w").read(), lambda: open(path).write("x"), lambda: open()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    open("no-such-file")
except FileNotFoundError as e:
    print(e.errno, e.filename, e.strerror, isinstance(e, OSError))
with open(path, "wb") as f:
    print(f.write(b"\x00\xffbin\n"))
with open(path, "rb") as f:
    print(f.read())
with open(path, "w") as f:
    pass
with open(path) as f:
    print(repr(f.read()), list(f))
with open(path, "w") as a, open(path + ".2", "w") as b:
    a.write("a\r\nb\rc\n")
    b.write("second")
with open(path) as a, open(path + ".2") as b:
    print(repr(a.read()), b.read())
