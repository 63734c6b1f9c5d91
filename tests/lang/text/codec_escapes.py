def t(name, f):
    try:
        r = repr(f())
    except Exception as e:
        r = type(e).__name__ + ": " + str(e)
    print(name, "=>", r)


t('"aé€\\U0001f600\\n\\t\\r\\\\\'\\"\\x00\\x7f".encode("unicode_escape")', lambda: ("aé€\U0001f600\n\t\r\\'\"\x00\x7f".encode("unicode_escape")))
t('"aé€\\U0001f600\\n\\\\u".encode("raw_unicode_escape")', lambda: ("aé€\U0001f600\n\\u".encode("raw_unicode_escape")))
t('b"a\\\\n\\\\t\\\\x41\\\\u20ac\\\\U0001f600\\\\101\\\\7\\\\\\n\\\\\'\\\\\\"\\\\\\\\\\\\q\\\\e\\xe9".decode("unicode_escape")', lambda: (b"a\\n\\t\\x41\\u20ac\\U0001f600\\101\\7\\\n\\'\\\"\\\\\\q\\e\xe9".decode("unicode_escape")))
t('b"a\\\\n\\\\u20ac\\\\x41\\\\U0001f600\\\\\\\\u0041\\xe9".decode("raw-unicode-escape")', lambda: (b"a\\n\\u20ac\\x41\\U0001f600\\\\u0041\xe9".decode("raw-unicode-escape")))
t('b"\\\\x4".decode("unicode_escape")', lambda: (b"\\x4".decode("unicode_escape")))
t('b"\\\\u12".decode("unicode-escape")', lambda: (b"\\u12".decode("unicode-escape")))
t('b"\\\\U00110000".decode("unicode-escape")', lambda: (b"\\U00110000".decode("unicode-escape")))
t('b"abc\\\\".decode("unicode-escape")', lambda: (b"abc\\".decode("unicode-escape")))
t('b"\\\\x4g".decode("unicode_escape","replace")', lambda: (b"\\x4g".decode("unicode_escape","replace")))
t('b"\\\\xzz1".decode("unicode_escape","ignore")', lambda: (b"\\xzz1".decode("unicode_escape","ignore")))
t('b"\\\\ud800".decode("unicode_escape")', lambda: (b"\\ud800".decode("unicode_escape")))
t('b"\\\\u12".decode("raw_unicode_escape")', lambda: (b"\\u12".decode("raw_unicode_escape")))
t('"€‘é\\x81".encode("cp1252","replace")', lambda: ("€‘é\x81".encode("cp1252","replace")))
t('"\\u0100".encode("cp1252")', lambda: ("\u0100".encode("cp1252")))
t('"€é".encode("windows-1252")', lambda: ("€é".encode("windows-1252")))
t('bytes(range(128,256)).decode("cp1252","replace")', lambda: (bytes(range(128,256)).decode("cp1252","replace")))
t('b"\\x81".decode("cp1252")', lambda: (b"\x81".decode("cp1252")))
t('"\\u0100\\u0101".encode("cp1252","xmlcharrefreplace")', lambda: ("\u0100\u0101".encode("cp1252","xmlcharrefreplace")))
t('"abc".encode("cp1252")', lambda: ("abc".encode("cp1252")))
t('b"".decode("unicode_escape")', lambda: (b"".decode("unicode_escape")))
t('b"abc\\\\".decode("raw-unicode-escape"), b"a\\\\\\\\\\\\u0041\\\\q".decode("raw_unicode_escape")', lambda: (b"abc\\".decode("raw-unicode-escape"), b"a\\\\\\u0041\\q".decode("raw_unicode_escape")))
