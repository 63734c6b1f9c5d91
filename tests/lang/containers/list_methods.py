# Every list method, and the errors.
a = [3, 1, 2]
a.append(4); a.extend([5, 6]); a.extend("xy"); a.insert(0, "first"); a.insert(-1, "near end"); a.insert(100, "last")
print(a, len(a))
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove("x"); a.remove("y")
print(a.index(5), a.count(3), 3 in a, "z" not in a, a.index(2, 1), a.index(5, 0, -1))
a.sort(); print(a)
a.sort(reverse=True); print(a)
a.reverse(); print(a)
b = a.copy(); b.clear(); print(a, b, a is not b)
print([1] + [2], [1, 2] * 2, 2 * [0], [] * 5, [1] * -1, [1, 2] == [1, 2], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 9], [1, 2] != [1], [[1], [2]] == [[1], [2]])
print(list(), list("abc"), list(range(3)), list({"k": 1}), list((1, 2)), list({1}), list(map(abs, [-1])), [*range(3), *"ab"])
words = ["banana", "Apple", "cherry", "date"]
print(sorted(words), sorted(words, key=len), sorted(words, key=str.lower, reverse=True), sorted(words, key=lambda w: (len(w), w)))
words.sort(key=lambda w: w[-1]); print(words)
for bad in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].remove(2), lambda: [1].index(2), lambda: [1][3], lambda: [1].insert("a", 1), lambda: [1] + 1, lambda: [3, "a"].sort(),
            lambda: [1, 2][-3], lambda: [].extend(5), lambda: [1].sort(1), lambda: [1] < 1, lambda: list(1, 2), lambda: [1].append(), lambda: [1].append(1, 2), lambda: [1].nope()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    a[10] = 1
except IndexError as e:
    print(e)
try:
    del a[10]
except IndexError as e:
    print(e)
m = [[0] * 3 for _ in range(2)]
m[0][1] = 5
print(m, [row[:] for row in m], sum(map(sum, m)), [list(c) for c in zip(*m)])
alias = [[]] * 3
alias[0].append(1)
print(alias, a.__len__(), a.__contains__(3), a.__getitem__(0), [1, 2].__eq__([1, 2]), [1].__add__([2]))
c = [1, 2, 3, 4, 5, 6]
for v in c:
    if v % 2:
        c.remove(v)
print(c)
it = iter(c)
c.append(7)
print(list(it), [True, 1, 1.0].count(1), [None, 0, False].index(False))
