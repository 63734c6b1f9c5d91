try:
    raise OSError(2, "No such file", "x.txt")
except OSError as e:
    print(type(e), e.errno, e.strerror, e.filename, e.args, str(e), repr(e))
for a in [(), (1,), (1, "a"), (13, "b", "c"), (1,"a","b",None,"c")]:
    e = OSError(*a)
    print(type(e).__name__, e, repr(e), e.args, e.errno, e.filename, e.filename2)
class MyOS(OSError):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.a = a
m = MyOS(2, "q")
print(type(m), m.errno, m, m.args, m.a)
open("/nonexistent/file")
