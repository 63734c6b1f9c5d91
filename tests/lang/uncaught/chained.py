# Both parts of a chain are shown, with the sentence between them.
def parse(text):
    try:
        return int(text)
    except ValueError as e:
        raise RuntimeError("cannot parse") from e


def cleanup():
    try:
        parse("x")
    except RuntimeError:
        {}["missing"]


cleanup()
