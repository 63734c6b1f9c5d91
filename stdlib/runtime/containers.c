#include "containers.h"

void containers_init(void) {
    tuple_init();
    list_init();
    list_iter_init();
    dict_init();
    dict_iter_init();
    dict_views_init();
    mappingproxy_init();
    namespace_init();
    set_init();
    range_init();
    range_iter_init();
    slice_init();
    iter_init();
    iter_tools_init();
}
