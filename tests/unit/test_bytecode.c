// Bytecode tools: text and binary forms read back to the same module, the verifier refuses what is wrong, and a reader
// survives any damage to an image (bounded fuzzing).
#include <string.h>

#include "check.h"
#include "compiler/base/hash.h"
#include "compiler/bytecode/disasm.h"
#include "compiler/bytecode/serial_int.h"
#include "compiler/bytecode/text_read.h"
#include "compiler/bytecode/verify.h"

static const char sample[] =
    "module \"__main__\" \"a \\\"b\\\".py\"\n"
    "hash x000102030405060708090a0b0c0d0e0f\n"
    "source \"x = 1\\n\"\n"
    "global g0 \"print\"\n"
    "global g1 \"f\" assigned once\n"
    "proto p0 \"<module>\" \"<module>\"\n"
    "  params 0 posonly 0 pos 0 kwonly 0\n"
    "  regs 12 line 0 result any flags module_body\n"
    "  const k0 int -5\n"
    "  const k1 str \"a\\x00b\"\n"
    "  const k2 tuple k0 k1\n"
    "  const k3 float 3ff8000000000000 ; 1.5\n"
    "  const k4 bytes x00ff41\n"
    "  const k5 bigint \"-ffffffffffffffffffff\"\n"
    "  const k6 singleton Ellipsis\n"
    "  const k7 tuple k1\n"
    "  handler 5 18 ->20 r4\n"
    "  @ 1:0 1:12\n"
    "  0 LOADI r11 #0\n"
    "  1 NEWCELL r11\n"
    "  2 LOADK r0 k5  ; bigint \"-ffffffffffffffffffff\"\n"
    "  3 TUPLE r3 r0 x1\n"
    "  4 CLOSURE r2 p1 r3 !1  ; \"f\"\n"
    "  5 SETGLOBAL r2 g1  ; \"f\"\n"
    "  @ 2:? 3:?\n"
    "  6 FORPREP r4 r3 ->8\n"
    "  7 ADD r0 r7 r0 !1\n"
    "  8 FORLOOP r7 r4 ->7\n"
    "  9 MOVE r6 r0\n"
    "  10 MOVE r7 r0\n"
    "  11 CALL r2 x2 names8\n"
    "  12 FORMAT r0 r2 - !114\n"
    "  13 LOADS r1 None\n"
    "  14 LOADI r2 #-7\n"
    "  15 INTRINSIC r0 import_name x3\n"
    "  16 PROMISE r0 list k1  ; str \"a\\x00b\"\n"
    "  17 JEQI r0 #-3 ->0\n"
    "  18 UNPACKEX r0 r2 x2 x1\n"
    "  19 RETNONE\n"
    "  20 EXCENTER r4\n"
    "  21 EXCLEAVE r4\n"
    "  22 RERAISE r4\n"
    "end\n"
    "proto p1 \"f\" \"f\"\n"
    "  params 2 posonly 0 pos 1 kwonly 0\n"
    "  regs 3 line 4 result float flags generator varargs nested\n"
    "  doc \"says \\xe2\\x82\\xac\"\n"
    "  var r0 \"x\" int\n"
    "  var r1 \"rest\" any\n"
    "  capture c0 r11 \"y\"\n"
    "  0 GETFREE r2 c0  ; \"y\"\n"
    "  1 YIELD r2 r0\n"
    "  2 RET r2\n"
    "end\n";

static char message[200];

static const BcModule *read_text(Arena *arena, const char *text) { return text_read_module(arena, text, strlen(text), message, sizeof message); }

static void test_text(Arena *arena) {
    const BcModule *m = read_text(arena, sample);
    if (m == NULL) fprintf(stderr, "%s\n", message);
    CHECK(m != NULL && m->nproto == 2 && m->protos[1]->nparams == 2);
    StrBuf first = {0}, second = {0};
    disasm_module(&first, m, DISASM_SOURCE);
    m = read_text(arena, strbuf_text(&first));
    CHECK(m != NULL);
    disasm_module(&second, m, DISASM_SOURCE);
    CHECK(strcmp(strbuf_text(&first), strbuf_text(&second)) == 0);
    CHECK(strstr(strbuf_text(&first), "  11 CALL r2 x2 names8\n") != NULL);
    strbuf_fini(&first);
    strbuf_fini(&second);
}

// The sample with the first `from` replaced by `to` must be refused with a message that has `why` in it.
static void check_refused(const char *from, const char *to, const char *why) {
    Arena arena;
    arena_init(&arena);
    StrBuf text = {0};
    const char *at = strstr(sample, from);
    if (at == NULL) fprintf(stderr, "no %s in the sample\n", from);
    CHECK(at != NULL);
    strbuf_put_bytes(&text, sample, (size_t)(at - sample));
    strbuf_put_text(&text, to);
    strbuf_put_text(&text, at + strlen(from));
    CHECK(read_text(&arena, strbuf_text(&text)) == NULL);
    if (strstr(message, why) == NULL) fprintf(stderr, "%s: %s\n", to, message);
    CHECK(strstr(message, why) != NULL);
    strbuf_fini(&text);
    arena_fini(&arena);
}

static void test_refusals(void) {
    check_refused("MOVE r6 r0", "MOVE r12 r0", "register 12 of 12");
    check_refused("MOVE r6 r0", "MOVE r6 r0 r1", "line 29: more than");
    check_refused("MOVE r6 r0", "MOVED r6 r0", "unknown operation");
    check_refused("LOADK r0 k5", "LOADK r0 k8", "constant 8 of 8");
    check_refused("SETGLOBAL r2 g1", "SETGLOBAL r2 g2", "global 2 of 2");
    check_refused("CLOSURE r2 p1", "CLOSURE r2 p2", "prototype 2 of 2");
    check_refused("CLOSURE r2 p1", "CLOSURE r2 p0", "prototype 0 of 2");
    check_refused("CALL r2 x2 names8", "CALL r2 x7", "registers 2 to 12");
    check_refused("CALL r2 x2 names8", "CALL r2 x2 names2", "not a tuple");
    check_refused("CALL r2 x2 names8", "CALL r2 x2 names3", "not a string");
    check_refused("JEQI r0 #-3 ->0", "JEQI r0 #-3 ->23", "jumps to 23");
    check_refused("JEQI r0 #-3", "JEQI r0 #-32769", "out of range");
    check_refused("FORPREP r4 r3 ->8", "FORPREP r3 r3 ->8", "its FORLOOP");
    check_refused("UNPACKEX r0 r2 x2 x1", "UNPACKEX r9 r2 x2 x1", "registers 9 to 12");
    check_refused("import_name x3", "import_name x2", "takes 3 arguments");
    check_refused("- !114", "- !113", "conversion");
    check_refused("RERAISE r4", "NOP", "off the end");
    check_refused("handler 5 18", "handler 9 9", "handler 0");
    check_refused("tuple k0 k1", "tuple k0 k2", "earlier constant");
    check_refused("float 3ff8", "singleton", "unknown name");
    check_refused("flags module_body", "flags", "not a module body");
    check_refused("generator varargs", "varargs", "outside a generator");
    check_refused("params 2", "params 1", "disagree");
    check_refused("capture c0 r11", "capture c0 r12", "capture 0 of prototype 1");
    check_refused("capture c0 r11", "capture c0 c0", "capture 0 of prototype 1");
    check_refused("GETFREE r2 c0", "GETFREE r2 c1", "captured cell 1 of 1");
    check_refused("capture c0 r11", "capture c0 r0", "register 0 is of the wrong kind");
    check_refused("MOVE r7 r0", "MOVE r7 r9", "register 9 is not written on every path");
    check_refused("ADD r0 r7 r0", "ADD r0 r4 r0", "register 4 is a loop's state");
    check_refused("ADD r0 r7 r0", "ADD r0 r11 r0", "register 11 is a cell");
    check_refused("LOADS r1 None", "LOADS r1 unbound", "register 1 is possibly unbound");
    check_refused("LOADI r2 #-7", "LOADS r2 NotImplemented", "register 2 is of the wrong kind");
    check_refused("EXCENTER r4", "EXCENTER r0", "register 0 is");
    check_refused("EXCLEAVE r4", "EXCLEAVE r0", "register 1 is");
    check_refused("RERAISE r4", "RERAISE r5", "register 5 is");
    check_refused("EXCLEAVE r4", "APPEND r4 r4", "register 4 is of the wrong kind");
    check_refused("\"f\" assigned", "\"f\\xff\" assigned", "not UTF-8");
}

static void *aligned_copy(const StrBuf *image) {
    void *copy = aligned_alloc(16, (image->length + 15) / 16 * 16);
    memcpy(copy, image->bytes, image->length);
    return copy;
}

static void test_serial(Arena *arena) {
    StrBuf image = {0}, again = {0}, first = {0}, second = {0};
    const BcModule *m = read_text(arena, sample);
    serial_write(&image, m);
    void *copy = aligned_copy(&image);
    const BcModule *back = serial_read(arena, copy, image.length, message, sizeof message);
    CHECK(back != NULL);
    disasm_module(&first, m, DISASM_SOURCE);
    disasm_module(&second, back, DISASM_SOURCE);
    CHECK(strcmp(strbuf_text(&first), strbuf_text(&second)) == 0);
    serial_write(&again, back);
    CHECK(again.length == image.length && memcmp(again.bytes, image.bytes, image.length) == 0);
    CHECK(serial_read(arena, copy, image.length - 1, message, sizeof message) == NULL);
    ((char *)copy)[image.length - 9] ^= 1;
    CHECK(serial_read(arena, copy, image.length, message, sizeof message) == NULL && strcmp(message, "damaged") == 0);
    free(copy);
    strbuf_fini(&image);
    strbuf_fini(&again);
    strbuf_fini(&first);
    strbuf_fini(&second);
}

static uint64_t random_state = 88172645463325252u;
static uint64_t random_below(uint64_t limit) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return random_state % limit;
}

static void mutate(uint8_t *bytes, size_t length) {
    static const uint8_t interesting[] = {0, 1, 2, 7, 0x7F, 0x80, 0xFE, 0xFF};
    for (uint64_t n = 1 + random_below(4); n > 0; n--) {
        size_t at = sizeof(SerialHeader) + random_below(length - sizeof(SerialHeader));
        if (random_below(2)) bytes[at] = interesting[random_below(sizeof interesting)];
        else bytes[at] ^= (uint8_t)(1u << random_below(8));
    }
    ((SerialHeader *)bytes)->checksum = hash_bytes(bytes + sizeof(SerialHeader), length - sizeof(SerialHeader));
}

// Damage under a good checksum: refused, or good enough to be disassembled and written again.
static void test_fuzz(Arena *scratch) {
    StrBuf image = {0};
    serial_write(&image, read_text(scratch, sample));
    uint32_t accepted = 0;
    for (int i = 0; i < 100000; i++) {
        arena_reset(scratch);
        uint8_t *copy = aligned_copy(&image);
        mutate(copy, image.length);
        const BcModule *m = serial_read(scratch, copy, image.length, message, sizeof message);
        if (m != NULL && ++accepted % 16 == 0) {
            StrBuf out = {0};
            disasm_module(&out, m, 0);
            serial_write(&out, m);
            strbuf_fini(&out);
        }
        free(copy);
    }
    CHECK(accepted > 0 && accepted < 90000);
    strbuf_fini(&image);
}

static void test_text_fuzz(Arena *scratch) {
    static const char letters[] = "\n\" \\;@-0189rkgcpxX!:>?";
    char text[sizeof sample];
    for (int i = 0; i < 20000; i++) {
        arena_reset(scratch);
        memcpy(text, sample, sizeof sample);
        for (uint64_t n = 1 + random_below(4); n > 0; n--) text[random_below(sizeof sample - 1)] = letters[random_below(sizeof letters - 1)];
        message[0] = 0;
        CHECK(text_read_module(scratch, text, sizeof sample - 1, message, sizeof message) != NULL || message[0] != 0);
    }
}

int main(void) {
    Arena arena;
    arena_init(&arena);
    test_text(&arena);
    test_refusals();
    test_serial(&arena);
    test_fuzz(&arena);
    test_text_fuzz(&arena);
    arena_fini(&arena);
    return 0;
}
