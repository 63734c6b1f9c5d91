"""Generators in many nested loops over iterators: what leaves them brings the states of all the loops."""


def deep(x):
    for a in iter(x):
        for b in iter(x):
            for c in iter(x):
                for d in iter(x):
                    for e in iter(x):
                        for f in iter(x):
                            yield 1
                            yield 2


print(sum(deep({1, 2})))
print(sum(1 for a in iter("ab") for b in iter("ab") for c in iter("ab") for d in iter("ab") for e in iter("ab") for f in iter("ab") for g in iter("ab") for h in iter("ab")))
print(sum(a + b + c + d + e + f for a in {1, 2} for b in {3} for c in {4, 5} for d in {6} for e in {7, 8} for f in {9} for g in {0, 1} for h in {2}))
