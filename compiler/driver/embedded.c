#include "embedded.h"

#include <string.h>

#include "compiler/bytecode/serial.h"
#include "modules_id.h"

// Made by precompile/precompile.c.
alignas(SERIAL_ALIGN) static const uint8_t image[] = {
#embed "modules.bin"
};

typedef struct {
    uint64_t name, image, length;
} Entry;

const BcModule *embedded_find(Arena *arena, const char *dotted) {
    uint64_t count;
    memcpy(&count, image, sizeof count);
    const Entry *entries = (const Entry *)(image + sizeof count);
    char message[128];
    for (uint64_t i = 0; i < count; i++)
        if (strcmp((const char *)image + entries[i].name, dotted) == 0)
            return serial_read(arena, image + entries[i].image, entries[i].length, message, sizeof message);
    return NULL;
}
