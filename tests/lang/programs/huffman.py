# Huffman codes: frequencies, tree, table, encode and decode, checked for the prefix property.
class Leaf:
    def __init__(self, symbol, weight):
        self.symbol, self.weight = symbol, weight

    def codes(self, prefix=""):
        yield self.symbol, prefix or "0"


class Branch:
    def __init__(self, left, right):
        self.left, self.right = left, right
        self.weight = left.weight + right.weight

    def codes(self, prefix=""):
        yield from self.left.codes(prefix + "0")
        yield from self.right.codes(prefix + "1")


def frequencies(text):
    counts = {}
    for c in text:
        counts[c] = counts.get(c, 0) + 1
    return counts


def build(counts):
    nodes = [(w, i, Leaf(s, w)) for i, (s, w) in enumerate(sorted(counts.items()))]
    nodes.sort(key=lambda n: n[:2])
    serial = len(nodes)
    while len(nodes) > 1:
        (w1, _, a), (w2, _, b) = nodes[0], nodes[1]
        merged = (w1 + w2, serial, Branch(a, b))
        serial += 1
        del nodes[:2]
        at = 0
        while at < len(nodes) and nodes[at][:2] <= merged[:2]:
            at += 1
        nodes.insert(at, merged)
    return nodes[0][2]


def encode(text, table):
    return "".join(table[c] for c in text)


def decode(bits, tree):
    if isinstance(tree, Leaf):
        return tree.symbol * len(bits)
    out, node = [], tree
    for b in bits:
        node = node.left if b == "0" else node.right
        if isinstance(node, Leaf):
            out.append(node.symbol)
            node = tree
    if node is not tree:
        raise ValueError("trailing bits")
    return "".join(out)


def pack(bits):
    padding = -len(bits) % 8
    padded = bits + "0" * padding
    return bytes(int(padded[i:i + 8], 2) for i in range(0, len(padded), 8)), padding


def unpack(data, padding):
    bits = "".join(f"{b:08b}" for b in data)
    return bits[:len(bits) - padding]


for text in ("abracadabra", "aaaa", "the quick brown fox jumps over the lazy dog", "Ünïcödé ünïcödé ☕☕", "mississippi river"):
    tree = build(frequencies(text))
    table = dict(tree.codes())
    bits = encode(text, table)
    data, padding = pack(bits)
    print(repr(text), len(text) * 8, "->", len(bits), data.hex(), padding)
    print("  ", {s: c for s, c in sorted(table.items(), key=lambda kv: (len(kv[1]), kv[0]))[:5]})
    codes = list(table.values())
    assert decode(unpack(data, padding), tree) == text
    assert not any(a != b and b.startswith(a) for a in codes for b in codes)
try:
    tree = build(frequencies("abc"))
    decode("1", tree)
except ValueError as e:
    print(e)
