# A small operating system: tasks of several kinds pass packets to each other through queues, by priority.
import sys

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
KIND_DEVICE, KIND_WORK = 0, 1
DATA_SIZE = 4


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.data = [0] * DATA_SIZE

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, system, ident, priority, queue, waiting):
        self.system = system
        self.ident = ident
        self.priority = priority
        self.queue = queue
        self.waiting = waiting
        self.held = False

    def can_run(self):
        return not self.held and (not self.waiting or self.queue is not None)

    def take(self):
        """The next packet, None when this task was not waiting for one."""
        packet = self.queue
        if packet is not None:
            self.queue = packet.link
        self.waiting = False
        return packet

    def wait(self):
        self.waiting = True
        return self

    def hold(self):
        self.system.holds += 1
        self.held = True
        return self.system.next_task()

    def check_priority(self, task, packet):
        """Puts a packet into this task's queue; who goes on."""
        was_empty = self.queue is None
        self.queue = packet.append_to(self.queue)
        if was_empty and self.priority > task.priority:
            return self
        return task

    def send(self, packet):
        target = self.system.tasks[packet.owner]
        self.system.sent += 1
        packet.owner = self.ident
        return target.check_priority(self, packet)

    def run(self, packet):
        raise NotImplementedError


class IdleTask(Task):
    def __init__(self, system, rounds):
        super().__init__(system, IDLE, 0, None, False)
        self.control = 1
        self.rounds = rounds

    def run(self, packet):
        self.rounds -= 1
        if self.rounds <= 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.system.release(self, DEVICE_A)
        self.control = self.control // 2 ^ 53256
        return self.system.release(self, DEVICE_B)


class WorkerTask(Task):
    def __init__(self, system, queue):
        super().__init__(system, WORKER, 1000, queue, True)
        self.destination = HANDLER_A
        self.letter = 0

    def run(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner = self.destination
        packet.datum = 0
        for i in range(DATA_SIZE):
            self.letter = self.letter % 26 + 1
            packet.data[i] = 64 + self.letter
        return self.send(packet)


class HandlerTask(Task):
    def __init__(self, system, ident, priority, queue):
        super().__init__(system, ident, priority, queue, True)
        self.work = None
        self.device = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == KIND_WORK:
                self.work = packet.append_to(self.work)
            else:
                self.device = packet.append_to(self.device)
        work = self.work
        if work is None:
            return self.wait()
        if work.datum >= DATA_SIZE:
            self.work = work.link
            return self.send(work)
        device = self.device
        if device is None:
            return self.wait()
        self.device = device.link
        device.datum = work.data[work.datum]
        work.datum += 1
        return self.send(device)


class DeviceTask(Task):
    def __init__(self, system, ident, priority):
        super().__init__(system, ident, priority, None, True)
        self.pending = None
        self.sum = 0

    def run(self, packet):
        if packet is not None:
            self.pending = packet
            self.sum = (self.sum * 31 + packet.datum) % 1000003
            return self.hold()
        done = self.pending
        if done is None:
            return self.wait()
        self.pending = None
        return self.send(done)


class System:
    def __init__(self):
        self.tasks = [None] * 6
        self.order = []
        self.sent = 0
        self.holds = 0

    def add(self, task):
        self.tasks[task.ident] = task
        self.order.append(task)
        self.order.sort(key=lambda task: -task.priority)

    def next_task(self):
        for task in self.order:
            if task.can_run():
                return task
        return None

    def release(self, current, ident):
        task = self.tasks[ident]
        task.held = False
        return task if task.priority > current.priority else current

    def schedule(self):
        task = self.next_task()
        while task is not None:
            if task.can_run():
                task = task.run(task.take())
            else:
                task = self.next_task()


def device_packets(owner):
    packets = None
    for _ in range(3):
        packets = Packet(packets, owner, KIND_DEVICE)
    return packets


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 230000
    system = System()
    system.add(IdleTask(system, rounds))
    system.add(WorkerTask(system, Packet(Packet(None, WORKER, KIND_WORK), WORKER, KIND_WORK)))
    system.add(HandlerTask(system, HANDLER_A, 2000, device_packets(DEVICE_A)))
    system.add(HandlerTask(system, HANDLER_B, 3000, device_packets(DEVICE_B)))
    system.add(DeviceTask(system, DEVICE_A, 4000))
    system.add(DeviceTask(system, DEVICE_B, 5000))
    system.schedule()
    print(system.sent, system.holds, system.tasks[DEVICE_A].sum, system.tasks[DEVICE_B].sum)


main()
