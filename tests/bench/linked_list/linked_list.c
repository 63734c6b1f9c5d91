#include <stdio.h>
#include <stdlib.h>

typedef struct Node {
    long value;
    struct Node *next;
} Node;

static Node *new_node(long value, Node *next) {
    Node *node = malloc(sizeof *node);
    node->value = value;
    node->next = next;
    return node;
}

static Node *make_list(long n, long seed) {
    Node *head = NULL;
    for (long i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        head = new_node(seed % 100000, head);
    }
    return head;
}

static Node *reverse(Node *head) {
    Node *done = NULL;
    while (head) {
        Node *following = head->next;
        head->next = done;
        done = head;
        head = following;
    }
    return done;
}

static Node *split(Node *head) {
    Node *slow = head, *fast = head->next;
    while (fast && fast->next) slow = slow->next, fast = fast->next->next;
    Node *second = slow->next;
    slow->next = NULL;
    return second;
}

static Node *merge(Node *a, Node *b) {
    Node first = {0, NULL}, *tail = &first;
    while (a && b) {
        if (a->value <= b->value) {
            tail->next = a;
            a = a->next;
        } else {
            tail->next = b;
            b = b->next;
        }
        tail = tail->next;
    }
    tail->next = a ? a : b;
    return first.next;
}

static Node *sort(Node *head) {
    if (!head || !head->next) return head;
    Node *second = split(head);
    head = sort(head);
    return merge(head, sort(second));
}

static long checksum(const Node *head) {
    long total = 0;
    for (; head; head = head->next) total = (total * 31 + head->value) % 1000003;
    return total;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    Node *head = reverse(make_list(atol(argv[1]), 11));
    long before = checksum(head);
    head = sort(head);
    printf("%ld %ld\n", before, checksum(head));
    while (head) {
        Node *next = head->next;
        free(head);
        head = next;
    }
}
