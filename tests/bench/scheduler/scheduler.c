#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B, TASKS };
enum { KIND_DEVICE, KIND_WORK };
enum { DATA_SIZE = 4 };

typedef struct Packet {
    struct Packet *link;
    int owner, kind;
    long datum, data[DATA_SIZE];
} Packet;

typedef struct Task Task;
typedef struct System System;

struct Task {
    Task *(*run)(Task *, Packet *);
    System *system;
    int ident, priority;
    Packet *queue;
    bool waiting, held;
};

struct System {
    Task *tasks[TASKS], *order[TASKS];
    int count;
    long sent, holds;
};

typedef struct {
    Task task;
    long control, rounds;
} IdleTask;

typedef struct {
    Task task;
    int destination;
    long letter;
} WorkerTask;

typedef struct {
    Task task;
    Packet *work, *device;
} HandlerTask;

typedef struct {
    Task task;
    Packet *pending;
    long sum;
} DeviceTask;

static Packet *new_packet(Packet *link, int owner, int kind) {
    Packet *packet = calloc(1, sizeof *packet);
    packet->link = link;
    packet->owner = owner;
    packet->kind = kind;
    return packet;
}

static Packet *append(Packet *packet, Packet *queue) {
    packet->link = NULL;
    if (!queue) return packet;
    Packet *last = queue;
    while (last->link) last = last->link;
    last->link = packet;
    return queue;
}

static bool can_run(const Task *task) { return !task->held && (!task->waiting || task->queue); }

static Task *next_task(System *system) {
    for (int i = 0; i < system->count; i++)
        if (can_run(system->order[i])) return system->order[i];
    return NULL;
}

static Packet *take(Task *task) {
    Packet *packet = task->queue;
    if (packet) task->queue = packet->link;
    task->waiting = false;
    return packet;
}

static Task *wait_task(Task *task) {
    task->waiting = true;
    return task;
}

static Task *hold(Task *task) {
    task->system->holds++;
    task->held = true;
    return next_task(task->system);
}

static Task *check_priority(Task *self, Task *task, Packet *packet) {
    bool was_empty = !self->queue;
    self->queue = append(packet, self->queue);
    return was_empty && self->priority > task->priority ? self : task;
}

static Task *send_packet(Task *task, Packet *packet) {
    Task *target = task->system->tasks[packet->owner];
    task->system->sent++;
    packet->owner = task->ident;
    return check_priority(target, task, packet);
}

static Task *release(System *system, Task *current, int ident) {
    Task *task = system->tasks[ident];
    task->held = false;
    return task->priority > current->priority ? task : current;
}

static Task *run_idle(Task *task, Packet *packet) {
    (void)packet;
    IdleTask *idle = (IdleTask *)task;
    idle->rounds--;
    if (idle->rounds <= 0) return hold(task);
    if ((idle->control & 1) == 0) {
        idle->control /= 2;
        return release(task->system, task, DEVICE_A);
    }
    idle->control = idle->control / 2 ^ 53256;
    return release(task->system, task, DEVICE_B);
}

static Task *run_worker(Task *task, Packet *packet) {
    WorkerTask *worker = (WorkerTask *)task;
    if (!packet) return wait_task(task);
    worker->destination = worker->destination == HANDLER_A ? HANDLER_B : HANDLER_A;
    packet->owner = worker->destination;
    packet->datum = 0;
    for (int i = 0; i < DATA_SIZE; i++) {
        worker->letter = worker->letter % 26 + 1;
        packet->data[i] = 64 + worker->letter;
    }
    return send_packet(task, packet);
}

static Task *run_handler(Task *task, Packet *packet) {
    HandlerTask *handler = (HandlerTask *)task;
    if (packet && packet->kind == KIND_WORK)
        handler->work = append(packet, handler->work);
    else if (packet)
        handler->device = append(packet, handler->device);
    Packet *work = handler->work, *device = handler->device;
    if (!work) return wait_task(task);
    if (work->datum >= DATA_SIZE) {
        handler->work = work->link;
        return send_packet(task, work);
    }
    if (!device) return wait_task(task);
    handler->device = device->link;
    device->datum = work->data[work->datum++];
    return send_packet(task, device);
}

static Task *run_device(Task *task, Packet *packet) {
    DeviceTask *device = (DeviceTask *)task;
    if (packet) {
        device->pending = packet;
        device->sum = (device->sum * 31 + packet->datum) % 1000003;
        return hold(task);
    }
    Packet *done = device->pending;
    if (!done) return wait_task(task);
    device->pending = NULL;
    return send_packet(task, done);
}

static void add_task(System *system, Task *task, Task *(*run)(Task *, Packet *), int ident, int priority, Packet *queue, bool waiting) {
    *task = (Task){run, system, ident, priority, queue, waiting, false};
    system->tasks[ident] = task;
    int at = system->count++;
    for (; at > 0 && system->order[at - 1]->priority < priority; at--) system->order[at] = system->order[at - 1];
    system->order[at] = task;
}

static Packet *device_packets(int owner) {
    Packet *packets = NULL;
    for (int i = 0; i < 3; i++) packets = new_packet(packets, owner, KIND_DEVICE);
    return packets;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    System system = {0};
    IdleTask idle = {.control = 1, .rounds = atol(argv[1])};
    WorkerTask worker = {.destination = HANDLER_A};
    HandlerTask handler_a = {0}, handler_b = {0};
    DeviceTask device_a = {0}, device_b = {0};
    add_task(&system, &idle.task, run_idle, IDLE, 0, NULL, false);
    add_task(&system, &worker.task, run_worker, WORKER, 1000, new_packet(new_packet(NULL, WORKER, KIND_WORK), WORKER, KIND_WORK), true);
    add_task(&system, &handler_a.task, run_handler, HANDLER_A, 2000, device_packets(DEVICE_A), true);
    add_task(&system, &handler_b.task, run_handler, HANDLER_B, 3000, device_packets(DEVICE_B), true);
    add_task(&system, &device_a.task, run_device, DEVICE_A, 4000, NULL, true);
    add_task(&system, &device_b.task, run_device, DEVICE_B, 5000, NULL, true);
    Task *task = next_task(&system);
    while (task) task = can_run(task) ? task->run(task, take(task)) : next_task(&system);
    printf("%ld %ld %ld %ld\n", system.sent, system.holds, device_a.sum, device_b.sum);
}
