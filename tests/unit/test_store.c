// Faults against the persistent store, many per second: bit flips, truncation, rubbish, foreign files, edits, killed writers,
// writers at once, small limits. Whatever happens, what is found is byte for byte what was once put under that very key.
//
//   test_store [EVENTS [SEED]]
//
// A payload tells its key: a hash of group, name and serial number, and as many more bytes as that says, all derived from it.
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cache/store.h"
#include "check.h"
#include "compiler/base/hash.h"

enum { GROUPS = 6, NAMES = 5, SERIALS = 1000 };

static struct {
    char folder[64], path[256];
    uint64_t random;
    uint32_t edition[GROUPS];  // edits make another key of a group
    uint64_t finds, hits, puts, kept;
} world;

static const CacheKey arena = {{11, 22}};

static uint32_t roll(uint32_t bound) {
    world.random = hash_mix(world.random, 0x51ED2701);
    return (uint32_t)(world.random >> 33) % bound;
}

static CacheKey group_key(uint32_t group, uint32_t edition) { return cache_key((uint32_t[]){group, edition}, 8); }
static CacheKey name_key(uint32_t name) { return cache_key(&name, sizeof name); }

// --- payloads

typedef struct {
    CacheKey group, name;
    uint64_t serial;
} Head;

static size_t payload_size(const Head *h) { return sizeof *h + hash_bytes(h, sizeof *h) % (h->serial % 8 ? 700 : 9000); }

static void make_payload(const Head *h, uint8_t *bytes, size_t size) {
    memcpy(bytes, h, sizeof *h);
    uint64_t state = hash_bytes(h, sizeof *h);
    for (size_t i = sizeof *h; i < size; i++) bytes[i] = (uint8_t)((state = hash_mix(state, i)) >> 56);
}

static void check_payload(const CacheEntry *e, CacheKey group) {
    Head h;
    static uint8_t expected[16384];
    CHECK(e->size >= sizeof h && (uintptr_t)e->bytes % 16 == 0);
    memcpy(&h, e->bytes, sizeof h);
    CHECK(cache_key_same(h.group, group) && cache_key_same(h.name, e->name) && h.serial < SERIALS);
    CHECK(e->size == payload_size(&h));
    make_payload(&h, expected, e->size);
    CHECK(memcmp(e->bytes, expected, e->size) == 0);
}

// --- using the store

typedef struct {
    CacheKey group;
    uint32_t seen;
} Visit;

static void visit(void *context, const CacheEntry *e) {
    Visit *v = context;
    check_payload(e, v->group);
    for (uint32_t name = 0; name < NAMES; name++) {
        if (!cache_key_same(name_key(name), e->name)) continue;
        CHECK(!(v->seen & 1u << name));
        v->seen |= 1u << name;
    }
}

static CacheStore *open_store(size_t limit) { return cache_open(world.folder, arena, limit); }

static void find(CacheStore *s) {
    uint32_t group = roll(GROUPS);
    Visit v = {group_key(group, world.edition[group]), 0};
    cache_find(s, v.group, CACHE_UNIT, visit, &v);
    world.finds++;
    world.hits += v.seen != 0;
}

static bool put(CacheStore *s) {
    uint32_t group = roll(GROUPS), name = roll(NAMES);
    Head h = {group_key(group, world.edition[group]), name_key(name), roll(SERIALS)};
    static uint8_t bytes[16384];
    size_t size = payload_size(&h);
    make_payload(&h, bytes, size);
    bool kept = cache_put(s, h.group, &(CacheEntry){CACHE_UNIT, h.name, bytes, size});
    world.puts++;
    world.kept += kept;
    return kept;
}

static void use(size_t limit, uint32_t finds, uint32_t puts) {
    CacheStore *s = open_store(limit);
    if (!s) return;
    while (finds--) find(s);
    while (puts--) put(s);
    if (roll(8) == 0) cache_tidy(s);
    find(s);
    cache_close(s);
}

// --- faults

static size_t arena_size(void) {
    struct stat s;
    return stat(world.path, &s) == 0 ? (size_t)s.st_size : 0;
}

static void flip_bits(void) {
    size_t size = arena_size();
    int fd = size ? open(world.path, O_RDWR) : -1;
    for (uint32_t n = fd < 0 ? 0 : 1 + roll(8) * roll(8); n; n--) {
        off_t at = roll(4) ? (off_t)roll((uint32_t)size) : (off_t)roll(8256);  // the heads of chains as often as all the rest
        uint8_t byte;
        if (pread(fd, &byte, 1, at) != 1) continue;
        byte ^= (uint8_t)(1 << roll(8));
        CHECK(pwrite(fd, &byte, 1, at) == 1);
    }
    if (fd >= 0) close(fd);
}

static void cut(void) {
    size_t size = arena_size();
    if (size) CHECK(truncate(world.path, roll((uint32_t)size + 1)) == 0);
}

static void write_rubbish(int flags) {
    uint64_t words[64];
    int fd = open(world.path, flags | O_WRONLY | O_CREAT, 0600);
    for (int i = 0; i < 64; i++) words[i] = hash_mix(world.random, roll(UINT32_MAX));
    if (roll(2)) words[roll(64)] = 0x7972746e65746f;
    CHECK(fd >= 0 && write(fd, words, 1 + roll(sizeof words)) > 0);
    close(fd);
}

static void append_rubbish(void) { write_rubbish(O_APPEND); }
static void replace(void) { write_rubbish(O_TRUNC); }
static void empty(void) { if (arena_size()) CHECK(truncate(world.path, 0) == 0); }
static void remove_file(void) { unlink(world.path); }
static void edit(void) { world.edition[roll(GROUPS)]++; }
static void limits(void) { use(2000 + roll(60000), 1, 4); }
static void nothing(void) {}

static void open_to_others(void) {
    CHECK(chmod(world.folder, 0777) == 0);
    CHECK(open_store(0) == NULL);
    CHECK(chmod(world.folder, 0700) == 0);
    if (arena_size()) CHECK(chmod(world.path, 0666) == 0);
    use(0, 1, 1);
    if (arena_size()) CHECK(chmod(world.path, 0600) == 0);
}

// A store stays open while the file changes under it.
static void change_under_reader(void (*fault)(void)) {
    CacheStore *s = open_store(0);
    if (!s) return;
    find(s);
    fault();
    find(s);
    put(s);
    find(s);
    cache_close(s);
}
static void cut_under_reader(void) { change_under_reader(cut); }
static void flip_under_reader(void) { change_under_reader(flip_bits); }
static void remove_under_reader(void) { change_under_reader(remove_file); }

static pid_t start_writer(uint32_t puts) {
    uint64_t seed = roll(UINT32_MAX);
    pid_t child = fork();
    CHECK(child >= 0);
    if (child) return child;
    world.random ^= seed * 0x9E3779B97F4A7C15;
    use(roll(3) ? 0 : 30000, 2, puts);
    _exit(0);
}

static void kill_writer(void) {
    pid_t child = start_writer(1000000);
    int status;
    usleep(roll(700));
    kill(child, SIGKILL);
    CHECK(waitpid(child, &status, 0) == child && WIFSIGNALED(status));
}

static void writers_at_once(void) {
    pid_t children[4];
    int status;
    for (int i = 0; i < 4; i++) children[i] = start_writer(3);
    use(0, 2, 2);
    if (roll(2)) cut_under_reader();
    for (int i = 0; i < 4; i++) CHECK(waitpid(children[i], &status, 0) == children[i] && status == 0);
}

// A child that inherits an open store uses it, and so does its parent.
static void fork_with_store(void) {
    CacheStore *s = open_store(0);
    pid_t child = fork();
    CHECK(child >= 0);
    for (int i = 0; s && i < 3; i++) find(s), put(s);
    if (child == 0) _exit(0);
    int status;
    CHECK(waitpid(child, &status, 0) == child && status == 0);
    if (s) cache_close(s);
}

static void (*const faults[])(void) = {
    flip_bits, flip_bits, flip_bits, flip_bits, cut, cut, cut, append_rubbish, append_rubbish, replace, empty, remove_file, edit, edit, edit,
    limits, limits, open_to_others, cut_under_reader, flip_under_reader, remove_under_reader, nothing, nothing, nothing,
};

static void event(void) {
    uint32_t rare = roll(1000);
    if (rare < 30) kill_writer();
    else if (rare < 50) writers_at_once();
    else if (rare < 70) fork_with_store();
    else faults[roll(sizeof faults / sizeof *faults)]();
    use(0, 2, 1 + roll(3));
}

// --- without faults

static void count_visit(void *context, const CacheEntry *e) { ++*(int *)context; }

static void test_keeps(void) {
    CacheStore *s = open_store(0);
    CHECK(s);
    for (uint32_t i = 0; i < 500; i++) {
        CacheKey group = group_key(i % 50, 77);
        CHECK(cache_put(s, group, &(CacheEntry){CACHE_UNIT, name_key(i), (uint8_t *)&i, sizeof i}));
    }
    cache_close(s);
    s = open_store(0);
    for (uint32_t i = 0; i < 50; i++) {
        int count = 0;
        cache_find(s, group_key(i, 77), CACHE_UNIT, count_visit, &count);
        CHECK(count == 10);
        cache_find(s, group_key(i, 77), CACHE_BYTECODE, count_visit, &count);
        CHECK(count == 10);
    }
    CHECK(cache_counts(s).found == 500 && cache_counts(s).damaged == 0);
    cache_close(s);
    CacheStats stats;
    CHECK(cache_stats(world.folder, NULL, NULL, &stats) && stats.entries == 500 && stats.damaged == 0 && stats.dead_bytes == 0);
    remove_file();
}

// What replaced entries took is given back when it is much.
static void test_tidies(void) {
    CacheStats stats;
    CacheStore *s = open_store(0);
    for (int i = 0; i < 300; i++) put(s);
    CHECK(cache_stats(world.folder, NULL, NULL, &stats) && stats.dead_bytes > stats.bytes / 2);
    uint32_t entries = stats.entries;
    cache_tidy(s);
    find(s);
    cache_close(s);
    CHECK(cache_stats(world.folder, NULL, NULL, &stats) && stats.dead_bytes == 0 && stats.entries == entries && stats.damaged == 0);
    remove_file();
}

// Damage is repaired by the next writer who saw it.
static void test_repairs(void) {
    CacheStats stats;
    use(0, 0, 30);
    int fd = open(world.path, O_RDWR);
    CHECK(fd >= 0 && pwrite(fd, "x", 1, (off_t)arena_size() - 100) == 1);
    close(fd);
    CHECK(cache_stats(world.folder, NULL, NULL, &stats) && stats.damaged == 1);
    for (int i = 0; i < 40; i++) use(0, 12, 1);
    CHECK(cache_stats(world.folder, NULL, NULL, &stats) && stats.damaged == 0);
    remove_file();
}

int main(int argc, char **argv) {
    uint32_t events = argc > 1 ? (uint32_t)atoi(argv[1]) : 3000;
    world.random = hash_mix(argc > 2 ? (uint64_t)atoll(argv[2]) : 1, 77);
    strcpy(world.folder, "/tmp/otter-store-XXXXXX");
    CHECK(mkdtemp(world.folder));
    snprintf(world.path, sizeof world.path, "%s/%016lx%016lx.arena", world.folder, (unsigned long)arena.words[0], (unsigned long)arena.words[1]);
    test_keeps();
    test_repairs();
    test_tidies();
    for (uint32_t i = 0; i < events; i++) event();
    printf("%u events, %lu finds, %lu with something, %lu puts, %lu kept\n", events, (unsigned long)world.finds, (unsigned long)world.hits,
           (unsigned long)world.puts, (unsigned long)world.kept);
    CHECK(world.hits > world.finds / 5);
    CHECK(cache_clear(world.folder) && rmdir(world.folder) == 0);
    return 0;
}
