# A user-defined exception, raised in a method.
class Broken(Exception):
    def __str__(self):
        return f"code {self.args[0]}"


class Machine:
    def start(self):
        self.step(3)

    def step(self, n):
        if n == 0:
            raise Broken(42)
        self.step(n - 1)


Machine().start()
