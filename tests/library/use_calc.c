// Calls a library made by otter build --emit=lib, from several threads at once.
#include "libcalc.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void *many(void *sum) {
    for (int i = 0; i < 200; i++) *(int64_t *)sum += add(i, 1);
    return NULL;
}

int main(int argc, char **argv) {
    printf("%d %d\n", add(2, 3), add(INT32_MAX, 1));
    printf("%.6f %.2f\n", hypot3(1, 2, 2.5f), (double)half(5));
    char *text = greet("n\xc3\xa4if", 2);
    puts(text);
    free(text);
    printf("%llu\n", (unsigned long long)mix(UINT64_MAX, true, 7.9f));
    text = initial("otter");
    printf("%s %d\n", text, initial(NULL) == NULL);
    free(text);
    fflush(stdout);
    report();
    printf("%lld\n", (long long)fib(20));
    pthread_t threads[4];
    int64_t sums[4] = {};
    for (int i = 0; i < 4; i++) pthread_create(&threads[i], NULL, many, &sums[i]);
    for (int i = 0; i < 4; i++) pthread_join(threads[i], NULL);
    printf("%lld\n", (long long)(sums[0] + sums[1] + sums[2] + sums[3]));
    fflush(stdout);
    if (argc > 1) divide(1, 0);
    printf("%lld\n", (long long)divide(-7, 2));
    return 0;
}
