// The table holds hashes of names, not names, sorted; tools/names_gen.py makes it. Two large groups are named by rule:
// ideographs by their number, Hangul syllables by the letters they are made of. CPython knows those in capitals only.
#include "frontend/syntax/char_name.h"

#include "names_table.h"

#include <string.h>

enum { NAME_COUNT = sizeof name_hashes / sizeof *name_hashes, NAME_MAX = 120 };

static uint64_t hash_name(const char *name, size_t length) {
  uint64_t hash = 0xCBF29CE484222325;
  for (size_t i = 0; i < length; i++) {
    char letter = name[i] >= 'a' && name[i] <= 'z' ? name[i] - 32 : name[i];
    hash = (hash ^ (unsigned char)letter) * 0x100000001B3;
  }
  return hash;
}

static int32_t find_name(const char *name, size_t length) {
  uint64_t hash = hash_name(name, length);
  size_t low = 0, high = NAME_COUNT;
  while (low < high) {
    size_t middle = (low + high) / 2;
    if (name_hashes[middle] < hash) low = middle + 1;
    else high = middle;
  }
  return low < NAME_COUNT && name_hashes[low] == hash ? (int32_t)name_codes[low] : -1;
}

static int32_t find_ideograph(const char *digits, size_t count) {
  uint32_t code = 0;
  if (count != 4 && count != 5) return -1;
  for (size_t i = 0; i < count; i++) {
    const char *all = "0123456789ABCDEF", *digit = digits[i] ? strchr(all, digits[i]) : nullptr;
    if (!digit) return -1;
    code = code * 16 + (uint32_t)(digit - all);
  }
  for (size_t i = 0; i + 1 < sizeof name_ideographs / sizeof *name_ideographs; i += 2)
    if (code >= name_ideographs[i] && code <= name_ideographs[i + 1]) return (int32_t)code;
  return -1;
}

enum { INITIALS = 19, VOWELS = 21, FINALS = 28, FIRST_SYLLABLE = 0xAC00 };

// The longest of the letters that the text begins with; how long it is in *length. -1: none.
static int find_jamo(const char *const *letters, int count, const char *text, size_t left, size_t *length) {
  int found = -1;
  *length = 0;
  for (int i = 0; i < count; i++) {
    size_t n = strlen(letters[i]);
    if (n > left || memcmp(letters[i], text, n) != 0 || (found >= 0 && n <= *length)) continue;
    found = i;
    *length = n;
  }
  return found;
}

static int32_t find_syllable(const char *text, size_t left) {
  static const char *const initials[INITIALS] = {"G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"};
  static const char *const vowels[VOWELS] = {"A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE",
                                             "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I"};
  static const char *const finals[FINALS] = {"", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT",
                                             "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J", "C", "K", "T", "P", "H"};
  size_t length;
  int initial = find_jamo(initials, INITIALS, text, left, &length);
  text += length, left -= length;
  int vowel = find_jamo(vowels, VOWELS, text, left, &length);
  text += length, left -= length;
  int final = find_jamo(finals, FINALS, text, left, &length);
  if (initial < 0 || vowel < 0 || final < 0 || length != left) return -1;
  return FIRST_SYLLABLE + (initial * VOWELS + vowel) * FINALS + final;
}

int32_t char_named(const char *name, size_t length) {
  static const char ideograph[] = "CJK UNIFIED IDEOGRAPH-", syllable[] = "HANGUL SYLLABLE ";
  enum { IDEOGRAPH = sizeof ideograph - 1, SYLLABLE = sizeof syllable - 1 };
  if (length == 0 || length > NAME_MAX) return -1;
  if (length > SYLLABLE && memcmp(name, syllable, SYLLABLE) == 0) return find_syllable(name + SYLLABLE, length - SYLLABLE);
  if (length > IDEOGRAPH && memcmp(name, ideograph, IDEOGRAPH) == 0) return find_ideograph(name + IDEOGRAPH, length - IDEOGRAPH);
  return find_name(name, length);
}
