# Counting words of standard input.
import sys
counts = {}
lines = 0
for line in sys.stdin:
    lines += 1
    for word in line.lower().split():
        word = word.strip(".,;:!?\"'()")
        if word:
            counts[word] = counts.get(word, 0) + 1
print(lines, "lines", sum(counts.values()), "words", len(counts), "different")
for word, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:10]:
    print(f"{n:4} {word}")
longest = max(counts, key=lambda w: (len(w), w))
print("longest:", longest, len(longest))
