"use strict";

class Node {
    constructor(value, next) {
        this.value = value;
        this.next = next;
    }
}

function makeList(n, seed) {
    let head = null;
    for (let i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        head = new Node(seed % 100000, head);
    }
    return head;
}

function reverse(head) {
    let done = null;
    while (head !== null) {
        const following = head.next;
        head.next = done;
        done = head;
        head = following;
    }
    return done;
}

function split(head) {
    let slow = head, fast = head.next;
    while (fast !== null && fast.next !== null) {
        slow = slow.next;
        fast = fast.next.next;
    }
    const second = slow.next;
    slow.next = null;
    return second;
}

function merge(a, b) {
    const first = new Node(0, null);
    let tail = first;
    while (a !== null && b !== null) {
        if (a.value <= b.value) {
            tail.next = a;
            a = a.next;
        } else {
            tail.next = b;
            b = b.next;
        }
        tail = tail.next;
    }
    tail.next = a !== null ? a : b;
    return first.next;
}

function sort(head) {
    if (head === null || head.next === null) return head;
    const second = split(head);
    return merge(sort(head), sort(second));
}

function checksum(head) {
    let total = 0;
    for (; head !== null; head = head.next) total = (total * 31 + head.value) % 1000003;
    return total;
}

const head = reverse(makeList(Number(process.argv[2]), 11));
const before = checksum(head);
console.log(`${before} ${checksum(sort(head))}`);
