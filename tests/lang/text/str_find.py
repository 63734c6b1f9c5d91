# Searching: find, rfind, index, rindex, count, startswith, endswith, in, replace.
s = "the cat sat on the mat"
print(s.find("at"), s.rfind("at"), s.find("dog"), s.index("sat"), s.rindex("the"), s.count("at"), s.count("the"))
print(s.find("at", 6), s.find("at", 6, 8), s.find("at", -4), s.rfind("at", 0, 7), s.count("at", 8), s.count(""))
print(s.startswith("the"), s.startswith("cat", 4), s.startswith(("x", "the")), s.endswith("mat"), s.endswith(("a", "b")),
      s.endswith("sat", 0, 11), s.startswith(""), "".startswith(""), s.startswith("t", 100), s.startswith(()))
print("cat" in s, "dog" in s, "" in s, "" in "", "a" not in s)
print(s.replace("at", "og"), s.replace("at", "", 2), s.replace("", "-", 4), "aaa".replace("aa", "b"), "".replace("", "x"), s.replace("zz", "y"))
u = "naïve café ☕ café"
print(u.find("é"), u.rfind("é"), u.find("☕"), u.count("é"), u.replace("é", "e"), u.index("caf", 7), len(u), u[9], u[-1])
print("aaaa".count("aa"), "abc".find(""), "abc".find("", 3), "abc".find("", 4), "abc".rfind(""), "".find(""), "abc".count("", 2))
for bad in (lambda: s.index("dog"), lambda: s.rindex("dog"), lambda: s.find(1), lambda: s.startswith(1), lambda: s.replace("a"),
            lambda: s.startswith(["the"]), lambda: 1 in s):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(s.removeprefix("the "), s.removesuffix(" mat"), s.removeprefix("x"), "aa".removesuffix("aa"), "aXbXc".partition("X"),
      "aXbXc".rpartition("X"), "abc".partition("X"), "abc".rpartition("X"), "".partition("a"))
