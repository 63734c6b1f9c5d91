for args in [(b"abc", ), ("utf-8", b"ab\xffc", 2, 3, "invalid start byte")]:
    try:
        e = UnicodeDecodeError(*args)
        print(e, e.args, e.encoding, e.object, e.start, e.end, e.reason)
    except TypeError as t:
        print(t)
e = UnicodeEncodeError("ascii", "h\u00e9\u1234\U0001F600", 1, 2, "ordinal not in range(128)")
print(e, repr(e))
print(UnicodeEncodeError("ascii", "h\u1234", 1, 2, "why"))
print(UnicodeEncodeError("ascii", "h\U0001F600", 1, 2, "why"))
print(UnicodeEncodeError("ascii", "h\u1234\u1235", 1, 3, "why"))
