# Text made piece by piece: +=, join, formatting, slices, search and replacement.
import sys


def make_rows(count):
    lines = []
    for i in range(count):
        name = "item" + str(i % 97)
        lines.append(f"{name:<8}|{i:>6}|{i * 7 % 101:03d}|{i / 7:.2f}")
    return "\n".join(lines)


def caesar(text, shift):
    out = ""
    for c in text:
        if "a" <= c <= "z":
            out += chr((ord(c) - 97 + shift) % 26 + 97)
        else:
            out += c
    return out


def count_overlapping(text, needle):
    found = 0
    at = text.find(needle)
    while at >= 0:
        found += 1
        at = text.find(needle, at + 1)
    return found


def checksum(text):
    total = 0
    for c in text:
        total = (total * 31 + ord(c)) % 1000003
    return total


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 2700
    total = 0
    for i in range(rounds):
        text = make_rows(100 + i % 10)
        text = caesar(text, i % 26)
        text = text.replace("|0", "|-").replace("\n", ";")
        total += count_overlapping(text, "1")
        total += checksum(text[10:-10] + text[:10].upper())
        total += len(";".join(reversed(text.split(";"))))
    print(total)


main()
