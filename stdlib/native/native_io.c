// _io: the classes of file objects, for the io module.
#include "stdlib/runtime/class.h"
#include "stdlib/runtime/file.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"

bool native__io_fill(Thread *t, Module *m);

static const NativeDef functions[] = {
    {"open", file_open, FILE_OPEN_SIGNATURE, 0},
    {},
};

bool native__io_fill(Thread *t, Module *m) {
    module_add_natives(t, m, functions);
    module_add_value(t, m, "TextIOWrapper", value_from_object(&class_file));
    module_add_value(t, m, "BufferedReader", value_from_object(&class_binary_reader));
    module_add_value(t, m, "BufferedWriter", value_from_object(&class_binary_writer));
    module_add_value(t, m, "BufferedRandom", value_from_object(&class_binary_random));
    module_add_value(t, m, "UnsupportedOperation", value_from_object(&class_UnsupportedOperation));
    return true;
}
