# Counts the words of a made-up text: splitting, lower case, a dict of counts, sorting by count.
import sys


def make_text(words, seed):
    syllables = ["ka", "lo", "mi", "ta", "ne", "ru", "so", "Vi", "en", "or"]
    parts = []
    for i in range(words):
        seed = seed * 16807 % 2147483647
        rank = seed % 64 * (seed // 64 % 64) // 16
        word = syllables[rank % 10] + syllables[rank // 10 % 10]
        if rank > 99:
            word += syllables[rank // 100 % 10]
        parts.append(word)
        if i % 11 == 10:
            parts.append("\n")
        elif i % 7 == 3:
            parts.append(", ")
        else:
            parts.append(" ")
    return "".join(parts)


def count_words(text):
    counts = {}
    for line in text.split("\n"):
        for word in line.split():
            word = word.strip(",.").lower()
            counts[word] = counts.get(word, 0) + 1
    return counts


def main():
    words = int(sys.argv[1]) if len(sys.argv) > 1 else 2000000
    counts = count_words(make_text(words, 3))
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for word, count in ranked[:5]:
        print(word, count)
    print(len(ranked))


main()
