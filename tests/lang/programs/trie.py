# A trie with insertion, lookup, deletion, prefix search, wildcard search and a count of its nodes.
class Trie:
    class Node:
        __slots__ = ("kids", "count", "word")

        def __init__(self):
            self.kids, self.count, self.word = {}, 0, False

    def __init__(self, words=()):
        self.root = Trie.Node()
        for w in words:
            self.add(w)

    def add(self, word):
        if word in self:
            return False
        node = self.root
        node.count += 1
        for c in word:
            node = node.kids.setdefault(c, Trie.Node())
            node.count += 1
        node.word = True
        return True

    def _find(self, prefix):
        node = self.root
        for c in prefix:
            node = node.kids.get(c)
            if node is None:
                return None
        return node

    def __contains__(self, word):
        node = self._find(word)
        return node is not None and node.word

    def __len__(self):
        return self.root.count

    def remove(self, word):
        if word not in self:
            raise KeyError(word)
        node = self.root
        node.count -= 1
        for c in word:
            child = node.kids[c]
            child.count -= 1
            if child.count == 0:
                del node.kids[c]
                return
            node = child
        node.word = False

    def _walk(self, node, prefix):
        if node.word:
            yield prefix
        for c in sorted(node.kids):
            yield from self._walk(node.kids[c], prefix + c)

    def __iter__(self):
        return self._walk(self.root, "")

    def starting(self, prefix):
        node = self._find(prefix)
        return list(self._walk(node, prefix)) if node else []

    def like(self, pattern):
        def go(node, i, acc):
            if i == len(pattern):
                if node.word:
                    yield acc
                return
            for c in sorted(node.kids) if pattern[i] == "?" else [pattern[i]]:
                if c in node.kids:
                    yield from go(node.kids[c], i + 1, acc + c)
        return list(go(self.root, 0, ""))

    def longest_prefix(self, text):
        node, best = self.root, ""
        for i, c in enumerate(text):
            node = node.kids.get(c)
            if node is None:
                break
            if node.word:
                best = text[:i + 1]
        return best

    def nodes(self):
        stack, n = [self.root], 0
        while stack:
            node = stack.pop()
            n += 1
            stack.extend(node.kids.values())
        return n


t = Trie("car card care cart cat dog do done été étau".split())
print(len(t), list(t), t.nodes())
print("car" in t, "ca" in t, "carts" in t, "" in t, t.add("car"), t.add("ca"), len(t))
print(t.starting("car"), t.starting("do"), t.starting("x"), t.starting("é"), len(t.starting("")))
print(t.like("ca?"), t.like("?o?e"), t.like("???"), t.like("z?"), t.like("ét?"))
print(t.longest_prefix("cardigan"), repr(t.longest_prefix("x")), t.longest_prefix("donee"))
t.remove("car")
t.remove("cart")
t.remove("do")
print(list(t), len(t), t.nodes(), "car" in t, "card" in t)
for w in ("car", "zzz", ""):
    try:
        t.remove(w)
    except KeyError as e:
        print("no", e)
words = [chr(97 + i * 7 % 26) + chr(97 + i * 11 % 26) + chr(97 + i * 3 % 5) for i in range(400)]
big = Trie(words)
print(len(big) == len(set(words)), list(big) == sorted(set(words)), big.nodes())
for w in set(words):
    big.remove(w)
print(len(big), big.nodes(), list(big))
