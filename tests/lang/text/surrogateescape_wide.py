# surrogateescape takes up to four bytes of what UTF-16 and UTF-32 cannot decode, and goes on behind them.
texts = (b'\x99\xff\xcc \x00\x001', b'\x00\xd8\x41\x00', b'\x00\xdc\xff\xd8', b'\xff\xff\xff\xff\xff\xff', b'\x41\x99\xff\xff\x00\x00\x00', b'\x99\x00\x00\xff',
         b'\xff\x80', b'\x99\xff\xff\xff\x41\x00\x00\x00', b'\xe2\x82', b'\xf0\x9f\x98', b'\xe2\x82A', b'\xff\xfe\x00\xd8\x41')
for encoding in ('utf-32-le', 'utf-16-le', 'utf-32', 'utf-16', 'utf-32-be', 'utf-16-be', 'utf-8', 'ascii'):
    for text in texts:
        try:
            print(encoding, text, ascii(text.decode(encoding, 'surrogateescape')))
        except UnicodeDecodeError as error:
            print(encoding, text, error)
