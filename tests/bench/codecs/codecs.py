# Checksums and codings of bytes: CRC-32 by table, Adler-32, base64 there and back, run lengths.
import sys

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def make_crc_table():
    table = []
    for i in range(256):
        crc = i
        for _ in range(8):
            crc = (crc >> 1) ^ 0xEDB88320 if crc & 1 else crc >> 1
        table.append(crc)
    return table


def crc32(data, table):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = (crc >> 8) ^ table[(crc ^ byte) & 255]
    return crc ^ 0xFFFFFFFF


def adler32(data):
    a = 1
    b = 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def encode_base64(data):
    out = []
    for i in range(0, len(data) - 2, 3):
        bits = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
        out.append(ALPHABET[bits >> 18])
        out.append(ALPHABET[bits >> 12 & 63])
        out.append(ALPHABET[bits >> 6 & 63])
        out.append(ALPHABET[bits & 63])
    return "".join(out)


def decode_base64(text, values):
    out = bytearray()
    for i in range(0, len(text), 4):
        bits = values[text[i]] << 18 | values[text[i + 1]] << 12 | values[text[i + 2]] << 6 | values[text[i + 3]]
        out.append(bits >> 16)
        out.append(bits >> 8 & 255)
        out.append(bits & 255)
    return bytes(out)


def run_lengths(data):
    out = bytearray()
    i = 0
    while i < len(data):
        j = i + 1
        while j < len(data) and data[j] == data[i] and j - i < 255:
            j += 1
        out.append(j - i)
        out.append(data[i])
        i = j
    return out


def make_data(n, seed):
    data = bytearray()
    while len(data) < n:
        seed = seed * 16807 % 2147483647
        for _ in range(seed % 5 + 1):
            data.append(seed >> 8 & 255)
    return bytes(data[:n])


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 230
    table = make_crc_table()
    values = {c: i for i, c in enumerate(ALPHABET)}
    total = 0
    for i in range(rounds):
        data = make_data(9000 + 3 * i, i + 1)
        text = encode_base64(data)
        if decode_base64(text, values) != data:
            print("different")
        total = (total + crc32(data, table) + adler32(data) + len(text) + len(run_lengths(data))) & 0xFFFFFFFFFFFF
    print(total)


main()
