# State machines: a table-driven traffic light, a vending machine, a regex matcher by NFA simulation.
class Light:
    TABLE = {("red", "timer"): "green", ("green", "timer"): "yellow", ("yellow", "timer"): "red", ("green", "walk"): "yellow"}

    def __init__(self):
        self.state, self.log = "red", []

    def handle(self, event):
        new = Light.TABLE.get((self.state, event))
        if new:
            self.log.append(f"{self.state}->{new}")
            self.state = new
        else:
            self.log.append(f"({self.state} ignores {event})")


light = Light()
for e in "timer walk timer walk timer timer".split():
    light.handle(e)
print(light.state, light.log)


class Vending:
    prices = {"cola": 150, "chips": 100}

    def __init__(self):
        self.state, self.credit, self.stock = self.idle, 0, {"cola": 1, "chips": 2}

    def idle(self, event, arg):
        if event == "coin":
            self.credit += arg
            return self.paying, f"credit {self.credit}"
        return self.idle, "insert coin"

    def paying(self, event, arg):
        match event, arg:
            case "coin", int(n) if n in (5, 10, 20, 50, 100):
                self.credit += n
                return self.paying, f"credit {self.credit}"
            case "coin", bad:
                return self.paying, f"rejected {bad}"
            case "select", name if name not in self.prices:
                return self.paying, f"no {name}"
            case "select", name if not self.stock[name]:
                return self.paying, f"{name} sold out"
            case "select", name if self.credit < self.prices[name]:
                return self.paying, f"{self.prices[name] - self.credit} more"
            case "select", name:
                self.stock[name] -= 1
                change, self.credit = self.credit - self.prices[name], 0
                return self.idle, f"{name}, change {change}"
            case "cancel", _:
                back, self.credit = self.credit, 0
                return self.idle, f"returned {back}"

    def feed(self, event, arg=None):
        self.state, message = self.state(event, arg)
        return message


v = Vending()
for event in [("select", "cola"), ("coin", 100), ("select", "cola"), ("coin", 3), ("coin", 100), ("select", "tea"), ("select", "cola"), ("coin", 100), ("select", "cola"), ("coin", 50), ("cancel",), ("coin", 100), ("select", "chips")]:
    print(event, "->", v.feed(*event))


class State:
    def __init__(self, char=None, out=None, out2=None):
        self.char, self.out, self.out2 = char, out, out2


MATCH = State("match")


class Regex:
    """Concatenation, |, *, +, ?, ., groups; Thompson's construction."""
    def __init__(self, pattern):
        self.pattern, self.pos = pattern, 0
        start, patch = self.alternatives()
        if self.pos < len(pattern):
            raise ValueError(f"unexpected {pattern[self.pos]!r} at {self.pos}")
        for setter in patch:
            setter(MATCH)
        self.start = start

    def peek(self):
        return self.pattern[self.pos] if self.pos < len(self.pattern) else None

    def alternatives(self):
        start, patch = self.sequence()
        while self.peek() == "|":
            self.pos += 1
            other, more = self.sequence()
            start, patch = State(None, start, other), patch + more
        return start, patch

    def sequence(self):
        start, patch = None, []
        while self.peek() not in (None, "|", ")"):
            s, p = self.repeat()
            if start is None:
                start, patch = s, p
            else:
                for setter in patch:
                    setter(s)
                patch = p
        if start is None:
            s = State(None)
            return s, [lambda t, s=s: setattr(s, "out", t)]
        return start, patch

    def repeat(self):
        start, patch = self.atom()
        while (c := self.peek()) in ("*", "+", "?") and c:
            self.pos += 1
            fork = State(None, start)
            exit_ = [lambda t, fork=fork: setattr(fork, "out2", t)]
            if c == "?":
                start, patch = fork, patch + exit_
            else:
                for setter in patch:
                    setter(fork)
                start, patch = (fork if c == "*" else start), exit_
        return start, patch

    def atom(self):
        c = self.peek()
        if c in "*+?":
            raise ValueError(f"nothing to repeat at {self.pos}")
        self.pos += 1
        if c == "(":
            result = self.alternatives()
            if self.peek() != ")":
                raise ValueError("missing )")
            self.pos += 1
            return result
        s = State(c)
        return s, [lambda t: setattr(s, "out", t)]

    def _close(self, states):
        seen, stack = [], list(states)
        while stack:
            s = stack.pop()
            if s is None or any(s is x for x in seen):
                continue
            seen.append(s)
            if s.char is None:
                stack += [s.out, s.out2]
        return seen

    def fullmatch(self, text):
        states = self._close([self.start])
        for c in text:
            states = self._close([s.out for s in states if s.char is not None and s is not MATCH and s.char in (c, ".")])
        return any(s is MATCH for s in states)


for pattern, texts in {"a*b": ["b", "aaab", "a", ""], "(ab|cd)+e?": ["ab", "abcd", "cde", "e", "abe"], "x.z|": ["xyz", "xz", ""], "a(b|c)*d": ["ad", "abcbcd", "abc"], "(a?)(a?)(a?)aaa": ["aaa", "aaaaaa", "aa", "aaaaaaa"], "é+": ["éé", "e"]}.items():
    r = Regex(pattern)
    print(pattern, [(t, r.fullmatch(t)) for t in texts])
for bad in ("(a", "a)", "*a", "a|*"):
    try:
        Regex(bad)
        print("no error")
    except ValueError as e:
        print(bad, e)
