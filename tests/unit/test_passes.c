// Passes over functions given as text: what goes in, what comes out.
#include <string.h>

#include "check.h"
#include "compiler/bytecode/text_read.h"
#include "compiler/passes/pass.h"

static const char module_text[] =
    "module \"__main__\" \"a.py\"\n"
    "hash x000102030405060708090a0b0c0d0e0f\n"
    "proto p0 \"<module>\" \"<module>\"\n"
    "  params 0 posonly 0 pos 0 kwonly 0\n"
    "  regs 2 line 0 result any flags module_body\n"
    "  0 RETNONE\n"
    "end\n"
    "proto p1 \"f\" \"f\"\n"
    "  params 2 posonly 0 pos 2 kwonly 0\n"
    "  regs 9 line 1 result any flags\n"
    "  var r0 \"a\" int\n"
    "  var r1 \"b\" int\n"
    "  const k0 str \"append\"\n"
    "  const k1 str \"pop\"\n"
    "  const k2 str \"x\"\n"
    "  const k3 str \"aeiou\"\n"
    "  const k4 str \"y\"\n"
    "  const k5 str \"get\"\n"
    "  const k6 str \"isdigit\"\n"
    "  const k7 str \"endswith\"\n"
    "  0 NOP\n"
    "  1 FORPREP r2 r1 ->3\n"
    "  2 ADDI r0 r0 #1\n"
    "  3 FORLOOP r5 r2 ->2\n"
    "  4 RET r0\n"
    "end\n";

#define HEAD "func 1 \"f\" (int, int) -> int\nb0:\n  v1 = param : int\n  v2 = param #1 : int\n"

static const struct {
    const char *pass, *before, *after;
} cases[] = {
    // an int to a small constant is a product of squares, two to an int a shift; a float's power is a float's
    {"specialise",
     HEAD "  v3 = const_int #5 : int\n  v4 = pow v1 v3 : int @1 [pc 1: r0=v1]\n  return v4\n",
     HEAD "  v3 = const_int #5 : int\n  v4 = int_mul v1 v1 : int @1 [pc 1: r0=v1]\n  v5 = int_mul v4 v4 : int @1 [pc 1: r0=v1]\n"
          "  v6 = int_mul v5 v1 : int @1 [pc 1: r0=v1]\n  return v6\n"},
    {"specialise",
     HEAD "  v3 = const_int #2 : int\n  v4 = pow v3 v1 : int @1 [pc 1: r0=v1]\n  return v4\n",
     HEAD "  v3 = const_int #2 : int\n  v4 = const_int #1 : int @1\n  v5 = int_shl v4 v1 : int @1 [pc 1: r0=v1]\n  return v5\n"},
    // bits of words are taken together as they are, whether a state means the exact number or not; an int beside them must not be negative
    {"specialise",
     "func 1 \"f\" (word, int) -> word\nb0:\n  v1 = param : word\n  v2 = param #1 : int\n"
     "  v3 = const_int #3 : int\n  v4 = shr v1 v3 : int @1 [pc 1: r0=v1]\n  v5 = xor v1 v4 : word @2 [pc 2: r0=v4]\n"
     "  v6 = or v5 v2 : word @3 [pc 3: r0=v5]\n  return v6\n",
     "func 1 \"f\" (word, int) -> word\nb0:\n  v1 = param : word\n  v2 = param #1 : int\n"
     "  v3 = const_int #3 : int\n  v4 = word_bits #1 v1 : int @1\n  v5 = word_shr v4 v3 : int @1\n  v6 = word_bits #1 v1 : int @2\n"
     "  v7 = int_xor v6 v5 : int @2\n  v8 = word_of v7 : word @2\n  v9 = word_bits #1 v8 : int @3\n"
     "  v10 = int_holds #7 v2 : int @3 [pc 3: r0=v8]\n  v11 = int_or v9 v10 : int @3\n  v12 = word_of v11 : word @3\n  return v12\n"},
    // a sum that is an int before the loop and a float in it; the state has the value, which is made there
    {"numbers",
     "func 1 \"f\" (float, int) -> value\nb0:\n  v1 = param : float\n  v2 = param #1 : int\n  v3 = const_int : int\n  v4 = box v3 : value\n  jump b1\n"
     "b1: ; preds b0 b2\n  v5 = phi v4 v10 : value\n  v6 = int_lt v2 v3 : bool\n  branch v6 b2 b3\n"
     "b2: ; preds b1\n  v7 = int_floordiv v2 v3 : int @1 [pc 1: r0=v5]\n  v8 = unbox_number v5 : float @2 [pc 2: r0=v5]\n"
     "  v9 = float_add v8 v1 : float @2\n  v10 = box v9 : value\n  jump b1\n"
     "b3: ; preds b1\n  return v5\n",
     "func 1 \"f\" (float, int) -> value\nb0:\n  v1 = param : float\n  v2 = param #1 : int\n  v3 = const_float : float\n  v4 = const_bool : bool\n"
     "  v5 = const_bool #1 : bool\n  v6 = const_int : int\n  v7 = box v6 : value\n  jump b1\n"
     "b1: ; preds b0 b2\n  v8 = phi v3 v13 : float\n  v9 = phi v5 v4 : bool\n  v10 = number v8 v9 : value\n  v11 = int_lt v2 v6 : bool\n  branch v11 b2 b3\n"
     "b2: ; preds b1\n  v12 = int_floordiv v2 v6 : int @1 [pc 1: r0=v10]\n  v13 = float_add v8 v1 : float @2\n  v14 = box v13 : value\n  jump b1\n"
     "b3: ; preds b1\n  return v10\n"},
    // what a mask drops needs no check, and no state is left that would want it
    {"mask",
     HEAD "  v3 = const_int #16777619 : int\n  v4 = const_int #4294967295 : int\n"
          "  v5 = int_xor v1 v2 : int\n  v6 = int_mul v5 v3 : int @1 [pc 1: r0=v5]\n  v7 = int_add v6 v2 : int @2 [pc 2: r0=v6]\n"
          "  v8 = int_and v7 v4 : int\n  return v8\n",
     HEAD "  v3 = const_int #16777619 : int\n  v4 = const_int #4294967295 : int\n"
          "  v5 = int_xor v1 v2 : int\n  v6 = int_wrap_mul #1 v5 v3 : int @1\n  v7 = int_wrap_add #1 v6 v2 : int @2\n"
          "  v8 = int_and v7 v4 : int\n  return v8\n"},
    // the product is returned whole
    {"mask",
     HEAD "  v3 = const_int #255 : int\n  v4 = int_mul v1 v2 : int @1 [pc 1: r0=v1]\n  v5 = int_and v4 v3 : int\n"
          "  v6 = int_add v5 v4 : int @2 [pc 2: r0=v1]\n  return v6\n",
     HEAD "  v3 = const_int #255 : int\n  v4 = int_mul v1 v2 : int @1 [pc 1: r0=v1]\n  v5 = int_and v4 v3 : int\n"
          "  v6 = int_add v5 v4 : int @2 [pc 2: r0=v1]\n  return v6\n"},
    // a state that may be left at has the exact product, which is made where it is stored
    {"mask",
     HEAD "  v3 = const_int #255 : int\n  v4 = int_mul v1 v2 : int @1 [pc 1: r0=v1]\n  v5 = int_floordiv v1 v2 : int @2 [pc 2: r0=v4]\n"
          "  v6 = int_and v4 v3 : int\n  return v6\n",
     HEAD "  v3 = const_int #255 : int\n  v4 = int_wrap_mul #1 v1 v2 : int @1\n  v5 = int_floordiv v1 v2 : int @2 [pc 2: r0=v4]\n"
          "  v6 = int_and v4 v3 : int\n  return v6\n"},
    // what a loop has added up cannot be made again: a state inside wants it whole
    {"mask",
     HEAD "  v3 = const_int #255 : int\n  jump b1\nb1: ; preds b0 b2\n  v4 = phi v1 v7 : int\n  v5 = int_lt v4 v2 : bool\n  branch v5 b2 b3\n"
          "b2: ; preds b1\n  v6 = int_floordiv v2 v1 : int @1 [pc 1: r0=v4]\n  v7 = int_add v4 v6 : int @2 [pc 2: r0=v4]\n  jump b1\n"
          "b3: ; preds b1\n  v8 = int_and v4 v3 : int\n  return v8\n",
     HEAD "  v3 = const_int #255 : int\n  jump b1\nb1: ; preds b0 b2\n  v4 = phi v1 v7 : int\n  v5 = int_lt v4 v2 : bool\n  branch v5 b2 b3\n"
          "b2: ; preds b1\n  v6 = int_floordiv v2 v1 : int @1 [pc 1: r0=v4]\n  v7 = int_add v4 v6 : int @2 [pc 2: r0=v4]\n  jump b1\n"
          "b3: ; preds b1\n  v8 = int_and v4 v3 : int\n  return v8\n"},
    // a list that a counted loop fills has its room before; one that gets some items only has not
    {"reserve",
     HEAD "  v3 = list #2 : value{list}\n  v4 = box v1 : value\n  v5 = const_int #-1 : int\n  jump b1\n"
          "b1: ; preds b0 b2\n  v6 = phi v2 v8 : int\n  v7 = in_range v6 : bool\n  branch v7 b2 b3\n"
          "b2: ; preds b1\n  append v3 v4\n  v8 = int_fit_add v6 v5 : int\n  jump b1\nb3: ; preds b1\n  v9 = box v6 : value\n  return v9\n",
     HEAD "  v3 = list #2 : value{list}\n  v4 = box v1 : value\n  v5 = const_int #-1 : int\n  reserve v3 v2\n  jump b1\n"
          "b1: ; preds b0 b2\n  v6 = phi v2 v8 : int\n  v7 = in_range v6 : bool\n  branch v7 b2 b3\n"
          "b2: ; preds b1\n  append v3 v4\n  v8 = int_fit_add v6 v5 : int\n  jump b1\nb3: ; preds b1\n  v9 = box v6 : value\n  return v9\n"},
    {"reserve",
     HEAD "  v3 = list #2 : value{list}\n  v4 = box v1 : value\n  v5 = const_int #-1 : int\n  jump b1\n"
          "b1: ; preds b0 b3\n  v6 = phi v2 v8 : int\n  v7 = in_range v6 : bool\n  branch v7 b2 b5\n"
          "b2: ; preds b1\n  v8 = int_fit_add v6 v5 : int\n  v9 = int_lt v6 v1 : bool\n  branch v9 b4 b3\n"
          "b3: ; preds b2 b4\n  jump b1\nb4: ; preds b2\n  append v3 v4\n  jump b3\nb5: ; preds b1\n  v10 = box v6 : value\n  return v10\n",
     HEAD "  v3 = list #2 : value{list}\n  v4 = box v1 : value\n  v5 = const_int #-1 : int\n  jump b1\n"
          "b1: ; preds b0 b3\n  v6 = phi v2 v8 : int\n  v7 = in_range v6 : bool\n  branch v7 b2 b5\n"
          "b2: ; preds b1\n  v8 = int_fit_add v6 v5 : int\n  v9 = int_lt v6 v1 : bool\n  branch v9 b4 b3\n"
          "b3: ; preds b2 b4\n  jump b1\nb4: ; preds b2\n  append v3 v4\n  jump b3\nb5: ; preds b1\n  v10 = box v6 : value\n  return v10\n"},
    // a shift by an unknown number checks the number alone, and one that is known to be small nothing
    {"mask",
     HEAD "  v3 = const_int #255 : int\n  v4 = int_shl v1 v2 : int @1 [pc 1: r0=v1 r1=v2]\n  v5 = int_and v4 v3 : int\n  return v5\n",
     HEAD "  v3 = const_int #255 : int\n  v4 = int_low_shl #1 v1 v2 : int @1 [pc 1: r0=v1 r1=v2]\n  v5 = int_and v4 v3 : int\n  return v5\n"},
    {"interval",
     HEAD "  v3 = const_int #31 : int\n  v4 = int_and v2 v3 : int\n  v5 = int_low_shl #1 v1 v4 : int @1 [pc 1: r0=v1 r1=v2]\n"
          "  v6 = int_and v5 v3 : int\n  return v6\n",
     HEAD "  v3 = const_int #31 : int\n  v4 = int_and v2 v3 : int\n  v5 = int_wrap_shl #1 v1 v4 : int @1\n"
          "  v6 = int_and v5 v3 : int\n  return v6\n"},
    // what is added to an inexact value stays inexact
    {"interval",
     HEAD "  v3 = const_int : int\n  v4 = int_wrap_mul #1 v1 v2 : int @1\n  v5 = int_wrap_add #1 v4 v3 : int @2\n"
          "  v6 = int_floordiv v1 v2 : int @3 [pc 3: r0=v5]\n  return v6\n",
     HEAD "  v3 = const_int : int\n  v4 = int_wrap_mul #1 v1 v2 : int @1\n  v5 = int_wrap_add #1 v4 v3 : int @2\n"
          "  v6 = int_floordiv v1 v2 : int @3 [pc 3: r0=v5]\n  return v6\n"},
    // a negative mask drops no high bits
    {"mask",
     HEAD "  v3 = const_int #-2 : int\n  v4 = int_add v1 v2 : int @1 [pc 1: r0=v1]\n  v5 = int_and v4 v3 : int\n  return v5\n",
     HEAD "  v3 = const_int #-2 : int\n  v4 = int_add v1 v2 : int @1 [pc 1: r0=v1]\n  v5 = int_and v4 v3 : int\n  return v5\n"},
    // powers of two; in the entry block their constants stand before who wants them
    {"mask",
     HEAD "  v3 = const_int #8 : int\n  v4 = int_mod v1 v3 : int @1 [pc 1: r0=v1]\n"
          "  v5 = int_floordiv v2 v3 : int @2 [pc 2: r0=v1]\n  v6 = int_or v4 v5 : int\n  return v6\n",
     HEAD "  v3 = const_int #3 : int\n  v4 = const_int #7 : int\n  v5 = const_int #8 : int\n"
          "  v6 = int_and v1 v4 : int @1\n  v7 = int_fit_shr v2 v3 : int @2\n  v8 = int_or v6 v7 : int\n  return v8\n"},
    // a remainder bounds what follows
    {"interval",
     HEAD "  v3 = const_int #100 : int\n  v4 = int_mod v1 v3 : int @1 [pc 1: r0=v1]\n  v5 = int_mul v4 v4 : int @2 [pc 2: r0=v1]\n"
          "  v6 = int_mod v5 v3 : int @3 [pc 3: r0=v1]\n  v7 = box v6 : value\n  v8 = int_add v6 v1 : int @4 [pc 4: r0=v1]\n  return v8\n",
     HEAD "  v3 = const_int #100 : int\n  v4 = int_fit_mod v1 v3 : int @1\n  v5 = int_fit_mul v4 v4 : int @2\n"
          "  v6 = int_fit_mod #1 v5 v3 : int @3\n  v7 = box #1 v6 : value\n  v8 = int_add v6 v1 : int @4 [pc 4: r0=v1]\n  return v8\n"},
    // a loop's condition bounds its counter, and after it the counter is known to be at the end or beyond
    {"interval",
     HEAD "  v3 = const_int : int\n  v4 = const_int #1 : int\n  jump b1\n"
          "b1: ; preds b0 b2\n  v5 = phi v3 v7 : int\n  v6 = int_lt v5 v2 : bool\n  branch v6 b2 b3\n"
          "b2: ; preds b1\n  v7 = int_add v5 v4 : int @1 [pc 1: r0=v5]\n  jump b1\n"
          "b3: ; preds b1\n  v8 = int_lt v5 v3 : bool\n  branch v8 b4 b5\n"
          "b4: ; preds b3\n  return v3\nb5: ; preds b3\n  v9 = int_add v5 v4 : int @2 [pc 2: r0=v5]\n  return v9\n",
     HEAD "  v3 = const_int : int\n  v4 = const_int #1 : int\n  jump b1\n"
          "b1: ; preds b0 b2\n  v5 = phi v3 v7 : int\n  v6 = int_lt v5 v2 : bool\n  branch v6 b2 b3\n"
          "b2: ; preds b1\n  v7 = int_fit_add v5 v4 : int @1\n  jump b1\n"
          "b3: ; preds b1\n  v8 = const_bool : bool\n  branch v8 b4 b5\n"
          "b4: ; preds b3\n  return v3\nb5: ; preds b3\n  v9 = int_add v5 v4 : int @2 [pc 2: r0=v5]\n  return v9\n"},
    // the numbers of a counted loop
    {"interval",
     HEAD "  v3 = const_int : int\n  v4 = const_int #1 : int\n  v5 = const_int #-1 : int\n"
          "  v6 = range_count v3 v2 v4 : int @1 [pc 1: r0=v1]\n  jump b1\n"
          "b1: ; preds b0 b2\n  v7 = phi v3 v11 : int\n  v8 = phi v6 v12 : int\n  v9 = in_range v8 : bool\n  branch v9 b2 b3\n"
          "b2: ; preds b1\n  v10 = int_sub v7 v4 : int @2 [pc 2: r0=v1]\n  v11 = int_fit_add v7 v4 : int\n"
          "  v12 = int_fit_add v8 v5 : int\n  v13 = int_floordiv v10 v11 : int @3 [pc 3: r0=v1]\n  v14 = box v13 : value\n  jump b1\nb3: ; preds b1\n  return v7\n",
     HEAD "  v3 = const_int : int\n  v4 = const_int #1 : int\n  v5 = const_int #-1 : int\n"
          "  v6 = range_count v3 v2 v4 : int @1 [pc 1: r0=v1]\n  jump b1\n"
          "b1: ; preds b0 b2\n  v7 = phi v3 v11 : int\n  v8 = phi v6 v12 : int\n  v9 = in_range v8 : bool\n  branch v9 b2 b3\n"
          "b2: ; preds b1\n  v10 = int_fit_sub v7 v4 : int @2\n  v11 = int_fit_add v7 v4 : int\n"
          "  v12 = int_fit_add v8 v5 : int\n  v13 = int_fit_floordiv v10 v11 : int @3\n  v14 = box #1 v13 : value\n  jump b1\nb3: ; preds b1\n  return v7\n"},
    // nothing is known of a divisor that may be 0
    {"interval",
     HEAD "  v3 = int_floordiv v1 v2 : int @1 [pc 1: r0=v1]\n  return v3\n",
     HEAD "  v3 = int_floordiv v1 v2 : int @1 [pc 1: r0=v1]\n  return v3\n"},
    // an item of what is certainly a list is a load, of what is anything a call
    {"items",
     HEAD "  v3 = list : value{list}\n  v4 = getitem v3 v1 : value @1 [pc 0: r0=v1]\n  v5 = getitem v4 v1 : value @1 [pc 0: r0=v1]\n"
          "  setitem v3 v1 v5 @1 [pc 0: r0=v1]\n  return v1\n",
     HEAD "  v3 = list : value{list}\n  v4 = item v3 v1 : value @1 [pc 0: r0=v1]\n  v5 = getitem v4 v1 : value @1 [pc 0: r0=v1]\n"
          "  put_item v3 v1 v5 @1 [pc 0: r0=v1]\n  return v1\n"},
    // a byte need not be boxed to be unboxed
    {"items",
     HEAD "  v3 = const_k #1 : value{bytes}\n  v4 = getitem v3 v1 : value @1 [pc 0: r0=v1]\n  v5 = unbox_int v4 : int @1 [pc 0: r0=v1]\n  return v5\n",
     HEAD "  v3 = const_k #1 : value{bytes}\n  v4 = byte v3 v1 : int @1 [pc 0: r0=v1]\n  v5 = box v4 : value @1\n  return v4\n"},
    // items of what is certainly a dict; keys are values
    {"items",
     HEAD "  v3 = dict : value{dict}\n  v4 = getitem v3 v1 : value @1 [pc 0: r0=v1]\n  v5 = in v4 v3 : bool @2\n  setitem v3 v4 v4 @1\n  return v1\n",
     HEAD "  v3 = dict : value{dict}\n  v4 = box v1 : value @1\n  v5 = dict_get v3 v4 : value @1 [pc 0: r0=v1]\n"
          "  v6 = dict_has v3 v5 : bool @2\n  dict_put v3 v5 v5 @1\n  return v1\n"},
    // get with and without a default
    {"methods",
     HEAD "  v3 = dict : value{dict}\n  v4 = method #3 &0 v3 : value @1 [pc 0: r0=v1]\n  v5 = loadreg #7 : value @1\n"
          "  v6 = callm #3 v4 v5 v3 : value @2 [pc 0: r3=v4 r7=v5]\n  v7 = method #3 &5 v3 : value @3 [pc 0: r0=v1]\n  v8 = loadreg #7 : value @3\n"
          "  v9 = callm #3 v7 v8 v3 : value @4\n  v10 = method #3 &5 v3 : value @5 [pc 0: r0=v1]\n  v11 = loadreg #7 : value @5\n"
          "  v12 = callm #3 v10 v11 v3 v9 : value @6\n  return v1\n",
     HEAD "  v3 = dict : value{dict}\n  v4 = method #3 v3 : value @1 [pc 0: r0=v1]\n  v5 = loadreg #7 : value @1\n"
          "  v6 = callm #3 v4 v5 v3 : value @2 [pc 0: r3=v4 r7=v5]\n  v7 = method_of #3 &5 v3 : value @3\n  v8 = const_s : value @4\n"
          "  v9 = dict_get_or v3 v3 v8 : value @4\n  v10 = method_of #3 &5 v3 : value @5\n  v11 = dict_get_or v3 v3 v9 : value @6\n  return v1\n"},
    // questions about a string are truths, without a box between
    {"methods",
     HEAD "  v3 = const_k #2 : value{str}\n  v4 = method #3 &6 v3 : value @1 [pc 0: r0=v1]\n  v5 = loadreg #7 : value @1\n"
          "  v6 = callm #3 v4 v5 : value @2\n  v7 = truth v6 : bool @2\n  v8 = method #3 &7 v3 : value @3 [pc 0: r0=v1]\n  v9 = loadreg #7 : value @3\n"
          "  v10 = callm #3 v8 v9 v3 : value @4\n  branch v7 b1 b1\nb1: ; preds b0 b0\n  return v1\n",
     HEAD "  v3 = const_k #2 : value{str}\n  v4 = method_of #3 &6 v3 : value @1\n  v5 = text_is #3 v3 : bool @2\n  v6 = box v5 : value @2\n"
          "  v7 = method_of #3 &7 v3 : value @3\n  v8 = text_starts #1 v3 v3 : bool @4\n  v9 = box v8 : value @4\n  branch v5 b1 b1\n"
          "b1: ; preds b0 b0\n  return v1\n"},
    // of a character they are bits
    {"chars",
     HEAD "  v3 = const_k #2 : value{str}\n  v4 = char_at v3 v1 : int @1 [pc 0: r0=v1]\n  v5 = char v4 : value{str} @1 [pc 0: r0=v1]\n"
          "  v6 = text_is #3 v5 : bool @2\n  v7 = text_is #3 v3 : bool @2\n  return v1\n",
     HEAD "  v3 = const_k #2 : value{str}\n  v4 = char_at v3 v1 : int @1 [pc 0: r0=v1]\n  v5 = char v4 : value{str} @1 [pc 0: r0=v1]\n"
          "  v6 = char_is #3 v4 : bool @2\n  v7 = text_is #3 v3 : bool @2\n  return v1\n"},
    // an int is stored in a bytearray as it is; anything else is for the method to judge
    {"items",
     HEAD "  v3 = const_k : value\n  v4 = guard_fact #7 v3 : value{bytearray} @1 [pc 0: r0=v1]\n  v5 = box v2 : value\n"
          "  setitem v4 v1 v5 @1 [pc 0: r0=v1]\n  setitem v4 v1 v3 @1 [pc 0: r0=v1]\n  return v1\n",
     HEAD "  v3 = const_k : value\n  v4 = guard_fact #7 v3 : value{bytearray} @1 [pc 0: r0=v1]\n  v5 = box v2 : value\n"
          "  put_byte v4 v1 v2 @1 [pc 0: r0=v1]\n  setitem v4 v1 v3 @1 [pc 0: r0=v1]\n  return v1\n"},
    // methods of lists; the exit between still finds the method in its register
    {"methods",
     HEAD "  v3 = list : value{list}\n  v4 = method #3 v3 : value @1 [pc 0: r0=v1]\n  v5 = loadreg #7 : value @1\n"
          "  v6 = int_neg v1 : int [pc 0: r3=v4 r7=v5]\n  v7 = box v6 : value\n  v8 = callm #3 v4 v5 v7 : value @2 [pc 0: r3=v4 r7=v5]\n"
          "  v9 = method #3 &1 v3 : value @3 [pc 0: r0=v8]\n  v10 = loadreg #7 : value @3\n  v11 = callm #3 v9 v10 : value @4 [pc 0: r3=v9 r7=v10]\n"
          "  return v1\n",
     HEAD "  v3 = list : value{list}\n  v4 = method_of #3 v3 : value @1\n"
          "  v5 = int_neg v1 : int [pc 0: r3=v4 r7=v3]\n  v6 = box v5 : value\n  append v3 v6 @2 [pc 0: r3=v4 r7=v3]\n  v7 = const_s : value @2\n"
          "  v8 = method_of #3 &1 v3 : value @3\n  v9 = pop_item v3 : value @4 [pc 0: r3=v8 r7=v3]\n"
          "  return v1\n"},
    // characters are compared as code points
    {"chars",
     HEAD "  v3 = const_k #2 : value{str}\n  v4 = const_k #3 : value{str}\n  v5 = char_at v3 v1 : int [pc 0: r0=v1]\n"
          "  v6 = char v5 : value{str} [pc 0: r0=v1]\n  v7 = test_eq v6 v3 : bool [pc 0: r0=v6]\n  v8 = in v6 v4 : bool [pc 0: r0=v6]\n"
          "  v9 = lt v6 v6 : value [pc 0: r0=v6]\n  v10 = test_eq v6 v4 : bool [pc 0: r0=v6]\n  return v1\n",
     HEAD "  v3 = const_k #2 : value{str}\n  v4 = const_k #3 : value{str}\n  v5 = char_at v3 v1 : int [pc 0: r0=v1]\n"
          "  v6 = char v5 : value{str} [pc 0: r0=v1]\n  v7 = const_int #120 : int\n  v8 = int_eq v5 v7 : bool\n  v9 = char_in &3 v5 : bool\n"
          "  v10 = int_lt v5 v5 : bool\n  v11 = box v10 : value\n  v12 = test_eq v6 v4 : bool [pc 0: r0=v6]\n  return v1\n"},
    // a loop over a list counts; left in the middle, the interpreter finds list, index and True in the state's registers
    {"iterate",
     HEAD "  v3 = list : value{list}\n  forprep #2 v3 @1 [pc 1: r0=v1]\n  jump b1\n"
          "b1: ; preds b0 b3\n  v4 = phi v1 v6 : int\n  v5 = fornext #2 : value @3 [pc 3: r0=v4]\n  v7 = is_unbound v5 : bool @3\n  branch v7 b2 b3\n"
          "b2: ; preds b1\n  return v4\n"
          "b3: ; preds b1\n  v6 = unbox_int v5 : int @2 [pc 2: r0=v4 r5=v5]\n  jump b1\n",
     HEAD "  v3 = list : value{list}\n  v4 = const_s : value @1\n  v5 = const_int : int @1\n  v6 = const_bool #1 : bool @1\n  jump b1\n"
          "b1: ; preds b0 b3\n  v7 = phi v5 v14 : int\n  v8 = phi v1 v15 : int\n  v9 = count v3 : int @3\n  v10 = int_lt v7 v9 : bool @3\n"
          "  v11 = not v10 : bool @3\n  branch v11 b2 b3\n"
          "b2: ; preds b1\n  return v8\n"
          "b3: ; preds b1\n  v12 = item #1 v3 v7 : value @3 [pc 3: r0=v8 r2=v3 r3=v7 r4=v6]\n  v13 = const_int #1 : int @3\n"
          "  v14 = int_fit_add v7 v13 : int @3\n  v15 = unbox_int v12 : int @2 [pc 2: r0=v8 r5=v12 r2=v3 r3=v14 r4=v6]\n  jump b1\n"},
    // an item that is only taken apart is not made; where a frame state wants it, it is
    {"parts",
     HEAD "  v3 = list : value{list}\n  forprep #2 v3 @1 [pc 1: r0=v1]\n  jump b1\n"
          "b1: ; preds b0 b3\n  v4 = phi v1 v9 : int\n  v5 = fornext #2 : value @3 [pc 3: r0=v4]\n  v6 = is_unbound v5 : bool @3\n  branch v6 b2 b3\n"
          "b2: ; preds b1\n  return v4\n"
          "b3: ; preds b1\n  v7 = guard_fact #2 v5 : value{tuple} @3 [pc 2: r0=v4 r5=v5]\n  unpack #5 &2 v7 @2 [pc 2: r0=v4 r5=v7]\n"
          "  v8 = loadreg #6 : value @2\n  v9 = unbox_int v8 : int @2 [pc 3: r0=v4]\n  jump b1\n",
     HEAD "  v3 = list : value{list}\n  forprep #2 v3 @1 [pc 1: r0=v1]\n  jump b1\n"
          "b1: ; preds b0 b3\n  v4 = phi v1 v8 : int\n  v5 = next_parts #2 &1282 : bool @3 [pc 3: r0=v4]\n  v6 = not v5 : bool @3\n  branch v6 b2 b3\n"
          "b2: ; preds b1\n  return v4\n"
          "b3: ; preds b1\n  v7 = loadreg #6 : value @2\n  v8 = unbox_int v7 : int @2 [pc 3: r0=v4]\n  jump b1\n"},
    {"parts",
     HEAD "  v3 = list : value{list}\n  forprep #2 v3 @1 [pc 1: r0=v1]\n  jump b1\n"
          "b1: ; preds b0 b3\n  v4 = phi v1 v9 : int\n  v5 = fornext #2 : value @3 [pc 3: r0=v4]\n  v6 = is_unbound v5 : bool @3\n  branch v6 b2 b3\n"
          "b2: ; preds b1\n  return v4\n"
          "b3: ; preds b1\n  v7 = guard_fact #2 v5 : value{tuple} @3 [pc 2: r0=v4 r5=v5]\n  unpack #5 &2 v7 @2 [pc 2: r0=v4 r5=v7]\n"
          "  v8 = loadreg #6 : value @2\n  v9 = unbox_int v8 : int @2 [pc 3: r0=v4 r5=v7]\n  jump b1\n",
     HEAD "  v3 = list : value{list}\n  forprep #2 v3 @1 [pc 1: r0=v1]\n  jump b1\n"
          "b1: ; preds b0 b3\n  v4 = phi v1 v9 : int\n  v5 = fornext #2 : value @3 [pc 3: r0=v4]\n  v6 = is_unbound v5 : bool @3\n  branch v6 b2 b3\n"
          "b2: ; preds b1\n  return v4\n"
          "b3: ; preds b1\n  v7 = guard_fact #2 v5 : value{tuple} @3 [pc 2: r0=v4 r5=v5]\n  unpack #5 &2 v7 @2 [pc 2: r0=v4 r5=v7]\n"
          "  v8 = loadreg #6 : value @2\n  v9 = unbox_int v8 : int @2 [pc 3: r0=v4 r5=v7]\n  jump b1\n"},
    // a guard and an item that stay the same are found before the loop, which leaves with what it is entered with; what the loop
    // stores to is not
    {"hoist",
     HEAD "  v3 = list : value{list}\n  v4 = range_count v1 v2 v2 : int [pc 0: r0=v1]\n  jump b1 [pc 0: r0=v1 r1=v2]\n"
          "b1: ; preds b0 b2\n  v5 = phi v1 v9 : int\n  v6 = phi v4 v10 : int\n  v7 = in_range v6 : bool\n  branch v7 b2 b3\n"
          "b2: ; preds b1\n  v8 = const_int #-1 : int\n  v9 = int_fit_add v5 v2 : int\n  v10 = int_fit_add v6 v8 : int\n"
          "  v11 = item v3 v2 : value [pc 2: r0=v5]\n  v12 = guard_fact #1 v11 : value{list} [pc 2: r0=v5]\n"
          "  v13 = item v12 v5 : value [pc 2: r0=v5]\n  jump b1\n"
          "b3: ; preds b1\n  return v5\n",
     HEAD "  v3 = list : value{list}\n  v4 = range_count v1 v2 v2 : int [pc 0: r0=v1]\n  v5 = const_int #-1 : int\n"
          "  v6 = item v3 v2 : value [pc 0: r0=v1 r1=v2]\n  v7 = guard_fact #1 v6 : value{list} [pc 0: r0=v1 r1=v2]\n  jump b1 [pc 0: r0=v1 r1=v2]\n"
          "b1: ; preds b0 b2\n  v8 = phi v1 v11 : int\n  v9 = phi v4 v12 : int\n  v10 = in_range v9 : bool\n  branch v10 b2 b3\n"
          "b2: ; preds b1\n  v11 = int_fit_add v8 v2 : int\n  v12 = int_fit_add v9 v5 : int\n"
          "  v13 = item v7 v8 : value [pc 2: r0=v8]\n  jump b1\n"
          "b3: ; preds b1\n  return v8\n"},
    {"hoist",
     HEAD "  v3 = list : value{list}\n  v4 = range_count v1 v2 v2 : int [pc 0: r0=v1]\n  jump b1 [pc 0: r0=v1 r1=v2]\n"
          "b1: ; preds b0 b2\n  v5 = phi v4 v7 : int\n  v6 = in_range v5 : bool\n  branch v6 b2 b3\n"
          "b2: ; preds b1\n  v7 = int_fit_add v5 v2 : int\n  v8 = item v3 v2 : value [pc 2: r0=v5]\n  put_item v3 v7 v8 [pc 2: r0=v5]\n  jump b1\n"
          "b3: ; preds b1\n  return v5\n",
     HEAD "  v3 = list : value{list}\n  v4 = range_count v1 v2 v2 : int [pc 0: r0=v1]\n  jump b1 [pc 0: r0=v1 r1=v2]\n"
          "b1: ; preds b0 b2\n  v5 = phi v4 v7 : int\n  v6 = in_range v5 : bool\n  branch v6 b2 b3\n"
          "b2: ; preds b1\n  v7 = int_fit_add v5 v2 : int\n  v8 = item v3 v2 : value [pc 2: r0=v5]\n  put_item v3 v7 v8 [pc 2: r0=v5]\n  jump b1\n"
          "b3: ; preds b1\n  return v5\n"},
    // a slice that is used once is no object
    {"slices",
     HEAD "  v3 = list : value{list}\n  v4 = const_s : value\n  v5 = slice v4 v4 v4 : value{slice} [pc 0: r0=v1]\n"
          "  v6 = getitem v3 v5 : value{list} [pc 0: r0=v5]\n  v7 = slice v4 v4 v4 : value{slice} [pc 0: r0=v1]\n"
          "  v8 = getitem v6 v7 : value [pc 0: r0=v7]\n  v9 = getitem v6 v7 : value [pc 0: r0=v7]\n  return v1\n",
     HEAD "  v3 = list : value{list}\n  v4 = const_s : value\n  v5 = const_s : value\n"
          "  v6 = get_slice v3 v4 v4 v4 : value{list}\n  v7 = slice v4 v4 v4 : value{slice} [pc 0: r0=v1]\n"
          "  v8 = getitem v6 v7 : value [pc 0: r0=v7]\n  v9 = getitem v6 v7 : value [pc 0: r0=v7]\n  return v1\n"},
    // who cannot leave needs no state
    {"states",
     HEAD "  v3 = list : value{list} @1 [pc 0: r0=v1]\n  v4 = item v3 v1 : value @1 [pc 0: r0=v1]\n  return v1\n",
     HEAD "  v3 = list : value{list} @1\n  v4 = item v3 v1 : value @1 [pc 0: r0=v1]\n  return v1\n"},
    // an index that is not negative need not be counted from the end
    {"interval",
     HEAD "  v3 = list : value{list}\n  v4 = const_int #7 : int\n  v5 = int_and v1 v4 : int\n  v6 = item v3 v5 : value [pc 0: r0=v1]\n"
          "  v7 = item v3 v1 : value [pc 0: r0=v1]\n  return v1\n",
     HEAD "  v3 = list : value{list}\n  v4 = const_int #7 : int\n  v5 = int_and v1 v4 : int\n  v6 = item #1 v3 v5 : value [pc 0: r0=v1]\n"
          "  v7 = item v3 v1 : value [pc 0: r0=v1]\n  return v1\n"},
    // sums and tests on every path are done once; a store is known to the next read of its place, also unboxed, and makes that place of
    // other objects unknown
    {"gvn",
     HEAD "  v3 = list : value{list}\n" "  v4 = list : value{list}\n" "  v5 = int_add v1 v2 : int @1 [pc 1: r0=v1]\n"
          "  v6 = field #1 v3 : value\n" "  v7 = field #1 v4 : value\n" "  v8 = field #1 v3 : value\n"
          "  v9 = unbox_float v8 : float @1 [pc 1: r0=v1]\n" "  v10 = box v9 : value\n" "  setfield #1 v3 v10\n"
          "  v11 = field #1 v3 : value\n" "  v12 = unbox_float v11 : float @1 [pc 1: r0=v1]\n" "  v13 = box v12 : value\n"
          "  v14 = field #1 v4 : value\n" "  v15 = field #2 v3 : value\n" "  setfield #1 v4 v15\n" "  v16 = field #1 v3 : value\n"
          "  v17 = field #2 v3 : value\n" "  v18 = int_add v1 v2 : int @2 [pc 2: r0=v1]\n"
          "  v19 = list #3 v6 v7 v11 v13 v14 v16 v17 : value{list}\n" "  return v18\n",
     HEAD "  v3 = list : value{list}\n" "  v4 = list : value{list}\n" "  v5 = int_add v1 v2 : int @1 [pc 1: r0=v1]\n"
          "  v6 = field #1 v3 : value\n" "  v7 = field #1 v4 : value\n" "  v8 = unbox_float v6 : float @1 [pc 1: r0=v1]\n"
          "  setfield #1 v3 v6\n" "  v9 = field #1 v4 : value\n" "  v10 = field #2 v3 : value\n" "  setfield #1 v4 v10\n"
          "  v11 = field #1 v3 : value\n" "  v12 = list #3 v6 v7 v6 v6 v9 v11 v10 : value{list}\n" "  return v5\n"},
    // items of a list are unknown after a store to another one, its length is not; an append changes both; unknown code changes everything
    {"gvn",
     HEAD "  v3 = list : value{list}\n" "  v4 = list : value{list}\n" "  v5 = length v3 : int\n"
          "  v6 = item v3 v1 : value [pc 0: r0=v1]\n" "  v7 = item v3 v1 : value [pc 0: r0=v1]\n" "  put_item v4 v1 v6 [pc 0: r0=v1]\n"
          "  v8 = item v3 v1 : value [pc 0: r0=v1]\n" "  v9 = item v4 v1 : value [pc 0: r0=v1]\n" "  v10 = length v3 : int\n"
          "  append v4 v9\n" "  v11 = item v3 v1 : value [pc 0: r0=v1]\n" "  v12 = length v3 : int\n" "  v13 = getglobal #1 : value\n"
          "  v14 = getglobal #1 : value\n" "  v15 = call #3 v14 v13 : value\n" "  v16 = getglobal #1 : value\n"
          "  v17 = length v3 : int\n" "  v18 = int_add v5 v10 : int [pc 0: r0=v1]\n" "  v19 = int_add v18 v12 : int [pc 0: r0=v1]\n"
          "  v20 = int_add v19 v17 : int [pc 0: r0=v1]\n" "  v21 = list #3 v6 v7 v8 v9 v11 v15 v16 : value{list}\n" "  return v20\n",
     HEAD "  v3 = list : value{list}\n" "  v4 = list : value{list}\n" "  v5 = length v3 : int\n"
          "  v6 = item v3 v1 : value [pc 0: r0=v1]\n" "  put_item v4 v1 v6 [pc 0: r0=v1]\n" "  v7 = item v3 v1 : value [pc 0: r0=v1]\n"
          "  append v4 v6\n" "  v8 = item v3 v1 : value [pc 0: r0=v1]\n" "  v9 = length v3 : int\n" "  v10 = getglobal #1 : value\n"
          "  v11 = call #3 v10 v10 : value\n" "  v12 = getglobal #1 : value\n" "  v13 = length v3 : int\n"
          "  v14 = int_add v5 v5 : int [pc 0: r0=v1]\n" "  v15 = int_add v14 v9 : int [pc 0: r0=v1]\n"
          "  v16 = int_add v15 v13 : int [pc 0: r0=v1]\n" "  v17 = list #3 v6 v6 v7 v6 v8 v11 v12 : value{list}\n" "  return v16\n"},
    // a loop reads anew what it stores to, and everything where it may wait for another thread
    {"gvn",
     HEAD "  v3 = list : value{list}\n" "  v4 = field v3 : value\n" "  v5 = field #1 v3 : value\n" "  jump b1\n" "b1: ; preds b0 b2\n"
          "  v6 = phi v2 v8 : int\n" "  v7 = in_range v6 : bool\n" "  branch v7 b2 b3\n" "b2: ; preds b1\n"
          "  v8 = int_fit_add v6 v1 : int\n" "  v9 = field v3 : value\n" "  v10 = field #1 v3 : value\n" "  setfield #1 v3 v9\n"
          "  setfield #2 v3 v10\n" "  jump b1\n" "b3: ; preds b1 b3\n" "  v11 = field #3 v3 : value\n" "  v12 = field v3 : value\n"
          "  v13 = is v12 v11 : bool\n" "  branch v13 b3 b4\n" "b4: ; preds b3\n" "  v14 = field #3 v3 : value\n"
          "  v15 = list #3 v4 v5 v14 : value{list}\n" "  return v6\n",
     HEAD "  v3 = list : value{list}\n" "  v4 = field v3 : value\n" "  v5 = field #1 v3 : value\n" "  jump b1\n" "b1: ; preds b0 b2\n"
          "  v6 = phi v2 v8 : int\n" "  v7 = in_range v6 : bool\n" "  branch v7 b2 b3\n" "b2: ; preds b1\n"
          "  v8 = int_fit_add v6 v1 : int\n" "  v9 = field #1 v3 : value\n" "  setfield #1 v3 v4\n" "  setfield #2 v3 v9\n"
          "  jump b1\n" "b3: ; preds b1 b3\n" "  v10 = field #3 v3 : value\n" "  v11 = field v3 : value\n" "  v12 = is v11 v10 : bool\n"
          "  branch v12 b3 b4\n" "b4: ; preds b3\n" "  v13 = list #3 v4 v5 v10 : value{list}\n" "  return v6\n"},
    // a row that both ways through the loop want is found before it, when the row stored to is not the table
    {"hoist",
     HEAD "  v3 = list : value{list}\n" "  v4 = range_count v1 v2 v2 : int [pc 0: r0=v1]\n" "  jump b1 [pc 0: r0=v1 r1=v2]\n"
          "b1: ; preds b0 b3 b4\n" "  v5 = phi v4 v7 v7 : int\n" "  v6 = in_range v5 : bool\n" "  branch v6 b2 b5\n" "b2: ; preds b1\n"
          "  v7 = int_fit_add v5 v2 : int\n" "  v8 = int_eq v5 v1 : bool\n" "  branch v8 b3 b4\n" "b3: ; preds b2\n"
          "  v9 = item v3 v1 : value [pc 1: r0=v5]\n" "  v10 = guard_fact #1 v9 : value{list} [pc 1: r0=v5]\n"
          "  v11 = item v10 v5 : value [pc 1: r0=v5]\n" "  put_item v10 v7 v11 [pc 1: r0=v5]\n" "  jump b1\n" "b4: ; preds b2\n"
          "  v12 = item v3 v1 : value [pc 2: r0=v5]\n" "  v13 = guard_fact #1 v12 : value{list} [pc 2: r0=v5]\n"
          "  v14 = length v13 : int\n" "  v15 = item v13 v14 : value [pc 2: r0=v5]\n" "  jump b1\n" "b5: ; preds b1\n" "  return v5\n",
     HEAD "  v3 = list : value{list}\n" "  v4 = range_count v1 v2 v2 : int [pc 0: r0=v1]\n"
          "  v5 = item v3 v1 : value [pc 0: r0=v1 r1=v2]\n" "  v6 = guard_fact #1 v5 : value{list} [pc 0: r0=v1 r1=v2]\n"
          "  guard_apart v3 v5 [pc 0: r0=v1 r1=v2]\n" "  jump b1 [pc 0: r0=v1 r1=v2]\n" "b1: ; preds b0 b3 b4\n"
          "  v7 = phi v4 v9 v9 : int\n" "  v8 = in_range v7 : bool\n" "  branch v8 b2 b5\n" "b2: ; preds b1\n"
          "  v9 = int_fit_add v7 v2 : int\n" "  v10 = int_eq v7 v1 : bool\n" "  branch v10 b3 b4\n" "b3: ; preds b2\n"
          "  v11 = item v6 v7 : value [pc 1: r0=v7]\n" "  put_item v6 v9 v11 [pc 1: r0=v7]\n" "  jump b1\n" "b4: ; preds b2\n"
          "  v12 = length v6 : int\n" "  v13 = item v6 v12 : value [pc 2: r0=v7]\n" "  jump b1\n" "b5: ; preds b1\n" "  return v7\n"},
    // not where only one way wants it, nor where the list stored to is another one in each round
    {"hoist",
     HEAD "  v3 = list : value{list}\n" "  v4 = range_count v1 v2 v2 : int [pc 0: r0=v1]\n" "  jump b1 [pc 0: r0=v1 r1=v2]\n"
          "b1: ; preds b0 b4\n" "  v5 = phi v4 v7 : int\n" "  v6 = in_range v5 : bool\n" "  branch v6 b2 b5\n" "b2: ; preds b1\n"
          "  v7 = int_fit_add v5 v2 : int\n" "  v8 = item v3 v5 : value [pc 1: r0=v5]\n"
          "  v9 = guard_fact #1 v8 : value{list} [pc 1: r0=v5]\n" "  v10 = item v3 v1 : value [pc 1: r0=v5]\n"
          "  put_item v9 v1 v10 [pc 1: r0=v5]\n" "  v11 = int_eq v5 v1 : bool\n" "  branch v11 b3 b4\n" "b3: ; preds b2\n"
          "  v12 = guard_fact #2 v10 : value{tuple} [pc 1: r0=v5]\n" "  v13 = length v12 : int\n" "  append v3 v12\n" "  jump b4\n"
          "b4: ; preds b2 b3\n" "  jump b1\n" "b5: ; preds b1\n" "  return v5\n",
     HEAD "  v3 = list : value{list}\n" "  v4 = range_count v1 v2 v2 : int [pc 0: r0=v1]\n" "  jump b1 [pc 0: r0=v1 r1=v2]\n"
          "b1: ; preds b0 b4\n" "  v5 = phi v4 v7 : int\n" "  v6 = in_range v5 : bool\n" "  branch v6 b2 b5\n" "b2: ; preds b1\n"
          "  v7 = int_fit_add v5 v2 : int\n" "  v8 = item v3 v5 : value [pc 1: r0=v5]\n"
          "  v9 = guard_fact #1 v8 : value{list} [pc 1: r0=v5]\n" "  v10 = item v3 v1 : value [pc 1: r0=v5]\n"
          "  put_item v9 v1 v10 [pc 1: r0=v5]\n" "  v11 = int_eq v5 v1 : bool\n" "  branch v11 b3 b4\n" "b3: ; preds b2\n"
          "  v12 = guard_fact #2 v10 : value{tuple} [pc 1: r0=v5]\n" "  v13 = length v12 : int\n" "  append v3 v12\n" "  jump b4\n"
          "b4: ; preds b2 b3\n" "  jump b1\n" "b5: ; preds b1\n" "  return v5\n"},
    // a field whose object is tested in every round; one whose place is stored to stays, and one behind a test that stays
    {"hoist",
     HEAD "  v3 = list : value{list}\n" "  v4 = range_count v1 v2 v2 : int [pc 0: r0=v1]\n" "  v5 = getglobal #1 : value\n"
          "  jump b1 [pc 0: r0=v1 r1=v2]\n" "b1: ; preds b0 b4\n" "  v6 = phi v4 v8 : int\n" "  v7 = in_range v6 : bool\n"
          "  branch v7 b2 b5\n" "b2: ; preds b1\n" "  v8 = int_fit_add v6 v2 : int\n" "  guard_shape #1 v3 [pc 1: r0=v6]\n"
          "  v9 = field v3 : value\n" "  v10 = unbox_int v9 : int [pc 1: r0=v6]\n" "  v11 = field #1 v3 : value\n"
          "  v12 = int_eq v6 v10 : bool\n" "  branch v12 b3 b4\n" "b3: ; preds b2\n" "  guard_shape #1 v5 [pc 2: r0=v6]\n"
          "  v13 = field #2 v5 : value\n" "  setfield #1 v5 v13\n" "  jump b4\n" "b4: ; preds b2 b3\n" "  jump b1\n" "b5: ; preds b1\n"
          "  return v6\n",
     HEAD "  v3 = list : value{list}\n" "  v4 = range_count v1 v2 v2 : int [pc 0: r0=v1]\n" "  v5 = getglobal #1 : value\n"
          "  guard_shape #1 v3 [pc 0: r0=v1 r1=v2]\n" "  v6 = field v3 : value\n" "  v7 = unbox_int v6 : int [pc 0: r0=v1 r1=v2]\n"
          "  jump b1 [pc 0: r0=v1 r1=v2]\n" "b1: ; preds b0 b4\n" "  v8 = phi v4 v10 : int\n" "  v9 = in_range v8 : bool\n"
          "  branch v9 b2 b5\n" "b2: ; preds b1\n" "  v10 = int_fit_add v8 v2 : int\n" "  v11 = field #1 v3 : value\n"
          "  v12 = int_eq v8 v7 : bool\n" "  branch v12 b3 b4\n" "b3: ; preds b2\n" "  guard_shape #1 v5 [pc 2: r0=v8]\n"
          "  v13 = field #2 v5 : value\n" "  setfield #1 v5 v13\n" "  jump b4\n" "b4: ; preds b2 b3\n" "  jump b1\n" "b5: ; preds b1\n"
          "  return v8\n"},
    // a container of known class is true when it is not empty
    {"items",
     HEAD "  v3 = list : value{list}\n" "  v4 = truth v3 : bool @1 [pc 1: r0=v1]\n" "  v5 = getglobal #1 : value\n"
          "  v6 = truth v5 : bool @1 [pc 1: r0=v1]\n" "  return v1\n",
     HEAD "  v3 = list : value{list}\n" "  v4 = length v3 : int @1\n" "  v5 = int_truth v4 : bool @1\n" "  v6 = getglobal #1 : value\n"
          "  v7 = truth v6 : bool @1 [pc 1: r0=v1]\n" "  return v1\n"},
};

static void run_case(uint32_t n) {
    Arena arena;
    char message[200];
    arena_init(&arena);
    const BcModule *bc = text_read_module(&arena, module_text, strlen(module_text), message, sizeof message);
    CHECK(bc != NULL);
    SsaModule *m = ssa_module_new(&arena, bc);
    SsaFunction *f = ssa_read_function(m, cases[n].before, message, sizeof message);
    if (!f) fprintf(stderr, "case %u: %s\n", n, message);
    CHECK(f && !ssa_verify_function(f) && pass_run_named(f, cases[n].pass));
    const char *wrong = ssa_verify_function(f);
    if (wrong) fprintf(stderr, "case %u: %s\n", n, wrong);
    CHECK(!wrong);
    StrBuf out = {0};
    ssa_dump_function(f, &out);
    if (strcmp(strbuf_text(&out), cases[n].after) != 0) fprintf(stderr, "case %u, pass %s gives\n%s", n, cases[n].pass, strbuf_text(&out));
    CHECK(strcmp(strbuf_text(&out), cases[n].after) == 0);
    strbuf_fini(&out);
    ssa_module_fini(m);
    arena_fini(&arena);
}

int main(void) {
    for (uint32_t i = 0; i < sizeof cases / sizeof cases[0]; i++) run_case(i);
    return 0;
}
