# Module-level state changed from functions, methods, closures, comprehension side effects.
counter = 0
history = []
config = {"debug": False, "level": 1}


def bump(n=1):
    global counter
    counter += n
    history.append(counter)
    return counter


def reset():
    global counter, history
    counter, history = 0, []


class Registry:
    instances = 0
    names = []

    def __init__(self, name):
        global last_created
        Registry.instances += 1
        self.names.append(name)
        last_created = self
        self.name = name


def configure(**kw):
    config.update(kw)
    if config["debug"]:
        globals_changed.append(dict(kw))


globals_changed = []
print(bump(), bump(5), [bump() for _ in range(3)], counter, history)
reset()
print(counter, history)
Registry("a"), Registry("b")
print(last_created.name, Registry.instances, Registry.names)
configure(debug=True, level=3)
configure(extra="x")
print(config, globals_changed)


def make_accumulator():
    total = 0

    def acc(x):
        nonlocal total
        global counter
        total += x
        counter += total
        return total
    return acc


a, b = make_accumulator(), make_accumulator()
print(a(1), a(2), b(10), counter)
if counter > 5:
    def conditional(): return "big"
else:
    def conditional(): return "small"
print(conditional())
for name in ("x", "y"):
    def named(n=name): return n
    config[name] = named
print(config["x"](), config["y"](), name)


def redefine():
    global helper
    def helper(): return "new helper"


def helper(): return "old helper"


before = helper
redefine()
print(helper(), before())
total = 0
for i in range(10):
    if i % 2:
        continue
    for j in range(i):
        total += j
    else:
        total += 100
print(total, i, j)
del total
def uses_total(): return total
try:
    uses_total()
except NameError as e:
    print(e)
total = "defined later"
print(uses_total())
matrix = [[i + j for j in range(3)] for i in range(3)]
def transpose():
    global matrix
    matrix = [list(r) for r in zip(*matrix)]
    matrix[0][1] = "changed"
transpose()
print(matrix)
