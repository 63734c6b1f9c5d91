// Which literals a sized type holds, and which types fit a promise.
#include "frontend/ast/fold.h"
#include "frontend/check/static_type.h"

// The absolute value of an int literal of up to 64 bits.
typedef struct {
  bool is_negative;
  uint64_t magnitude;
} Literal;

static uint64_t literal_digit(char c) {
  return (uint64_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
}

static uint64_t literal_base(AstText text) {
  if (text.length < 2 || text.bytes[0] != '0') return 10;
  switch (text.bytes[1] | 32) {
    case 'x': return 16;
    case 'o': return 8;
    case 'b': return 2;
    default: return 10;
  }
}

static bool literal_parse(AstText text, uint64_t *out) {
  uint64_t base = literal_base(text);
  *out = 0;
  for (size_t i = base == 10 ? 0 : 2; i < text.length; i++)
    if (__builtin_mul_overflow(*out, base, out) || __builtin_add_overflow(*out, literal_digit(text.bytes[i]), out)) return false;
  return true;
}

static bool literal_of_int(int64_t value, Literal *out) {
  *out = (Literal){value < 0, value < 0 ? -(uint64_t)value : (uint64_t)value};
  return true;
}

// false: no int literal, or one beyond 64 bits.
static bool literal_take(const AstNode *node, Literal *out) {
  AstConst value;
  if (fold_constant(node, &value)) {
    if (value.kind == CONST_INT) return literal_of_int(value.integer, out);
    *out = (Literal){false, 0};
    return value.kind == CONST_BIGINT && literal_parse(value.text, &out->magnitude);
  }
  if (!AST_IS(UnaryOp, node) || ((const AstUnaryOp *)node)->op != AOP_USub) return false;
  if (!literal_take(((const AstUnaryOp *)node)->operand, out) || out->is_negative) return false;
  out->is_negative = true;
  return true;
}

bool static_is_int_literal(const AstNode *node) {
  AstConst value;
  if (fold_constant(node, &value)) return value.kind == CONST_INT || value.kind == CONST_BIGINT;
  return AST_IS(UnaryOp, node) && ((const AstUnaryOp *)node)->op == AOP_USub &&
         static_is_int_literal(((const AstUnaryOp *)node)->operand);
}

static bool literal_is_real(const AstNode *node) {
  AstConst value;
  return static_is_int_literal(node) || (fold_constant(node, &value) && value.kind == CONST_FLOAT);
}

bool static_literal_fits(BcSized type, const AstNode *node) {
  Literal literal;
  if (!node) return false;
  if (AST_IS(IfExp, node))
    return static_literal_fits(type, ((const AstIfExp *)node)->body) && static_literal_fits(type, ((const AstIfExp *)node)->orelse);
  if (bc_sized[type].kind == BC_REAL) return literal_is_real(node);
  if (!literal_take(node, &literal)) return false;
  uint32_t bits = bc_sized[type].bits;
  if (bc_sized[type].kind == BC_UNSIGNED) return !literal.is_negative && (bits == 64 || literal.magnitude >> bits == 0);
  uint64_t limit = 1ull << (bits - 1);
  return literal.is_negative ? literal.magnitude <= limit : literal.magnitude < limit;
}

bool static_same(StaticType a, StaticType b) {
  return a.kind == b.kind && a.def == b.def && (a.kind != STATIC_SIZED || a.sized == b.sized);
}

static bool static_fits_sized(StaticType given, const AstNode *node, BcSized wanted) {
  if (given.kind == STATIC_BOOL && bc_sized[wanted].kind != BC_REAL) return true;
  return node && static_literal_fits(wanted, node);
}

bool static_fits(StaticType given, const AstNode *node, StaticType wanted) {
  if (given.kind == STATIC_UNKNOWN || wanted.kind == STATIC_UNKNOWN || static_same(given, wanted)) return true;
  bool is_sized = given.kind == STATIC_SIZED, is_real = is_sized && bc_sized[given.sized].kind == BC_REAL;
  switch (wanted.kind) {
    case STATIC_SIZED: return static_fits_sized(given, node, wanted.sized);
    case STATIC_INT: return given.kind == STATIC_BOOL || (is_sized && !is_real);
    case STATIC_FLOAT: return given.kind == STATIC_INT || given.kind == STATIC_BOOL || is_sized;
    default: return false;
  }
}

static const char *static_def_name(const AstNode *def) {
  return AST_IS(StructDef, def) ? ((const AstStructDef *)def)->name->text : ((const AstEnumDef *)def)->name->text;
}

const char *static_type_name(StaticType type) {
  static const char *const names[] = {
      [STATIC_UNKNOWN] = "any", [STATIC_NONE] = "None",   [STATIC_BOOL] = "bool", [STATIC_INT] = "int",
      [STATIC_FLOAT] = "float", [STATIC_STR] = "str",     [STATIC_BYTES] = "bytes", [STATIC_LIST] = "list",
      [STATIC_DICT] = "dict",   [STATIC_SET] = "set",     [STATIC_TUPLE] = "tuple",
  };
  if (type.kind == STATIC_SIZED) return bc_sized[type.sized].name;
  return type.def ? static_def_name(type.def) : names[type.kind];
}
