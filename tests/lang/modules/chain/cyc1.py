print("cyc1 starts")
import cyc2


def value():
    return "cyc1 value, " + cyc2.tag


print("cyc1 ends")
