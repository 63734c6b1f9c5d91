def t(name, f):
    try:
        r = repr(f())
    except Exception as e:
        r = type(e).__name__ + ": " + str(e)
    print(name, "=>", r)


t('bytes("a")', lambda: (bytes("a")))
t('bytes("a","ascii")', lambda: (bytes("a","ascii")))
t('bytes(-1)', lambda: (bytes(-1)))
t('bytes([256])', lambda: (bytes([256])))
t('bytes(["a"])', lambda: (bytes(["a"])))
t('bytes(1.5)', lambda: (bytes(1.5)))
t('bytes(10**30)', lambda: (bytes(10**30)))
t('b"a"+"a"', lambda: (b"a"+"a"))
t('b"a"+1', lambda: (b"a"+1))
t('b"a".find("a")', lambda: (b"a".find("a")))
t('b"a".find(256)', lambda: (b"a".find(256)))
t('b"a".index(b"b")', lambda: (b"a".index(b"b")))
t('b"a"[5]', lambda: (b"a"[5]))
t('b"a".join(["a"])', lambda: (b"a".join(["a"])))
t('b"a".join(1)', lambda: (b"a".join(1)))
t('b"a".split("a")', lambda: (b"a".split("a")))
t('b"a".split(b"")', lambda: (b"a".split(b"")))
t('b"a".replace("a","b")', lambda: (b"a".replace("a","b")))
t('b"a".startswith("a")', lambda: (b"a".startswith("a")))
t('b"a".startswith((1,))', lambda: (b"a".startswith((1,))))
t('b"a".strip("a")', lambda: (b"a".strip("a")))
t('b"a".center(5,"a")', lambda: (b"a".center(5,"a")))
t('b"a"<"a"', lambda: (b"a"<"a"))
t('bytes.fromhex("zz")', lambda: (bytes.fromhex("zz")))
t('bytes.fromhex("1")', lambda: (bytes.fromhex("1")))
t('bytes.fromhex(1)', lambda: (bytes.fromhex(1)))
t('bytearray(b"a").append(256)', lambda: (bytearray(b"a").append(256)))
t('bytearray(b"a").append("a")', lambda: (bytearray(b"a").append("a")))
t('bytearray(b"").pop()', lambda: (bytearray(b"").pop()))
t('bytearray(b"a").pop(5)', lambda: (bytearray(b"a").pop(5)))
t('bytearray(b"a")[5]', lambda: (bytearray(b"a")[5]))
t('bytearray(b"abc").__setitem__(5,1)', lambda: (bytearray(b"abc").__setitem__(5,1)))
t('bytearray(b"abc").__setitem__(0,256)', lambda: (bytearray(b"abc").__setitem__(0,256)))
t('bytearray(b"abc").__setitem__(0,"a")', lambda: (bytearray(b"abc").__setitem__(0,"a")))
t('bytearray(b"abc").__setitem__(slice(0,3,2),b"abc")', lambda: (bytearray(b"abc").__setitem__(slice(0,3,2),b"abc")))
t('bytearray(b"abc").__setitem__(slice(0,3),"abc")', lambda: (bytearray(b"abc").__setitem__(slice(0,3),"abc")))
t('bytearray(b"abc").__setitem__(slice(0,3),[1,"a"])', lambda: (bytearray(b"abc").__setitem__(slice(0,3),[1,"a"])))
t('bytearray(b"abc").remove(5)', lambda: (bytearray(b"abc").remove(5)))
t('bytearray(b"abc").extend("a")', lambda: (bytearray(b"abc").extend("a")))
t('bytearray(b"abc").extend([256])', lambda: (bytearray(b"abc").extend([256])))
t('bytearray(b"abc").extend(5)', lambda: (bytearray(b"abc").extend(5)))
t('bytearray("a")', lambda: (bytearray("a")))
t('b"%s" % "a"', lambda: (b"%s" % "a"))
t('b"%d" % "a"', lambda: (b"%d" % "a"))
t('b"%b" % "a"', lambda: (b"%b" % "a"))
t('b"%c" % "a"', lambda: (b"%c" % "a"))
t('b"%a" % "é"', lambda: (b"%a" % "é"))
t('b"%s" % b"abc"', lambda: (b"%s" % b"abc"))
t('b"a".hex(1)', lambda: (b"a".hex(1)))
t('b"a".hex("ab")', lambda: (b"a".hex("ab")))
t('b"abc".hex(":",2)', lambda: (b"abc".hex(":",2)))


def length_of(make):
    try:
        return len(make())
    except (OverflowError, MemoryError) as err:
        return f"{type(err).__name__} {err}"


largest = 2**63 - 1
print(length_of(lambda: bytes(largest)), length_of(lambda: bytes(2**62)), length_of(lambda: b"a".ljust(largest)))
