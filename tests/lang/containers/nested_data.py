# Deeply nested structures: building, aliasing, copying, comparing, printing, mutation while walking.
data = {"users": [{"name": "ann", "langs": ["py", "c"], "pos": (1, 2)}, {"name": "bob", "langs": [], "pos": (3, 4)}], "n": {"a": {"b": {"c": [1, [2, [3]]]}}}}
print(data["users"][0]["langs"][1], data["n"]["a"]["b"]["c"][1][1][0], data["users"][1]["pos"][0], [u["name"] for u in data["users"]], len(data["users"][0]["langs"]))
data["users"][0]["langs"].append("ot")
data["users"][1]["langs"] += ["x"]
data["n"]["a"]["b"]["c"][1][1][0] *= 10
data["users"].append(dict(data["users"][0], name="cyd"))
print(data)
shallow = data["users"][:]
shallow[0]["name"] = "ANN"
print(data["users"][0]["name"], shallow is data["users"], shallow == data["users"])
def deep(x):
    if isinstance(x, dict): return {k: deep(v) for k, v in x.items()}
    if isinstance(x, list): return [deep(v) for v in x]
    if isinstance(x, tuple): return tuple(deep(v) for v in x)
    return x
copy = deep(data)
copy["users"][0]["langs"].clear()
print(len(data["users"][0]["langs"]), copy == data, deep(data) == data)
def paths(x, at=()):
    if isinstance(x, dict):
        for k in x: yield from paths(x[k], at + (k,))
    elif isinstance(x, (list, tuple)):
        for i, v in enumerate(x): yield from paths(v, at + (i,))
    else:
        yield at, x
for p, v in paths(data): print(".".join(map(str, p)), "=", v)
grid = [[0] * 4 for _ in range(3)]
grid[1][2] = 5
wrong = [[0] * 2] * 3
wrong[0][0] = 1
print(grid, wrong, [row.copy() for row in grid] == grid, [list(col) for col in zip(*grid)])
tree = {}
for path in ("a/b/c", "a/b/d", "a/e", "f"):
    node = tree
    for part in path.split("/"): node = node.setdefault(part, {})
print(tree)
l = [1]
l.append(l)
d = {"l": l}
d["d"] = d
print(l, d, l[1][1][1][0], d["d"]["d"]["l"][0])
t = ([],)
t[0].append(t)
print(t, [[]] == [[]], [{}] == [{}], [[1, {2: (3,)}]] == [[1, {2: (3,)}]])
m = {(i, j): i * j for i in range(3) for j in range(3)}
print(m[2, 2], sum(v for (i, j), v in m.items() if i != j), {k: v for k, v in m.items() if v > 1}, sorted(m, key=lambda p: (-p[0], p[1]))[:3])
stack, out = [data], []
while stack:
    x = stack.pop()
    if isinstance(x, dict): stack.extend(x.values())
    elif isinstance(x, (list, tuple)): stack.extend(x)
    else: out.append(x)
print(len(out), sorted(map(str, out)))
