__all__ = ['another_one']
asked = []


def __getattr__(name):
    asked.append(name)
    if name in ('lazy', 'another', 'another_one'):
        globals()[name] = 'made ' + name
        return globals()[name]
    raise AttributeError('none of ' + name)


def __dir__():
    return ['b', 'a']
