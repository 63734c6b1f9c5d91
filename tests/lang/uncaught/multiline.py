# The line shown is where the failing part of the statement begins.
data = {"a": 1}


def pick(*names):
    return [
        data[name]
        for name in names
    ]


print(pick("a"))
result = pick(
    "a",
    "b",
)
