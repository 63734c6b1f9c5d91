#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void swap(long *a, long *b) {
    long held = *a;
    *a = *b;
    *b = held;
}

static void quicksort(long *items, long low, long high) {
    while (low < high) {
        long pivot = items[(low + high) / 2], i = low, j = high;
        while (i <= j) {
            while (items[i] < pivot) i++;
            while (items[j] > pivot) j--;
            if (i <= j) swap(&items[i++], &items[j--]);
        }
        if (j - low < high - i) {
            quicksort(items, low, j);
            low = i;
        } else {
            quicksort(items, i, high);
            high = j;
        }
    }
}

static void sift_down(long *items, long start, long end) {
    for (long root = start, child; (child = 2 * root + 1) < end; root = child) {
        if (child + 1 < end && items[child] < items[child + 1]) child++;
        if (items[root] >= items[child]) return;
        swap(&items[root], &items[child]);
    }
}

static void heapsort_numbers(long *items, long n) {
    for (long start = n / 2 - 1; start >= 0; start--) sift_down(items, start, n);
    for (long end = n - 1; end > 0; end--) {
        swap(&items[0], &items[end]);
        sift_down(items, 0, end);
    }
}

static int compare_keys(const void *pa, const void *pb) {
    long a = *(const long *)pa, b = *(const long *)pb;
    if (a % 1000 != b % 1000) return a % 1000 < b % 1000 ? -1 : 1;
    return (a < b) - (a > b);
}

static long checksum(const long *items, long n) {
    long total = 0;
    for (long i = 0; i < n; i++) total = (total * 31 + items[i] + i) % 1000003;
    return total;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long n = atol(argv[1]), seed = 7;
    size_t size = (size_t)n * sizeof(long);
    long *quick = malloc(size), *heap = malloc(size), *by_key = malloc(size);
    for (long i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        quick[i] = seed % 1000000;
    }
    memcpy(heap, quick, size);
    memcpy(by_key, quick, size);
    quicksort(quick, 0, n - 1);
    heapsort_numbers(heap, n);
    qsort(by_key, (size_t)n, sizeof *by_key, compare_keys);
    printf("%ld %ld %ld\n", checksum(quick, n), checksum(heap, n), checksum(by_key, n));
    free(quick), free(heap), free(by_key);
}
