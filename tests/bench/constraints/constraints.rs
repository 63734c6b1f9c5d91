const REQUIRED: i32 = 0;
const STRONG: i32 = 1;
const MEDIUM: i32 = 2;
const WEAK: i32 = 3;

type VariableId = usize;
type ConstraintId = usize;

#[derive(Clone, Copy, PartialEq)]
enum Direction {
    Forward,
    Backward,
    None,
}

struct Variable {
    value: i64,
    constraints: Vec<ConstraintId>,
    determined_by: Option<ConstraintId>,
    strength: i32,
    mark: i32,
    stay: bool,
}

#[derive(Clone, Copy)]
enum Kind {
    Stay,
    Edit,
    Equal,
    Scale { scale: VariableId, offset: VariableId },
}

struct Constraint {
    kind: Kind,
    strength: i32,
    first: VariableId,
    second: VariableId,
    direction: Direction,
}

impl Constraint {
    fn is_unary(&self) -> bool {
        matches!(self.kind, Kind::Stay | Kind::Edit)
    }

    fn is_satisfied(&self) -> bool {
        self.direction != Direction::None
    }

    fn source(&self) -> VariableId {
        if self.direction == Direction::Forward { self.first } else { self.second }
    }

    fn target(&self) -> VariableId {
        if self.is_unary() || self.direction == Direction::Backward { self.first } else { self.second }
    }

    fn variables(&self) -> Vec<VariableId> {
        match self.kind {
            Kind::Stay | Kind::Edit => vec![self.first],
            Kind::Equal => vec![self.first, self.second],
            Kind::Scale { scale, offset } => vec![self.first, self.second, scale, offset],
        }
    }
}

#[derive(Default)]
struct Planner {
    variables: Vec<Variable>,
    constraints: Vec<Constraint>,
    mark: i32,
}

impl Planner {
    fn variable(&mut self, value: i64) -> VariableId {
        self.variables.push(Variable { value, constraints: Vec::new(), determined_by: None, strength: WEAK + 1, mark: 0, stay: true });
        self.variables.len() - 1
    }

    fn add(&mut self, kind: Kind, first: VariableId, second: VariableId, strength: i32) -> ConstraintId {
        let id = self.constraints.len();
        self.constraints.push(Constraint { kind, strength, first, second, direction: Direction::None });
        for variable in self.constraints[id].variables() {
            self.variables[variable].constraints.push(id);
        }
        self.incremental_add(id);
        id
    }

    fn remove(&mut self, id: ConstraintId) {
        self.incremental_remove(id);
        for variable in self.constraints[id].variables() {
            self.variables[variable].constraints.retain(|&c| c != id);
        }
    }

    fn new_mark(&mut self) -> i32 {
        self.mark += 1;
        self.mark
    }

    fn choose(&mut self, id: ConstraintId, mark: i32) {
        let c = &self.constraints[id];
        let first = &self.variables[c.first];
        let able = |variable: &Variable, direction| if c.strength < variable.strength { direction } else { Direction::None };
        let direction = if c.is_unary() {
            if first.mark != mark { able(first, Direction::Forward) } else { Direction::None }
        } else {
            let second = &self.variables[c.second];
            if first.mark == mark {
                if second.mark != mark { able(second, Direction::Forward) } else { Direction::None }
            } else if second.mark == mark || first.strength > second.strength {
                able(first, Direction::Backward)
            } else {
                able(second, Direction::Forward)
            }
        };
        self.constraints[id].direction = direction;
    }

    fn mark_inputs(&mut self, id: ConstraintId, mark: i32) {
        let c = &self.constraints[id];
        if !c.is_unary() {
            self.variables[c.source()].mark = mark;
        }
        if let Kind::Scale { scale, offset } = c.kind {
            self.variables[scale].mark = mark;
            self.variables[offset].mark = mark;
        }
    }

    fn inputs_known(&self, id: ConstraintId, mark: i32) -> bool {
        let c = &self.constraints[id];
        let source = &self.variables[c.source()];
        c.is_unary() || source.mark == mark || source.stay || source.determined_by.is_none()
    }

    fn execute(&mut self, id: ConstraintId) {
        let c = &self.constraints[id];
        match c.kind {
            Kind::Stay | Kind::Edit => (),
            Kind::Equal => self.variables[c.target()].value = self.variables[c.source()].value,
            Kind::Scale { scale, offset } => {
                let (scale, offset) = (self.variables[scale].value, self.variables[offset].value);
                if c.direction == Direction::Forward {
                    self.variables[c.second].value = self.variables[c.first].value * scale + offset;
                } else {
                    self.variables[c.first].value = (self.variables[c.second].value - offset).div_euclid(scale);
                }
            }
        }
    }

    fn recalculate(&mut self, id: ConstraintId) {
        let c = &self.constraints[id];
        let (strength, stay) = match c.kind {
            Kind::Stay => (c.strength, true),
            Kind::Edit => (c.strength, false),
            _ => {
                let source = &self.variables[c.source()];
                (c.strength.max(source.strength), source.stay)
            }
        };
        let target = &mut self.variables[c.target()];
        target.strength = strength;
        target.stay = stay;
        if stay {
            self.execute(id);
        }
    }

    fn consumers(&self, variable: VariableId) -> Vec<ConstraintId> {
        let v = &self.variables[variable];
        let flows = |&id: &ConstraintId| {
            let c = &self.constraints[id];
            Some(id) != v.determined_by && c.is_satisfied() && c.target() != variable
        };
        v.constraints.iter().copied().filter(flows).collect()
    }

    fn propagate(&mut self, id: ConstraintId, mark: i32) {
        let mut waiting = vec![id];
        while let Some(c) = waiting.pop() {
            self.recalculate(c);
            for follower in self.consumers(self.constraints[c].target()) {
                if self.variables[self.constraints[follower].target()].mark != mark {
                    waiting.push(follower);
                }
            }
        }
    }

    fn satisfy(&mut self, id: ConstraintId, mark: i32) -> Option<ConstraintId> {
        self.choose(id, mark);
        if !self.constraints[id].is_satisfied() {
            return None;
        }
        self.mark_inputs(id, mark);
        let target = self.constraints[id].target();
        let overridden = self.variables[target].determined_by;
        if let Some(other) = overridden {
            self.constraints[other].direction = Direction::None;
        }
        self.variables[target].determined_by = Some(id);
        self.propagate(id, mark);
        self.variables[target].mark = mark;
        overridden
    }

    fn incremental_add(&mut self, id: ConstraintId) {
        let mark = self.new_mark();
        let mut next = Some(id);
        while let Some(c) = next {
            next = self.satisfy(c, mark);
        }
    }

    fn incremental_remove(&mut self, id: ConstraintId) {
        if !self.constraints[id].is_satisfied() {
            return;
        }
        let out = self.constraints[id].target();
        self.constraints[id].direction = Direction::None;
        let target = &mut self.variables[out];
        target.determined_by = None;
        target.strength = WEAK + 1;
        target.stay = true;
        let mut unsatisfied = Vec::new();
        let mut waiting = vec![out];
        while let Some(variable) = waiting.pop() {
            let constraints = &self.variables[variable].constraints;
            unsatisfied.extend(constraints.iter().copied().filter(|&c| !self.constraints[c].is_satisfied()));
            for follower in self.consumers(variable) {
                self.recalculate(follower);
                waiting.push(self.constraints[follower].target());
            }
        }
        for strength in REQUIRED..=WEAK {
            for &other in &unsatisfied {
                if self.constraints[other].strength == strength {
                    self.incremental_add(other);
                }
            }
        }
    }

    fn make_plan(&mut self, source: ConstraintId) -> Vec<ConstraintId> {
        let mark = self.new_mark();
        let mut plan = Vec::new();
        let mut waiting = vec![source];
        while let Some(c) = waiting.pop() {
            let out = self.constraints[c].target();
            if self.variables[out].mark != mark && self.inputs_known(c, mark) {
                plan.push(c);
                self.variables[out].mark = mark;
                waiting.extend(self.consumers(out));
            }
        }
        plan
    }

    fn change(&mut self, variable: VariableId, values: impl Iterator<Item = i64>) -> i64 {
        let edit = self.add(Kind::Edit, variable, variable, STRONG);
        let plan = self.make_plan(edit);
        for value in values {
            self.variables[variable].value = value;
            for &constraint in &plan {
                self.execute(constraint);
            }
        }
        self.remove(edit);
        plan.len() as i64
    }
}

fn chain(length: usize) -> i64 {
    let mut planner = Planner::default();
    let v: Vec<VariableId> = (0..=length).map(|_| planner.variable(0)).collect();
    for i in 0..length {
        planner.add(Kind::Equal, v[i], v[i + 1], REQUIRED);
    }
    planner.add(Kind::Stay, v[length], v[length], MEDIUM);
    let planned = planner.change(v[0], 0..100);
    planned * 1000 + planner.variables[v[length]].value
}

fn projection(count: usize) -> i64 {
    let mut planner = Planner::default();
    let scale = planner.variable(10);
    let offset = planner.variable(1000);
    let (mut sources, mut targets) = (Vec::new(), Vec::new());
    for i in 0..count {
        let source = planner.variable(i as i64);
        let target = planner.variable(i as i64);
        sources.push(source);
        targets.push(target);
        planner.add(Kind::Stay, source, source, WEAK);
        planner.add(Kind::Scale { scale, offset }, source, target, REQUIRED);
    }
    let mut total = planner.change(sources[count / 2], [17].into_iter());
    total += planner.variables[targets[count / 2]].value;
    total += planner.change(targets[count / 3], [1050].into_iter());
    total += planner.variables[sources[count / 3]].value;
    total + targets.iter().map(|&t| planner.variables[t].value).sum::<i64>()
}

fn main() {
    let rounds: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut total = 0;
    for i in 0..rounds {
        total = (total * 31 + chain(60 + i % 10)) % 1000003;
        total = (total * 31 + projection(60 + i % 7)) % 1000003;
    }
    println!("{total}");
}
