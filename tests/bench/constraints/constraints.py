# One-way constraints between variables, kept satisfied by strength: chains and projections are planned, then run.
import sys

REQUIRED, STRONG, MEDIUM, WEAK = 0, 1, 2, 3
FORWARD, BACKWARD, NONE = 1, -1, 0


class Variable:
    def __init__(self, name, value):
        self.name = name
        self.value = value
        self.constraints = []
        self.determined_by = None
        self.strength = WEAK + 1
        self.mark = 0
        self.stay = True


class Constraint:
    def __init__(self, strength):
        self.strength = strength

    def add_to(self, planner):
        for variable in self.variables():
            variable.constraints.append(self)
        planner.incremental_add(self)

    def remove_from(self, planner):
        planner.incremental_remove(self)
        for variable in self.variables():
            variable.constraints.remove(self)

    def is_input(self):
        return False


class Unary(Constraint):
    def __init__(self, variable, strength):
        super().__init__(strength)
        self.output = variable
        self.satisfied = False

    def variables(self):
        return [self.output]

    def choose(self, mark):
        self.satisfied = self.output.mark != mark and self.strength < self.output.strength

    def is_satisfied(self):
        return self.satisfied

    def unsatisfy(self):
        self.satisfied = False

    def target(self):
        return self.output

    def inputs_known(self, mark):
        return True

    def mark_inputs(self, mark):
        pass

    def recalculate(self):
        self.output.strength = self.strength
        self.output.stay = not self.is_input()
        if self.output.stay:
            self.execute()

    def execute(self):
        pass


class Stay(Unary):
    pass


class Edit(Unary):
    def is_input(self):
        return True


class Binary(Constraint):
    def __init__(self, first, second, strength):
        super().__init__(strength)
        self.first = first
        self.second = second
        self.direction = NONE

    def variables(self):
        return [self.first, self.second]

    def choose(self, mark):
        if self.first.mark == mark:
            able = self.second.mark != mark and self.strength < self.second.strength
            self.direction = FORWARD if able else NONE
        elif self.second.mark == mark:
            self.direction = BACKWARD if self.strength < self.first.strength else NONE
        elif self.first.strength > self.second.strength:
            self.direction = BACKWARD if self.strength < self.first.strength else NONE
        else:
            self.direction = FORWARD if self.strength < self.second.strength else NONE

    def is_satisfied(self):
        return self.direction != NONE

    def unsatisfy(self):
        self.direction = NONE

    def source(self):
        return self.first if self.direction == FORWARD else self.second

    def target(self):
        return self.second if self.direction == FORWARD else self.first

    def mark_inputs(self, mark):
        self.source().mark = mark

    def inputs_known(self, mark):
        source = self.source()
        return source.mark == mark or source.stay or source.determined_by is None

    def recalculate(self):
        source = self.source()
        target = self.target()
        target.strength = max(self.strength, source.strength)
        target.stay = source.stay
        if target.stay:
            self.execute()


class Equal(Binary):
    def execute(self):
        self.target().value = self.source().value


class Scale(Binary):
    """second = first * scale + offset"""

    def __init__(self, first, scale, offset, second, strength):
        super().__init__(first, second, strength)
        self.scale = scale
        self.offset = offset

    def variables(self):
        return [self.first, self.second, self.scale, self.offset]

    def mark_inputs(self, mark):
        super().mark_inputs(mark)
        self.scale.mark = mark
        self.offset.mark = mark

    def execute(self):
        if self.direction == FORWARD:
            self.second.value = self.first.value * self.scale.value + self.offset.value
        else:
            self.first.value = (self.second.value - self.offset.value) // self.scale.value


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def satisfy(self, constraint, mark):
        """Makes it hold; the constraint it drove out, or None."""
        constraint.choose(mark)
        if not constraint.is_satisfied():
            return None
        constraint.mark_inputs(mark)
        target = constraint.target()
        overridden = target.determined_by
        if overridden is not None:
            overridden.unsatisfy()
        target.determined_by = constraint
        self.propagate(constraint, mark)
        target.mark = mark
        return overridden

    def incremental_add(self, constraint):
        mark = self.new_mark()
        overridden = self.satisfy(constraint, mark)
        while overridden is not None:
            overridden = self.satisfy(overridden, mark)

    def incremental_remove(self, constraint):
        if not constraint.is_satisfied():
            return
        target = constraint.target()
        constraint.unsatisfy()
        target.determined_by = None
        target.strength = WEAK + 1
        target.stay = True
        unsatisfied = []
        waiting = [target]
        while waiting:
            variable = waiting.pop()
            for other in variable.constraints:
                if not other.is_satisfied():
                    unsatisfied.append(other)
            for follower in self.consumers(variable):
                follower.recalculate()
                waiting.append(follower.target())
        for strength in range(REQUIRED, WEAK + 1):
            for other in unsatisfied:
                if other.strength == strength:
                    self.incremental_add(other)

    def consumers(self, variable):
        determining = variable.determined_by
        return [c for c in variable.constraints if c is not determining and c.is_satisfied() and c.target() is not variable]

    def propagate(self, constraint, mark):
        waiting = [constraint]
        while waiting:
            c = waiting.pop()
            c.recalculate()
            for follower in self.consumers(c.target()):
                if follower.target().mark != mark:
                    waiting.append(follower)

    def make_plan(self, sources):
        mark = self.new_mark()
        plan = []
        waiting = list(sources)
        while waiting:
            c = waiting.pop()
            output = c.target()
            if output.mark != mark and c.inputs_known(mark):
                plan.append(c)
                output.mark = mark
                waiting.extend(self.consumers(output))
        return plan


def change(planner, variable, values):
    edit = Edit(variable, STRONG)
    edit.add_to(planner)
    plan = planner.make_plan([edit])
    for value in values:
        variable.value = value
        for constraint in plan:
            constraint.execute()
    edit.remove_from(planner)
    return len(plan)


def chain(length):
    planner = Planner()
    variables = [Variable("v", 0) for _ in range(length + 1)]
    for i in range(length):
        Equal(variables[i], variables[i + 1], REQUIRED).add_to(planner)
    Stay(variables[length], MEDIUM).add_to(planner)
    planned = change(planner, variables[0], range(100))
    return planned * 1000 + variables[length].value


def projection(count):
    planner = Planner()
    scale = Variable("scale", 10)
    offset = Variable("offset", 1000)
    total = 0
    sources = []
    targets = []
    for i in range(count):
        source = Variable("source", i)
        target = Variable("target", i)
        sources.append(source)
        targets.append(target)
        Stay(source, WEAK).add_to(planner)
        Scale(source, scale, offset, target, REQUIRED).add_to(planner)
    total += change(planner, sources[count // 2], [17])
    total += targets[count // 2].value
    total += change(planner, targets[count // 3], [1050])
    total += sources[count // 3].value
    for target in targets:
        total += target.value
    return total


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 650
    total = 0
    for i in range(rounds):
        total = (total * 31 + chain(60 + i % 10)) % 1000003
        total = (total * 31 + projection(60 + i % 7)) % 1000003
    print(total)


main()
