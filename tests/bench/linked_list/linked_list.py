# A singly linked list: pushed, reversed, merge-sorted and walked, node by node.
import sys


class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next):
        self.value = value
        self.next = next


def make_list(n, seed):
    head = None
    for _ in range(n):
        seed = seed * 16807 % 2147483647
        head = Node(seed % 100000, head)
    return head


def reverse(head):
    done = None
    while head is not None:
        following = head.next
        head.next = done
        done = head
        head = following
    return done


def split(head):
    """Cuts the list in the middle; the second half."""
    slow = head
    fast = head.next
    while fast is not None and fast.next is not None:
        slow = slow.next
        fast = fast.next.next
    second = slow.next
    slow.next = None
    return second


def merge(a, b):
    first = tail = Node(0, None)
    while a is not None and b is not None:
        if a.value <= b.value:
            tail.next = a
            a = a.next
        else:
            tail.next = b
            b = b.next
        tail = tail.next
    tail.next = a if a is not None else b
    return first.next


def sort(head):
    if head is None or head.next is None:
        return head
    second = split(head)
    return merge(sort(head), sort(second))


def checksum(head):
    total = 0
    while head is not None:
        total = (total * 31 + head.value) % 1000003
        head = head.next
    return total


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 490000
    head = reverse(make_list(n, 11))
    before = checksum(head)
    print(before, checksum(sort(head)))


main()
