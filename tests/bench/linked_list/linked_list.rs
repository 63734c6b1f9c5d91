struct Node {
    value: i64,
    next: List,
}

type List = Option<Box<Node>>;

fn make_list(n: usize, mut seed: i64) -> List {
    let mut head = None;
    for _ in 0..n {
        seed = seed * 16807 % 2147483647;
        head = Some(Box::new(Node { value: seed % 100000, next: head }));
    }
    head
}

fn reverse(mut head: List) -> List {
    let mut done = None;
    while let Some(mut node) = head {
        head = node.next.take();
        node.next = done;
        done = Some(node);
    }
    done
}

fn split(head: &mut List) -> List {
    let mut length = 0;
    let mut node = head.as_ref();
    while let Some(n) = node {
        length += 1;
        node = n.next.as_ref();
    }
    let mut slow = head.as_mut().unwrap();
    for _ in 1..(length + 1) / 2 {
        slow = slow.next.as_mut().unwrap();
    }
    slow.next.take()
}

fn merge(mut a: List, mut b: List) -> List {
    let mut first = None;
    let mut tail = &mut first;
    loop {
        let from = match (&a, &b) {
            (Some(x), Some(y)) => if x.value <= y.value { &mut a } else { &mut b },
            _ => break,
        };
        let mut node = from.take().unwrap();
        *from = node.next.take();
        tail = &mut tail.insert(node).next;
    }
    *tail = if a.is_some() { a } else { b };
    first
}

fn sort(mut head: List) -> List {
    if head.as_ref().map_or(true, |node| node.next.is_none()) {
        return head;
    }
    let second = split(&mut head);
    merge(sort(head), sort(second))
}

fn checksum(mut head: &List) -> i64 {
    let mut total = 0;
    while let Some(node) = head {
        total = (total * 31 + node.value) % 1000003;
        head = &node.next;
    }
    total
}

fn main() {
    let n: usize = std::env::args().nth(1).unwrap().parse().unwrap();
    let head = reverse(make_list(n, 11));
    let before = checksum(&head);
    let mut sorted = sort(head);
    println!("{} {}", before, checksum(&sorted));
    while let Some(mut node) = sorted {
        sorted = node.next.take();
    }
}
