# An exception without a message.
def f():
    assert 1 == 2


f()
