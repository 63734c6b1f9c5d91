# All literal forms: escapes, raw, triple quotes, continuation, joining.
print('single', "double", '''triple
single''', """triple "double" here""")
print("a\
b", "tab:\t|", "nl:\\n", 'it\'s', "oct:\101\60", "hex:\x41", "\u00e9\U0001F600")
print(r"raw\n\t", r'\'', R"\d+", len(r"\\"), r"""raw
multi\n""")
print("joined " "by " 'adjacency', ("over "
      "lines"), "f" f"{1 + 1}" "s" r"\n")
print(b"bytes\x00\xff", b'it\'s', rb"\n", bR"\x", b"a" b"b", b"""multi
line""", len(b"\n\t\\"))
print(u"unicode", "\a\b\f\v".encode(), "\0" == "\x00")
print(len("""a
b"""), """ends with quote\"""", '''it's''', "", '', """""", "'\"")
print("a" 'b' """c""" '''d''', "x" "y" * 2)
s = ("line one\n"
     "line two\n"
     f"line {3}\n")
print(s, end="")
print("{} {{}}".format(1), f"{{}}", "%%" % (), "100%")
