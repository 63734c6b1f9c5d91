# Text of keys, Unicode in source lines and messages.
d = {"é": 1}
print(d["é"])
d["日本 'quoted'"]
