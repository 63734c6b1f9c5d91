# Exceptions raised inside dunder methods reach the operation that called them.
class Bad:
    def __init__(self, what): self.what = what
    def _raise(self, name):
        if name in self.what: raise RuntimeError(name)
    def __add__(self, o): self._raise("add"); return 1
    def __eq__(self, o): self._raise("eq"); return True
    def __lt__(self, o): self._raise("lt"); return True
    def __hash__(self): self._raise("hash"); return 1
    def __bool__(self): self._raise("bool"); return True
    def __len__(self): self._raise("len"); return 1
    def __iter__(self): self._raise("iter"); return iter([1])
    def __contains__(self, x): self._raise("contains"); return True
    def __getitem__(self, k): self._raise("getitem"); return k
    def __setitem__(self, k, v): self._raise("setitem")
    def __delitem__(self, k): self._raise("delitem")
    def __call__(self): self._raise("call"); return "called"
    def __str__(self): self._raise("str"); return "s"
    def __repr__(self): self._raise("repr"); return "r"
    def __format__(self, f): self._raise("format"); return "f"
    def __enter__(self): self._raise("enter"); return self
    def __exit__(self, *a): self._raise("exit")
    def __index__(self): self._raise("index"); return 0
    def __neg__(self): self._raise("neg"); return 0
    def __int__(self): self._raise("int"); return 0
    def __float__(self): self._raise("float"); return 0.0
    def __iadd__(self, o): self._raise("iadd"); return self
    def __abs__(self): self._raise("abs"); return 0
    def __reversed__(self): self._raise("reversed"); return iter([])


def enter(b):
    with b: pass


def setitem(b): b[1] = 2
def delitem(b): del b[1]
def iadd(b): b += 1
def unpack(b): x, = b
def cond(b): return "yes" if b else "no"
def loop(b):
    for _ in b: pass
def while_(b):
    while b: break
def comp(b): return [x for x in b]


actions = {"add": lambda b: b + 1, "eq": lambda b: b == 1, "eq2": lambda b: [b] == [Bad("")], "lt": lambda b: b < 1, "lt2": lambda b: sorted([b, b]), "lt3": lambda b: min(b, b), "hash": lambda b: {b: 1}, "hash2": lambda b: b in {1, 2}, "bool": lambda b: not b, "bool2": cond, "bool3": while_, "bool4": lambda b: b and 1, "len": lambda b: len(b), "iter": loop, "iter2": comp, "iter3": unpack, "iter4": lambda b: [*b], "iter5": lambda b: list(b), "contains": lambda b: 1 in b, "getitem": lambda b: b[0], "setitem": setitem, "delitem": delitem, "call": lambda b: b(), "str": lambda b: str(b), "str2": lambda b: "%s" % b, "repr": lambda b: [b].__repr__(), "repr2": lambda b: f"{b!r}", "format": lambda b: f"{b}", "enter": enter, "exit": enter, "index": lambda b: [1, 2][b], "index2": lambda b: range(b), "neg": lambda b: -b, "int": lambda b: int(b), "float": lambda b: float(b), "iadd": iadd, "abs": lambda b: abs(b), "reversed": lambda b: reversed(b), "filter": lambda b: list(filter(None, [b])), "any": lambda b: any([b]), "eqidx": lambda b: [1, 2].index(b), "eqin": lambda b: b in [1, 2]}
for name, action in actions.items():
    what = name.rstrip("0123456789")
    what = {"filter": "bool", "any": "bool", "eqidx": "eq", "eqin": "eq"}.get(what, what)
    try:
        action(Bad([what]))
        print(name, "no error")
    except RuntimeError as e:
        print(name, "raised", e, end="; ")
    try:
        action(Bad([]))
        print("fine without")
    except Exception as e:
        print("without:", type(e).__name__, e)
