# if/elif/else, pass, assert, del, semicolons, truth of everything.
def kind(v):
    if v is None: return "none"
    elif isinstance(v, bool): return "bool"
    elif isinstance(v, (int, float)):
        if v < 0:
            return "negative"
        elif not v:
            return "zero"
        else:
            return "positive"
    elif isinstance(v, str) and v: return "text"
    elif not v: return "empty"
    return "other"


for v in (None, True, -1, 0, 2.5, "a", "", [], [1], {}, (), 0.0):
    print(repr(v), kind(v), "truthy" if v else "falsy")
x = 1; y = 2; print(x, y);
if x: pass
if x == 1 and y == 2: print("one line"); print("still inside")
if (x and
        y): print("continued")
if x \
        == 1:
    print("backslash")
assert x == 1
assert x, "message"
try:
    assert x == 2, f"x was {x}"
except AssertionError as e:
    print("assert", e)
try:
    assert not x
except AssertionError as e:
    print("assert", repr(e), e.args)
try:
    assert False, (1, 2)
except AssertionError as e:
    print(e, e.args)
a, b, c = 1, [1, 2, 3], {"k": 1}
del a
del b[0], c["k"]
del (b[0])
print(b, c)
try:
    print(a)
except NameError as e:
    print(e)
if 0: print("no")
elif "": print("no")
elif []: print("no")
else: print("else")
if not (x > 5 or y > 5) and x < y: print("compound")
if x is not None is not y: print("is not chain")
if "a" not in "xyz": print("not in")
def early(n):
    if n > 10:
        return "big"
    if n > 5: return "mid"
    for i in range(n):
        if i == 3:
            return "three"
    else:
        return "small"
print(early(11), early(7), early(5), early(2))
def nothing(): pass
def ellipsis(): ...
print(nothing(), ellipsis(), ...)
if True:
    # only a comment

    print("after comment and blank line")
	
print("end")
