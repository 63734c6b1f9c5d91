#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Arrive,
    Served,
    Leave,
}

#[derive(Clone, Copy)]
struct Event {
    time: i64,
    kind: Kind,
    customer: i64,
}

impl Event {
    fn before(&self, other: &Event) -> bool {
        (self.time, self.customer) < (other.time, other.customer)
    }
}

#[derive(Default)]
struct EventQueue {
    items: Vec<Event>,
}

impl EventQueue {
    fn push(&mut self, event: Event) {
        let items = &mut self.items;
        items.push(event);
        let mut at = items.len() - 1;
        while at > 0 {
            let parent = (at - 1) >> 1;
            if !event.before(&items[parent]) {
                break;
            }
            items[at] = items[parent];
            at = parent;
        }
        items[at] = event;
    }

    fn pop(&mut self) -> Option<Event> {
        let items = &mut self.items;
        let last = items.pop()?;
        let size = items.len();
        if size == 0 {
            return Some(last);
        }
        let top = items[0];
        let mut at = 0;
        loop {
            let mut child = 2 * at + 1;
            if child >= size {
                break;
            }
            if child + 1 < size && items[child + 1].before(&items[child]) {
                child += 1;
            }
            if !items[child].before(&last) {
                break;
            }
            items[at] = items[child];
            at = child;
        }
        items[at] = last;
        Some(top)
    }
}

struct Shop {
    queue: EventQueue,
    free: i64,
    line: Vec<i64>,
    head: usize,
    seed: i64,
    checksum: i64,
    longest: usize,
}

impl Shop {
    fn random(&mut self, limit: i64) -> i64 {
        self.seed = self.seed * 16807 % 2147483647;
        self.seed % limit
    }

    fn serve(&mut self, customer: i64, time: i64) {
        self.free -= 1;
        let time = time + 20 + self.random(200);
        self.queue.push(Event { time, kind: Kind::Served, customer });
    }

    fn handle(&mut self, event: Event) {
        let Event { time, kind, customer } = event;
        if kind == Kind::Arrive {
            if self.free > 0 {
                self.serve(customer, time);
            } else {
                self.line.push(customer);
                self.longest = self.longest.max(self.line.len() - self.head);
            }
        } else if kind == Kind::Served {
            self.free += 1;
            let leaving = time + self.random(500);
            self.queue.push(Event { time: leaving, kind: Kind::Leave, customer });
            if self.head < self.line.len() {
                self.serve(self.line[self.head], time);
                self.head += 1;
            }
        }
        self.checksum = (self.checksum * 7 + time + kind as i64 + customer) % 1000003;
    }
}

fn main() {
    let customers: i64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut shop = Shop { queue: EventQueue::default(), free: 8, line: Vec::new(), head: 0, seed: 99, checksum: 0, longest: 0 };
    let mut time = 0;
    for customer in 0..customers {
        time += shop.random(30);
        shop.queue.push(Event { time, kind: Kind::Arrive, customer });
    }
    let mut handled = 0;
    while let Some(event) = shop.queue.pop() {
        shop.handle(event);
        handled += 1;
    }
    println!("{} {} {}", handled, shop.longest, shop.checksum);
}
