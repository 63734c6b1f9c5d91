print("\N{BULLET} \N{greek small letter alpha} \N{Latin Small Letter E with Acute}", len("\N{SNOWMAN}"))
print("\N{DIGIT ONE}\N{SPACE}\N{EM DASH}x\N{COMBINING ACUTE ACCENT}", ascii("\N{GRINNING FACE}\N{NO-BREAK SPACE}"))
print(ascii("\N{NULL}\N{LF}\N{BEL}\N{ESC}\N{BOM}\N{VS16}\N{VARIATION SELECTOR-17}\N{NBSP}\N{BYTE ORDER MARK}\N{LATIN SMALL LETTER GHA}"))
print("\N{CJK UNIFIED IDEOGRAPH-4E2D}\N{CJK UNIFIED IDEOGRAPH-20000}", ascii("\N{CJK COMPATIBILITY IDEOGRAPH-F900}"))
print("\N{HANGUL SYLLABLE GA}\N{HANGUL SYLLABLE HAN}\N{HANGUL SYLLABLE A}\N{HANGUL SYLLABLE GGWAEGS}\N{HANGUL SYLLABLE HIH}\N{HANGUL SYLLABLE EUNG}")
n = 3
print(f"\N{BULLET} {n} \N{BULLET}{n:\N{BULLET}>4}", f"{'x'}\N{LEFT CURLY BRACKET}", "a" "\N{WHITE SMILING FACE}" 'b', f"{{\N{BULLET}}}")
print(r"\N{BULLET}", b"\N{BULLET}", rf"\N{n}", "\\N{BULLET}")
print("""\N{SOFT HYPHEN}
\N{GREEK CAPITAL LETTER OMEGA}""".encode())
x = 3
print(f"""{x:"^5}""", f'{x:\'>4}', f"{x:\N{BULLET}>{x}}", f"{x:\x2a^{x + 2}}", f"""{x:{'"'}<4}""")
