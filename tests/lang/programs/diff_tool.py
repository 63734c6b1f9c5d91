# A line differ (Myers), unified output, three-way merge, and a patch applier.
def lcs_table(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            t[i][j] = t[i + 1][j + 1] + 1 if a[i] == b[j] else max(t[i + 1][j], t[i][j + 1])
    return t


def edits(a, b):
    t, i, j = lcs_table(a, b), 0, 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and a[i] == b[j]:
            yield " ", i, j, a[i]
            i, j = i + 1, j + 1
        elif i < len(a) and (j == len(b) or t[i + 1][j] >= t[i][j + 1]):
            yield "-", i, j, a[i]
            i += 1
        else:
            yield "+", i, j, b[j]
            j += 1


def hunks(a, b, context=1):
    ops = list(edits(a, b))
    changed = [k for k, op in enumerate(ops) if op[0] != " "]
    groups = []
    for k in changed:
        lo, hi = max(0, k - context), min(len(ops), k + context + 1)
        if groups and lo <= groups[-1][1]:
            groups[-1][1] = hi
        else:
            groups.append([lo, hi])
    for lo, hi in groups:
        part = ops[lo:hi]
        removed = sum(op[0] != "+" for op in part)
        added = sum(op[0] != "-" for op in part)
        yield f"@@ -{part[0][1] + 1},{removed} +{part[0][2] + 1},{added} @@"
        yield from (op[0] + op[3] for op in part)


class PatchError(Exception):
    pass


def apply_patch(lines, patch):
    out, at = [], 0
    for line in patch:
        if line.startswith("@@"):
            start = int(line.split()[1].lstrip("-").split(",")[0]) - 1
            out += lines[at:start]
            at = start
        elif line[0] in " -":
            if at >= len(lines) or lines[at] != line[1:]:
                raise PatchError(f"line {at + 1}: expected {line[1:]!r}, found {lines[at] if at < len(lines) else 'the end'!r}")
            if line[0] == " ":
                out.append(lines[at])
            at += 1
        else:
            out.append(line[1:])
    return out + lines[at:]


def merge3(base, ours, theirs):
    def changes(new):
        spans, k = {}, 0
        ops = list(edits(base, new))
        while k < len(ops):
            if ops[k][0] == " ":
                k += 1
                continue
            start, removed, added = ops[k][1], 0, []
            while k < len(ops) and ops[k][0] != " ":
                removed += ops[k][0] == "-"
                if ops[k][0] == "+":
                    added.append(ops[k][3])
                k += 1
            spans[start] = (removed, added)
        return spans

    a, b, out, i, conflicts = changes(ours), changes(theirs), [], 0, 0
    while i <= len(base):
        x, y = a.get(i), b.get(i)
        if x and y and x != y:
            conflicts += 1
            out += ["<<<<", *x[1], "====", *y[1], ">>>>"]
            i += max(x[0], y[0], 0)
            if max(x[0], y[0]):
                continue
        elif x or y:
            removed, added = x or y
            out += added
            i += removed
            if removed:
                continue
        if i < len(base):
            out.append(base[i])
        i += 1
    return out, conflicts


old = "the quick brown fox jumps over the lazy dog and runs away".split()
new = "the slow brown fox jumped over the lazy cat and dog and runs".split()
print(*("".join(op[0]) + op[3] for op in edits(old, new)))
patch = list(hunks(old, new))
print(*patch, sep="\n")
print(apply_patch(old, patch) == new, list(hunks(old, old)), apply_patch(old, []) == old)
for a, b in (("", "abc"), ("abc", ""), ("abcabba", "cbabac"), ("aaaa", "aa"), ("xaxbx", "ab")):
    p = list(hunks(list(a), list(b), 0))
    assert apply_patch(list(a), p) == list(b)
    print(repr(a), repr(b), lcs_table(a, b)[0][0], "".join(op[0] for op in edits(a, b)))
try:
    apply_patch(["something", "else"], patch)
except PatchError as e:
    print(e)
base = "a b c d e f".split()
print(merge3(base, "a B c d e f".split(), "a b c d E f".split()))
print(merge3(base, "a X c d e f".split(), "a Y c d e f".split()))
print(merge3(base, base, "a b c d e f g".split()), merge3(base, "a c d e f".split(), "a b c d e".split()), merge3([], ["x"], ["x"]))
