"use strict";

const REQUIRED = 0, STRONG = 1, MEDIUM = 2, WEAK = 3;
const FORWARD = 1, BACKWARD = -1, NONE = 0;

class Variable {
    constructor(name, value) {
        this.name = name;
        this.value = value;
        this.constraints = [];
        this.determinedBy = null;
        this.strength = WEAK + 1;
        this.mark = 0;
        this.stay = true;
    }
}

class Constraint {
    constructor(strength) {
        this.strength = strength;
    }

    addTo(planner) {
        for (const variable of this.variables()) variable.constraints.push(this);
        planner.incrementalAdd(this);
    }

    removeFrom(planner) {
        planner.incrementalRemove(this);
        for (const variable of this.variables()) variable.constraints.splice(variable.constraints.indexOf(this), 1);
    }

    isInput() {
        return false;
    }
}

class Unary extends Constraint {
    constructor(variable, strength) {
        super(strength);
        this.output = variable;
        this.satisfied = false;
    }

    variables() {
        return [this.output];
    }

    choose(mark) {
        this.satisfied = this.output.mark !== mark && this.strength < this.output.strength;
    }

    isSatisfied() {
        return this.satisfied;
    }

    unsatisfy() {
        this.satisfied = false;
    }

    target() {
        return this.output;
    }

    inputsKnown(mark) {
        return true;
    }

    markInputs(mark) {}

    recalculate() {
        this.output.strength = this.strength;
        this.output.stay = !this.isInput();
        if (this.output.stay) this.execute();
    }

    execute() {}
}

class Stay extends Unary {}

class Edit extends Unary {
    isInput() {
        return true;
    }
}

class Binary extends Constraint {
    constructor(first, second, strength) {
        super(strength);
        this.first = first;
        this.second = second;
        this.direction = NONE;
    }

    variables() {
        return [this.first, this.second];
    }

    choose(mark) {
        if (this.first.mark === mark) {
            const able = this.second.mark !== mark && this.strength < this.second.strength;
            this.direction = able ? FORWARD : NONE;
        } else if (this.second.mark === mark) {
            this.direction = this.strength < this.first.strength ? BACKWARD : NONE;
        } else if (this.first.strength > this.second.strength) {
            this.direction = this.strength < this.first.strength ? BACKWARD : NONE;
        } else {
            this.direction = this.strength < this.second.strength ? FORWARD : NONE;
        }
    }

    isSatisfied() {
        return this.direction !== NONE;
    }

    unsatisfy() {
        this.direction = NONE;
    }

    source() {
        return this.direction === FORWARD ? this.first : this.second;
    }

    target() {
        return this.direction === FORWARD ? this.second : this.first;
    }

    markInputs(mark) {
        this.source().mark = mark;
    }

    inputsKnown(mark) {
        const source = this.source();
        return source.mark === mark || source.stay || source.determinedBy === null;
    }

    recalculate() {
        const source = this.source(), target = this.target();
        target.strength = Math.max(this.strength, source.strength);
        target.stay = source.stay;
        if (target.stay) this.execute();
    }
}

class Equal extends Binary {
    execute() {
        this.target().value = this.source().value;
    }
}

class Scale extends Binary {
    constructor(first, scale, offset, second, strength) {
        super(first, second, strength);
        this.scale = scale;
        this.offset = offset;
    }

    variables() {
        return [this.first, this.second, this.scale, this.offset];
    }

    markInputs(mark) {
        super.markInputs(mark);
        this.scale.mark = mark;
        this.offset.mark = mark;
    }

    execute() {
        if (this.direction === FORWARD) this.second.value = this.first.value * this.scale.value + this.offset.value;
        else this.first.value = Math.floor((this.second.value - this.offset.value) / this.scale.value);
    }
}

class Planner {
    constructor() {
        this.mark = 0;
    }

    newMark() {
        return ++this.mark;
    }

    satisfy(constraint, mark) {
        constraint.choose(mark);
        if (!constraint.isSatisfied()) return null;
        constraint.markInputs(mark);
        const target = constraint.target(), overridden = target.determinedBy;
        if (overridden !== null) overridden.unsatisfy();
        target.determinedBy = constraint;
        this.propagate(constraint, mark);
        target.mark = mark;
        return overridden;
    }

    incrementalAdd(constraint) {
        const mark = this.newMark();
        let overridden = this.satisfy(constraint, mark);
        while (overridden !== null) overridden = this.satisfy(overridden, mark);
    }

    incrementalRemove(constraint) {
        if (!constraint.isSatisfied()) return;
        const target = constraint.target();
        constraint.unsatisfy();
        target.determinedBy = null;
        target.strength = WEAK + 1;
        target.stay = true;
        const unsatisfied = [], waiting = [target];
        while (waiting.length > 0) {
            const variable = waiting.pop();
            for (const other of variable.constraints) if (!other.isSatisfied()) unsatisfied.push(other);
            for (const follower of this.consumers(variable)) {
                follower.recalculate();
                waiting.push(follower.target());
            }
        }
        for (let strength = REQUIRED; strength <= WEAK; strength++)
            for (const other of unsatisfied) if (other.strength === strength) this.incrementalAdd(other);
    }

    consumers(variable) {
        const determining = variable.determinedBy;
        return variable.constraints.filter((c) => c !== determining && c.isSatisfied() && c.target() !== variable);
    }

    propagate(constraint, mark) {
        const waiting = [constraint];
        while (waiting.length > 0) {
            const c = waiting.pop();
            c.recalculate();
            for (const follower of this.consumers(c.target())) if (follower.target().mark !== mark) waiting.push(follower);
        }
    }

    makePlan(sources) {
        const mark = this.newMark(), plan = [], waiting = sources.slice();
        while (waiting.length > 0) {
            const c = waiting.pop(), output = c.target();
            if (output.mark !== mark && c.inputsKnown(mark)) {
                plan.push(c);
                output.mark = mark;
                waiting.push(...this.consumers(output));
            }
        }
        return plan;
    }
}

function change(planner, variable, values) {
    const edit = new Edit(variable, STRONG);
    edit.addTo(planner);
    const plan = planner.makePlan([edit]);
    for (const value of values) {
        variable.value = value;
        for (const constraint of plan) constraint.execute();
    }
    edit.removeFrom(planner);
    return plan.length;
}

function chain(length) {
    const planner = new Planner(), variables = [];
    for (let i = 0; i <= length; i++) variables.push(new Variable("v", 0));
    for (let i = 0; i < length; i++) new Equal(variables[i], variables[i + 1], REQUIRED).addTo(planner);
    new Stay(variables[length], MEDIUM).addTo(planner);
    const planned = change(planner, variables[0], Array.from({ length: 100 }, (_, i) => i));
    return planned * 1000 + variables[length].value;
}

function projection(count) {
    const planner = new Planner(), scale = new Variable("scale", 10), offset = new Variable("offset", 1000);
    const sources = [], targets = [];
    for (let i = 0; i < count; i++) {
        const source = new Variable("source", i), target = new Variable("target", i);
        sources.push(source);
        targets.push(target);
        new Stay(source, WEAK).addTo(planner);
        new Scale(source, scale, offset, target, REQUIRED).addTo(planner);
    }
    const middle = Math.floor(count / 2), third = Math.floor(count / 3);
    let total = change(planner, sources[middle], [17]);
    total += targets[middle].value;
    total += change(planner, targets[third], [1050]);
    total += sources[third].value;
    for (const target of targets) total += target.value;
    return total;
}

const rounds = Number(process.argv[2]);
let total = 0;
for (let i = 0; i < rounds; i++) {
    total = (total * 31 + chain(60 + i % 10)) % 1000003;
    total = (total * 31 + projection(60 + i % 7)) % 1000003;
}
console.log(total);
