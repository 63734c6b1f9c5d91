# Case mapping and character classes, ASCII and beyond.
for s in ("hello World", "ÄÖÜ äöü ß", "ǅ ǆ", "İıſ", "Ελλάδα ΣΑΣ", "123 abc", "they're bill's", "", "x", "ﬁ ﬂ", "Привет"):
    print(repr(s), s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
tests = ["abc", "ABC", "Abc", "abc1", "123", "½", "²", "٣", " ", "\t\n", "", "a b", "Äß", "Hello World", "hello World",
         "_x1", "1x", "class", "é", "\x00", "日本", "x-y", "\u2003", "ⅷ", "a\u0301"]
for s in tests:
    print(ascii(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isupper(),
          s.islower(), s.istitle(), s.isidentifier(), s.isprintable(), s.isascii())
