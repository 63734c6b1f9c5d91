# Names that are not there.
def f():
    value = 1
    return valeu_of_something


print("start")
f()
