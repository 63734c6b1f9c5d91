// cp1252: Latin-1 with letters and punctuation in place of most control characters from 0x80 to 0x9F.
#include "codec_int.h"

static const uint16_t cp1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

int codec_charmap_byte(uint32_t c) {
    if (c < 0x80 || (c >= 0xA0 && c < 0x100)) return (int)c;
    for (int i = 0; i < 32; i++)
        if (cp1252[i] == c && c) return 0x80 + i;
    return -1;
}

bool codec_decode_charmap(CodecRun *run, const CodecInput *in) {
    for (size_t at = 0; at < in->length;) {
        uint8_t byte = in->data[at];
        uint32_t c = byte >= 0x80 && byte < 0xA0 ? cp1252[byte - 0x80] : byte;
        size_t end = at + 1;
        if (c || !byte) str_builder_add_char(&run->out, c);
        else if (!codec_recover(run, in, at, &end, "character maps to <undefined>")) return false;
        at = end;
    }
    return true;
}
