# Objects with very many attributes, and classes whose objects all have different ones.
class Bag:
    pass


b = Bag()
for i in range(1000):
    setattr(b, f"field_{i}", i)
print(len(vars(b)), b.field_0, b.field_127, b.field_128, b.field_999, sum(vars(b).values()), list(vars(b))[:3], list(vars(b))[-1])
for i in range(0, 1000, 3):
    delattr(b, f"field_{i}")
print(len(vars(b)), hasattr(b, "field_0"), hasattr(b, "field_1"), b.field_998)
b.field_0 = "again"
print(b.field_0, list(vars(b))[-1])

objects = []
for i in range(500):
    o = Bag()
    o.common = i
    setattr(o, f"only_{i}", i * 2)
    o.last = "x"
    objects.append(o)
print(sum(o.common for o in objects), sum(getattr(objects[i], f"only_{i}") for i in range(500)), all(o.last == "x" for o in objects))
print([list(vars(objects[i])) for i in (0, 63, 64, 65, 499)])
for o in objects:
    o.common += 1
    o.new = o.common
print(sum(o.new for o in objects), vars(objects[100]))


class L(list):
    pass


l = L([1, 2])
for i in range(300):
    setattr(l, f"a{i}", i)
print(l, l.a299, len(vars(l)), l == [1, 2])


class S(str):
    pass


s = S("text")
for i in range(200):
    setattr(s, f"a{i}", i)
print(s, s.a0, s.a199, len(vars(s)), s + "!")


def f():
    pass


for i in range(200):
    setattr(f, f"a{i}", i)
print(f.a0, f.a199, len(f.__dict__))
