"use strict";

const IDLE = 0, WORKER = 1, HANDLER_A = 2, HANDLER_B = 3, DEVICE_A = 4, DEVICE_B = 5;
const KIND_DEVICE = 0, KIND_WORK = 1;
const DATA_SIZE = 4;

class Packet {
    constructor(link, owner, kind) {
        this.link = link;
        this.owner = owner;
        this.kind = kind;
        this.datum = 0;
        this.data = new Array(DATA_SIZE).fill(0);
    }

    appendTo(queue) {
        this.link = null;
        if (queue === null) return this;
        let last = queue;
        while (last.link !== null) last = last.link;
        last.link = this;
        return queue;
    }
}

class Task {
    constructor(system, ident, priority, queue, waiting) {
        this.system = system;
        this.ident = ident;
        this.priority = priority;
        this.queue = queue;
        this.waiting = waiting;
        this.held = false;
    }

    canRun() {
        return !this.held && (!this.waiting || this.queue !== null);
    }

    take() {
        const packet = this.queue;
        if (packet !== null) this.queue = packet.link;
        this.waiting = false;
        return packet;
    }

    wait() {
        this.waiting = true;
        return this;
    }

    hold() {
        this.system.holds++;
        this.held = true;
        return this.system.nextTask();
    }

    checkPriority(task, packet) {
        const wasEmpty = this.queue === null;
        this.queue = packet.appendTo(this.queue);
        return wasEmpty && this.priority > task.priority ? this : task;
    }

    send(packet) {
        const target = this.system.tasks[packet.owner];
        this.system.sent++;
        packet.owner = this.ident;
        return target.checkPriority(this, packet);
    }
}

class IdleTask extends Task {
    constructor(system, rounds) {
        super(system, IDLE, 0, null, false);
        this.control = 1;
        this.rounds = rounds;
    }

    run(packet) {
        this.rounds--;
        if (this.rounds <= 0) return this.hold();
        if ((this.control & 1) === 0) {
            this.control >>= 1;
            return this.system.release(this, DEVICE_A);
        }
        this.control = (this.control >> 1) ^ 53256;
        return this.system.release(this, DEVICE_B);
    }
}

class WorkerTask extends Task {
    constructor(system, queue) {
        super(system, WORKER, 1000, queue, true);
        this.destination = HANDLER_A;
        this.letter = 0;
    }

    run(packet) {
        if (packet === null) return this.wait();
        this.destination = this.destination === HANDLER_A ? HANDLER_B : HANDLER_A;
        packet.owner = this.destination;
        packet.datum = 0;
        for (let i = 0; i < DATA_SIZE; i++) {
            this.letter = this.letter % 26 + 1;
            packet.data[i] = 64 + this.letter;
        }
        return this.send(packet);
    }
}

class HandlerTask extends Task {
    constructor(system, ident, priority, queue) {
        super(system, ident, priority, queue, true);
        this.work = null;
        this.device = null;
    }

    run(packet) {
        if (packet !== null) {
            if (packet.kind === KIND_WORK) this.work = packet.appendTo(this.work);
            else this.device = packet.appendTo(this.device);
        }
        const work = this.work;
        if (work === null) return this.wait();
        if (work.datum >= DATA_SIZE) {
            this.work = work.link;
            return this.send(work);
        }
        const device = this.device;
        if (device === null) return this.wait();
        this.device = device.link;
        device.datum = work.data[work.datum++];
        return this.send(device);
    }
}

class DeviceTask extends Task {
    constructor(system, ident, priority) {
        super(system, ident, priority, null, true);
        this.pending = null;
        this.sum = 0;
    }

    run(packet) {
        if (packet !== null) {
            this.pending = packet;
            this.sum = (this.sum * 31 + packet.datum) % 1000003;
            return this.hold();
        }
        const done = this.pending;
        if (done === null) return this.wait();
        this.pending = null;
        return this.send(done);
    }
}

class System {
    constructor() {
        this.tasks = new Array(6).fill(null);
        this.order = [];
        this.sent = 0;
        this.holds = 0;
    }

    add(task) {
        this.tasks[task.ident] = task;
        this.order.push(task);
        this.order.sort((a, b) => b.priority - a.priority);
    }

    nextTask() {
        for (const task of this.order) if (task.canRun()) return task;
        return null;
    }

    release(current, ident) {
        const task = this.tasks[ident];
        task.held = false;
        return task.priority > current.priority ? task : current;
    }

    schedule() {
        let task = this.nextTask();
        while (task !== null) task = task.canRun() ? task.run(task.take()) : this.nextTask();
    }
}

function devicePackets(owner) {
    let packets = null;
    for (let i = 0; i < 3; i++) packets = new Packet(packets, owner, KIND_DEVICE);
    return packets;
}

const system = new System();
system.add(new IdleTask(system, Number(process.argv[2])));
system.add(new WorkerTask(system, new Packet(new Packet(null, WORKER, KIND_WORK), WORKER, KIND_WORK)));
system.add(new HandlerTask(system, HANDLER_A, 2000, devicePackets(DEVICE_A)));
system.add(new HandlerTask(system, HANDLER_B, 3000, devicePackets(DEVICE_B)));
system.add(new DeviceTask(system, DEVICE_A, 4000));
system.add(new DeviceTask(system, DEVICE_B, 5000));
system.schedule();
console.log(`${system.sent} ${system.holds} ${system.tasks[DEVICE_A].sum} ${system.tasks[DEVICE_B].sum}`);
