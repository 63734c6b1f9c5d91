print("cyc2 starts")
import cyc1
tag = "cyc2 tag"


def value():
    return "cyc2 sees " + cyc1.value()


print("cyc2 ends", hasattr(cyc1, "value"))
