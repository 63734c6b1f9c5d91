const WORKER: usize = 1;
const HANDLER_A: usize = 2;
const HANDLER_B: usize = 3;
const DEVICE_A: usize = 4;
const DEVICE_B: usize = 5;
const DATA_SIZE: usize = 4;

#[derive(PartialEq)]
enum Kind {
    Device,
    Work,
}

type Queue = Option<Box<Packet>>;

struct Packet {
    link: Queue,
    owner: usize,
    kind: Kind,
    datum: i64,
    data: [i64; DATA_SIZE],
}

fn packet(link: Queue, owner: usize, kind: Kind) -> Queue {
    Some(Box::new(Packet { link, owner, kind, datum: 0, data: [0; DATA_SIZE] }))
}

fn append(mut packet: Box<Packet>, mut queue: &mut Queue) {
    packet.link = None;
    while let Some(last) = queue {
        queue = &mut last.link;
    }
    *queue = Some(packet);
}

fn pop(queue: &mut Queue) -> Queue {
    let mut packet = queue.take()?;
    *queue = packet.link.take();
    Some(packet)
}

enum Role {
    Idle { control: i64, rounds: i64 },
    Worker { destination: usize, letter: i64 },
    Handler { work: Queue, device: Queue },
    Device { pending: Queue, sum: i64 },
}

enum Action {
    Wait,
    Hold,
    Send(Box<Packet>),
    Release(usize),
}

impl Role {
    fn run(&mut self, packet: Queue) -> Action {
        match self {
            Role::Idle { control, rounds } => {
                *rounds -= 1;
                if *rounds <= 0 {
                    Action::Hold
                } else if *control & 1 == 0 {
                    *control /= 2;
                    Action::Release(DEVICE_A)
                } else {
                    *control = *control / 2 ^ 53256;
                    Action::Release(DEVICE_B)
                }
            }
            Role::Worker { destination, letter } => {
                let Some(mut packet) = packet else { return Action::Wait };
                *destination = if *destination == HANDLER_A { HANDLER_B } else { HANDLER_A };
                packet.owner = *destination;
                packet.datum = 0;
                for slot in packet.data.iter_mut() {
                    *letter = *letter % 26 + 1;
                    *slot = 64 + *letter;
                }
                Action::Send(packet)
            }
            Role::Handler { work, device } => {
                if let Some(packet) = packet {
                    let queue = if packet.kind == Kind::Work { &mut *work } else { &mut *device };
                    append(packet, queue);
                }
                let Some(first) = work else { return Action::Wait };
                if first.datum >= DATA_SIZE as i64 {
                    return Action::Send(pop(work).unwrap());
                }
                let Some(mut reply) = pop(device) else { return Action::Wait };
                reply.datum = first.data[first.datum as usize];
                first.datum += 1;
                Action::Send(reply)
            }
            Role::Device { pending, sum } => {
                if let Some(packet) = packet {
                    *sum = (*sum * 31 + packet.datum) % 1000003;
                    *pending = Some(packet);
                    return Action::Hold;
                }
                match pending.take() {
                    None => Action::Wait,
                    Some(done) => Action::Send(done),
                }
            }
        }
    }
}

struct Task {
    role: Role,
    priority: i64,
    queue: Queue,
    waiting: bool,
    held: bool,
}

impl Task {
    fn can_run(&self) -> bool {
        !self.held && (!self.waiting || self.queue.is_some())
    }
}

struct System {
    tasks: Vec<Task>,
    order: Vec<usize>,
    sent: i64,
    holds: i64,
}

impl System {
    fn add(&mut self, role: Role, priority: i64, queue: Queue, waiting: bool) {
        self.order.push(self.tasks.len());
        self.tasks.push(Task { role, priority, queue, waiting, held: false });
        let tasks = &self.tasks;
        self.order.sort_by_key(|&i| -tasks[i].priority);
    }

    fn next_task(&self) -> Option<usize> {
        self.order.iter().copied().find(|&i| self.tasks[i].can_run())
    }

    fn send(&mut self, from: usize, mut packet: Box<Packet>) -> usize {
        let to = packet.owner;
        self.sent += 1;
        packet.owner = from;
        let was_empty = self.tasks[to].queue.is_none();
        append(packet, &mut self.tasks[to].queue);
        if was_empty && self.tasks[to].priority > self.tasks[from].priority { to } else { from }
    }

    fn run(&mut self, current: usize) -> Option<usize> {
        let task = &mut self.tasks[current];
        let packet = pop(&mut task.queue);
        task.waiting = false;
        match task.role.run(packet) {
            Action::Wait => {
                task.waiting = true;
                Some(current)
            }
            Action::Hold => {
                task.held = true;
                self.holds += 1;
                self.next_task()
            }
            Action::Send(packet) => Some(self.send(current, packet)),
            Action::Release(other) => {
                self.tasks[other].held = false;
                Some(if self.tasks[other].priority > self.tasks[current].priority { other } else { current })
            }
        }
    }
}

fn device_packets(owner: usize) -> Queue {
    (0..3).fold(None, |packets, _| packet(packets, owner, Kind::Device))
}

fn main() {
    let rounds: i64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut system = System { tasks: Vec::new(), order: Vec::new(), sent: 0, holds: 0 };
    system.add(Role::Idle { control: 1, rounds }, 0, None, false);
    let work = packet(packet(None, WORKER, Kind::Work), WORKER, Kind::Work);
    system.add(Role::Worker { destination: HANDLER_A, letter: 0 }, 1000, work, true);
    system.add(Role::Handler { work: None, device: None }, 2000, device_packets(DEVICE_A), true);
    system.add(Role::Handler { work: None, device: None }, 3000, device_packets(DEVICE_B), true);
    system.add(Role::Device { pending: None, sum: 0 }, 4000, None, true);
    system.add(Role::Device { pending: None, sum: 0 }, 5000, None, true);
    let mut next = system.next_task();
    while let Some(task) = next {
        next = if system.tasks[task].can_run() { system.run(task) } else { system.next_task() };
    }
    let sum = |i: usize| if let Role::Device { sum, .. } = system.tasks[i].role { sum } else { 0 };
    println!("{} {} {} {}", system.sent, system.holds, sum(DEVICE_A), sum(DEVICE_B));
}
