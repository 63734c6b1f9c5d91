"use strict";

const ARRIVE = 0, SERVED = 1, LEAVE = 2;

class Event {
    constructor(time, kind, customer) {
        this.time = time;
        this.kind = kind;
        this.customer = customer;
    }

    before(other) {
        return this.time !== other.time ? this.time < other.time : this.customer < other.customer;
    }
}

class EventQueue {
    constructor() {
        this.items = [];
    }

    push(event) {
        const items = this.items;
        items.push(event);
        let at = items.length - 1;
        while (at > 0) {
            const parent = (at - 1) >> 1;
            if (!event.before(items[parent])) break;
            items[at] = items[parent];
            at = parent;
        }
        items[at] = event;
    }

    pop() {
        const items = this.items, top = items[0], last = items.pop(), size = items.length;
        if (size === 0) return top;
        let at = 0;
        for (;;) {
            let child = 2 * at + 1;
            if (child >= size) break;
            if (child + 1 < size && items[child + 1].before(items[child])) child++;
            if (!items[child].before(last)) break;
            items[at] = items[child];
            at = child;
        }
        items[at] = last;
        return top;
    }
}

class Shop {
    constructor(servers) {
        this.queue = new EventQueue();
        this.free = servers;
        this.line = [];
        this.head = 0;
        this.seed = 99;
        this.checksum = 0;
        this.longest = 0;
    }

    random(limit) {
        this.seed = this.seed * 16807 % 2147483647;
        return this.seed % limit;
    }

    serve(customer, time) {
        this.free--;
        this.queue.push(new Event(time + 20 + this.random(200), SERVED, customer));
    }

    handle(event) {
        const { time, customer } = event;
        if (event.kind === ARRIVE) {
            if (this.free > 0) {
                this.serve(customer, time);
            } else {
                this.line.push(customer);
                this.longest = Math.max(this.longest, this.line.length - this.head);
            }
        } else if (event.kind === SERVED) {
            this.free++;
            this.queue.push(new Event(time + this.random(500), LEAVE, customer));
            if (this.head < this.line.length) this.serve(this.line[this.head++], time);
        }
        this.checksum = (this.checksum * 7 + time + event.kind + customer) % 1000003;
    }
}

const customers = Number(process.argv[2]), shop = new Shop(8);
let time = 0, handled = 0;
for (let customer = 0; customer < customers; customer++) {
    time += shop.random(30);
    shop.queue.push(new Event(time, ARRIVE, customer));
}
for (; shop.queue.items.length > 0; handled++) shop.handle(shop.queue.pop());
console.log(`${handled} ${shop.longest} ${shop.checksum}`);
