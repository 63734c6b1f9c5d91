// Exits: what the places that leave a function store into its frame, and how the rest is told to native_leave (native_exit.h).
//
// Numbers are stored as they are, constants are not stored at all: the exit's words say what makes values of them. What two exits
// have in common is stored once: the stores of an exit, oldest values first, are a path from the root of a tree, which is taken from
// its end, so that paths join where they have become the same. A PHI carries along where the exit's words are.
//
//     leave1: [r5] = v9   -> tail          leave2: [r5] = v12, [r6] = v13 -> tail
//     tail:   words = phi; [r1] = v3; [r0] = v2; return native_leave(base, words)
//
// What has to be made by a call first belongs to one exit alone and is made before the first store, since calls look at the frame.
#include "lower.h"

#include <stdlib.h>
#include <string.h>

#include "compiler/base/hash.h"
#include "compiler/native/native_exit.h"

// One store; LLVM's value is a number or a value.
typedef struct {
    uint64_t age;            // older first
    uint32_t reg;
    LLVMValueRef value;
} Store;

typedef struct {
    uint32_t parent, users;  // other nodes, and exits that end here
    uint32_t reg;
    LLVMValueRef value;
    LLVMBasicBlockRef tail;  // where its users join; NULL: not made yet, or only one of them
    LLVMValueRef words;      // its PHI
    LLVMBasicBlockRef leaf;  // of an exit that ends here, and
    uint32_t leaf_words;     // its words
} Node;

typedef struct {
    LowerFunction *lf;
    VEC(Node) nodes;         // the first is the root, where everything is stored
    uint32_t *table;         // nodes by parent and store; 0: free
    uint32_t mask;
    VEC(Store) stores;       // of one exit
    VEC(uint32_t) words;     // of one exit
    uint32_t *ends, *offsets;  // of each exit: its last node, its words
    VEC(LowerExit) exits;    // of the frame being left
} Leaves;

// --- the words

void lower_exits_init(LowerModule *m) {
    m->exits = LLVMAddGlobal(m->module, m->i32, "exits");
    m->exit_capacity = 256;
    m->exit_table = arena_new_array(m->ssa->arena, uint32_t, m->exit_capacity);
}

// The table holds 1 + the offset of words.
static uint32_t *find_words(LowerModule *m, const uint32_t *words) {
    size_t n = words[1] + 2;
    uint32_t at = (uint32_t)hash_bytes(words, n * sizeof *words) & (m->exit_capacity - 1);
    for (;; at = (at + 1) & (m->exit_capacity - 1)) {
        uint32_t *entry = &m->exit_table[at];
        if (*entry == 0) return entry;
        const uint32_t *there = &m->exit_words.items[*entry - 1];
        if (there[1] == words[1] && memcmp(there, words, n * sizeof *words) == 0) return entry;
    }
}

static void grow_table(LowerModule *m) {
    m->exit_capacity *= 2;
    m->exit_table = arena_new_array(m->ssa->arena, uint32_t, m->exit_capacity);
    for (uint32_t at = 0; at < m->exit_words.count; at += m->exit_words.items[at + 1] + 2) *find_words(m, &m->exit_words.items[at]) = at + 1;
}

static uint32_t keep_words(LowerModule *m, const uint32_t *words) {
    if (m->exit_count * 2 > m->exit_capacity) grow_table(m);
    uint32_t *entry = find_words(m, words);
    if (*entry) return *entry - 1;
    *entry = m->exit_words.count + 1;
    m->exit_count++;
    for (uint32_t i = 0; i < words[1] + 2; i++) vec_push(&m->exit_words, words[i]);
    return *entry - 1;
}

void lower_exits_fini(LowerModule *m) {
    uint32_t n = m->exit_words.count;
    LLVMValueRef *items = arena_new_array(m->ssa->arena, LLVMValueRef, n + 1);
    for (uint32_t i = 0; i < n; i++) items[i] = LLVMConstInt(m->i32, m->exit_words.items[i], 0);
    LLVMValueRef data = LLVMConstArray2(m->i32, items, n), table = LLVMAddGlobal(m->module, LLVMTypeOf(data), "exit_words");
    LLVMSetInitializer(table, data);
    LLVMSetLinkage(table, LLVMInternalLinkage);
    LLVMSetGlobalConstant(table, 1);
    LLVMSetAlignment(table, 4);
    LLVMReplaceAllUsesWith(m->exits, table);
    LLVMDeleteGlobal(m->exits);
    vec_fini(&m->exit_words);
}

// --- one exit

static void put_immediate(Leaves *l, uint32_t reg, uint64_t bits) {
    vec_push(&l->words, reg << 8 | NATIVE_EXIT_IMMEDIATE);
    vec_push(&l->words, (uint32_t)bits);
    vec_push(&l->words, (uint32_t)(bits >> 32));
}

static bool put_constant(Leaves *l, uint32_t reg, const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_CONST_INT:
        if (insn->imm < -(1ll << 61) || insn->imm >= 1ll << 61) return false;
        put_immediate(l, reg, (uint64_t)insn->imm << 2);
        return true;
    case SSA_CONST_BOOL: put_immediate(l, reg, insn->imm ? LAYOUT_BITS_TRUE : LAYOUT_BITS_FALSE); return true;
    case SSA_CONST_S: put_immediate(l, reg, (uint64_t)insn->imm << 4 | 9); return true;
    case SSA_CONST_K:
        if (ssa_const_proto(l->lf->f, insn) != l->lf->proto) return false;
        [[fallthrough]];
    case SSA_CONST_WORD:
        if (insn->op == SSA_CONST_WORD && insn->aux == SSA_NO_CONSTANT) return false;
        vec_push(&l->words, reg << 8 | NATIVE_EXIT_CONSTANT);
        vec_push(&l->words, insn->op == SSA_CONST_K ? (uint32_t)insn->imm : insn->aux);
        return true;
    default: return false;
    }
}

static void put_number(Leaves *l, uint32_t reg, SsaType type) {
    static const NativeExitKind kinds[] = {
        [SSA_TYPE_INT] = NATIVE_EXIT_INT, [SSA_TYPE_WORD] = NATIVE_EXIT_WORD, [SSA_TYPE_FLOAT] = NATIVE_EXIT_FLOAT, [SSA_TYPE_BOOL] = NATIVE_EXIT_BOOL,
    };
    if (type != SSA_TYPE_VALUE) vec_push(&l->words, reg << 8 | kinds[type]);
}

enum { AGE_LAST = 0xFFFFFFFF };

// One object that was not made is one object, wherever the state has it.
static LLVMValueRef made_before(const Leaves *l, const SsaState *state, const SsaSlot *slot) {
    if (ssa_at(l->lf->f, slot->value)->op != SSA_OBJECT_AT) return NULL;
    for (const SsaSlot *other = state->slots; other < slot; other++)
        for (uint32_t i = 0; ssa_same(other->value, slot->value) && i < l->stores.count; i++)
            if (l->stores.items[i].reg == other->reg) return l->stores.items[i].value;
    return NULL;
}

static void put_slot(Leaves *l, const SsaState *state, const SsaSlot *slot) {
    const SsaInsn *insn = ssa_at(l->lf->f, slot->value);
    if (put_constant(l, slot->reg, insn)) return;
    LLVMValueRef made = made_before(l, state, slot);
    if (!made) made = lower_box_special(l->lf, slot->value);
    if (!made) put_number(l, slot->reg, (SsaType)insn->type);
    if (made) vec_push(&l->stores, {AGE_LAST, slot->reg, made});
    else vec_push(&l->stores, {slot->value.i, slot->reg, l->lf->values[slot->value.i]});
}

static bool is_told(const SsaState *s, uint32_t reg) {
    for (uint32_t i = 0; i < s->count; i++)
        if (s->slots[i].reg == reg) return true;
    return false;
}

// The bytecode wants the state of a generator's loops in the frame, too: what is live and not told is kept in the generator.
static void bring_home(Leaves *l, const LowerExit *exit) {
    LowerFunction *lf = l->lf;
    for (uint32_t reg = 0; reg < lf->f->bc->nregs; reg++) {
        if ((int32_t)reg == exit->reg || !bc_live_at(&lf->live, exit->state->pc, reg) || is_told(exit->state, reg)) continue;
        LLVMValueRef v = lower_load(lf, lf->m->i64, lower_home_slot(lf, reg), LOWER_FRAME);
        vec_push(&l->stores, {AGE_LAST, reg, v});
    }
}

static int compare_stores(const void *a, const void *b) {
    const Store *x = a, *y = b;
    if (x->age != y->age) return x->age < y->age ? -1 : 1;
    return x->reg < y->reg ? -1 : x->reg > y->reg;
}

// Afterwards `stores` and `words` are those of the exit.
static void describe(Leaves *l, const LowerExit *exit) {
    vec_clear(&l->stores);
    vec_clear(&l->words);
    vec_push(&l->words, exit->pc);
    vec_push(&l->words, 0);
    if (l->lf->f->resumable && !l->lf->frame) bring_home(l, exit);
    for (uint32_t i = 0; i < exit->state->count; i++)
        if ((int32_t)exit->state->slots[i].reg != exit->reg) put_slot(l, exit->state, &exit->state->slots[i]);
    if (exit->raises) vec_push(&l->words, (uint32_t)exit->reg << 8 | NATIVE_EXIT_RESULT);
    if (exit->reg >= 0) vec_push(&l->stores, {AGE_LAST, (uint32_t)exit->reg, exit->value});
    l->words.items[1] = l->words.count - 2;
    if (l->stores.count) qsort(l->stores.items, l->stores.count, sizeof *l->stores.items, compare_stores);
}

// --- the tree

static uint32_t *find_node(Leaves *l, uint32_t parent, const Store *s) {
    uint64_t hash = hash_mix(hash_mix(parent, s->reg), (uint64_t)(uintptr_t)s->value);
    for (uint32_t at = (uint32_t)hash & l->mask;; at = (at + 1) & l->mask) {
        const Node *node = &l->nodes.items[l->table[at]];
        if (!l->table[at] || (node->parent == parent && node->reg == s->reg && node->value == s->value)) return &l->table[at];
    }
}

static uint32_t add_path(Leaves *l) {
    uint32_t node = 0;
    for (uint32_t i = 0; i < l->stores.count; i++) {
        const Store *s = &l->stores.items[i];
        uint32_t *entry = find_node(l, node, s);
        if (!*entry) {
            *entry = l->nodes.count;
            l->nodes.items[node].users++;
            vec_push(&l->nodes, {.parent = node, .reg = s->reg, .value = s->value});
        }
        node = *entry;
    }
    l->nodes.items[node].users++;
    return node;
}

// --- blocks

static void join(LowerFunction *lf, Node *node, LLVMValueRef words) {
    LLVMBasicBlockRef from = LLVMGetInsertBlock(lf->b);
    LLVMBuildBr(lf->b, node->tail);
    LLVMAddIncoming(node->words, &words, &from, 1);
}

static void store(LowerFunction *lf, const Node *node) {
    LLVMValueRef v = node->value;
    if (LLVMTypeOf(v) == lf->m->i1) v = LLVMBuildZExt(lf->b, v, lf->m->i64, "");
    lower_store_slot(lf, (int32_t)node->reg, v);
}

static void leave(LowerFunction *lf, LLVMValueRef words) {
    LLVMValueRef address = LLVMBuildInBoundsGEP2(lf->b, lf->m->i32, lf->m->exits, &words, 1, "");
    LLVMValueRef bits = LOWER_CALL(lf, native_leave, lf->base, address);
    if (lf->frame) lower_return_outside(lf, bits);
    else lower_return_bits(lf, bits);
}

// From the block being built up to the root, or to a tail that is there already.
static void store_path(Leaves *l, uint32_t at, LLVMValueRef words) {
    LowerFunction *lf = l->lf;
    for (;; at = l->nodes.items[at].parent) {
        Node *node = &l->nodes.items[at];
        if (node->users > 1) {
            bool is_new = !node->tail;
            if (is_new) {
                LLVMBasicBlockRef here = LLVMGetInsertBlock(lf->b);
                lower_set_block(lf, node->tail = lower_new_block(lf, "tail"));
                node->words = LLVMBuildPhi(lf->b, lf->m->i32, "words");
                lower_set_block(lf, here);
            }
            join(lf, node, words);
            if (!is_new) return;
            lower_set_block(lf, node->tail);
            words = node->words;
        }
        if (at == 0) break;
        store(lf, node);
    }
    leave(lf, words);
}

static void fill_exit(Leaves *l, uint32_t index) {
    LLVMBasicBlockRef block = l->exits.items[index].block, end = l->exits.items[index].end;
    Node *node = &l->nodes.items[l->ends[index]];
    if (node->leaf && node->leaf_words == l->offsets[index] && !LLVMGetFirstInstruction(block) && end == block) {
        LLVMReplaceAllUsesWith(LLVMBasicBlockAsValue(block), LLVMBasicBlockAsValue(node->leaf));
        LLVMDeleteBasicBlock(block);
        return;
    }
    node->leaf = block;
    node->leaf_words = l->offsets[index];
    lower_set_block(l->lf, end);
    lower_lines_at(l->lf, l->exits.items[index].state->frame, l->exits.items[index].state->pc);
    store_path(l, l->ends[index], lower_i32(l->lf, l->offsets[index]));
}

// The stores of all exits at most: what states tell, the result, and what a generator brings home.
static uint32_t count_slots(const Leaves *l) {
    uint32_t n = 1, brought = l->lf->f->resumable ? l->lf->f->bc->nregs : 0;
    for (uint32_t i = 0; i < l->exits.count; i++) n += l->exits.items[i].state->count + 1 + brought;
    return n;
}

static void make_table(Leaves *l, uint32_t slots) {
    uint32_t size = 16;
    while (size < 2 * slots) size *= 2;
    l->mask = size - 1;
    l->table = arena_new_array(l->lf->scratch, uint32_t, size);
}

static void fill_exits(Leaves *l) {
    LowerFunction *lf = l->lf;
    uint32_t n = l->exits.count;
    l->ends = arena_new_array(lf->scratch, uint32_t, n);
    l->offsets = arena_new_array(lf->scratch, uint32_t, n);
    make_table(l, count_slots(l));
    vec_push(&l->nodes, {0});
    for (uint32_t i = 0; i < n; i++) {
        lower_set_block(lf, l->exits.items[i].block);
        describe(l, &l->exits.items[i]);
        l->exits.items[i].end = LLVMGetInsertBlock(lf->b);
        l->offsets[i] = keep_words(lf->m, l->words.items);
        l->ends[i] = add_path(l);
    }
    for (uint32_t i = 0; i < n; i++) fill_exit(l, i);
}

static void leave_frame(LowerFunction *lf, uint32_t frame) {
    Leaves l = {.lf = lf};
    for (uint32_t i = 0; i < lf->exits.count; i++)
        if (lf->exits.items[i].state->frame == frame) vec_push(&l.exits, lf->exits.items[i]);
    lower_enter_frame(lf, frame);
    if (l.exits.count) fill_exits(&l);
    vec_fini(&l.nodes);
    vec_fini(&l.stores);
    vec_fini(&l.words);
    vec_fini(&l.exits);
}

// Who leaves an inlined frame leaves the one outside next, which comes before it in the list.
void lower_leaves(LowerFunction *lf) {
    for (uint32_t i = lf->f->frames.count; i-- > 1;) leave_frame(lf, i);
    leave_frame(lf, 0);
    vec_fini(&lf->exits);
}
