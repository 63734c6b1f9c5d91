// The time module: clocks, sleeping, and calendar time as struct_time, a tuple of nine numbers with names.
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "struct_sequence.h"
#include "stdlib/runtime/attr.h"
#include "stdlib/runtime/class.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/heap.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"
#include "stdlib/runtime/ops.h"
#include "stdlib/runtime/str.h"
#include "stdlib/runtime/task.h"
#include "stdlib/runtime/tuple.h"

bool native_time_fill(Thread *t, Module *m);

static Value time_result(const void *o) { return o ? value_from_object(o) : VALUE_ERROR; }

// ---- clocks ----

static int64_t time_read_clock(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

#define TIME_CLOCKS(F)                                                                      \
    F(time, CLOCK_REALTIME) F(monotonic, CLOCK_MONOTONIC) F(perf_counter, CLOCK_MONOTONIC)  \
    F(process_time, CLOCK_PROCESS_CPUTIME_ID) F(thread_time, CLOCK_THREAD_CPUTIME_ID)

#define F(name, clock)                                                                  \
    static Value time_##name(Thread *t, Value *args, uint32_t nargs) {                  \
        return float_from_double(t, (double)time_read_clock(clock) * 1e-9);             \
    }                                                                                   \
    static Value time_##name##_ns(Thread *t, Value *args, uint32_t nargs) {             \
        return int_from_i64(t, time_read_clock(clock));                                 \
    }
TIME_CLOCKS(F)
#undef F

// false: exception pending.
static bool time_take_seconds(Thread *t, Value v, double *out) {
    if (value_is_float(v)) {
        *out = value_float(v);
        if (!isnan(*out)) return true;
        error_value(t, "Invalid value NaN (not a number)");
        return false;
    }
    Value i = int_index(t, v);
    if (value_is_error(i)) return false;
    bool ok;
    *out = int_to_double(t, i, &ok);
    return ok;
}

static Value time_sleep(Thread *t, Value *args, uint32_t nargs) {
    double seconds;
    if (!time_take_seconds(t, args[0], &seconds)) return VALUE_ERROR;
    if (seconds < 0) return error_value(t, "sleep length must be non-negative");
    if (seconds > 9e9) return error_raise(t, &class_OverflowError, "timestamp too large to convert to C _PyTime_t");
    struct timespec until = {.tv_sec = (time_t)seconds, .tv_nsec = (long)((seconds - floor(seconds)) * 1e9)};
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    until.tv_sec += now.tv_sec;
    until.tv_nsec += now.tv_nsec;
    if (until.tv_nsec >= 1000000000) until.tv_sec++, until.tv_nsec -= 1000000000;
    Registers registers;
    threads_leave(t, &registers);
    while (!interrupt_waits(t) && clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL) == EINTR) {}
    threads_enter(t, &registers);
    return task_check_cancelled(t) ? VALUE_NONE : VALUE_ERROR;
}

// ---- struct_time ----

#define TIME_FIELDS(F) \
    F(year, 0) F(mon, 1) F(mday, 2) F(hour, 3) F(min, 4) F(sec, 5) F(wday, 6) F(yday, 7) F(isdst, 8) F(zone, 9) F(gmtoff, 10)

enum { TIME_ITEMS = 9, TIME_ALL = 11 };

static Value time_class = VALUE_NONE;   // struct_time, a root
static Str *time_extra_name;            // where an instance keeps zone and offset

// The names beyond the nine items live in a tuple attribute.
static Value time_field(Value self, uint32_t i) {
    const Tuple *tuple = value_tuple(self);
    if (i < TIME_ITEMS) return i < tuple->length ? tuple->items[i] : VALUE_NONE;
    Value extra = object_get_field(value_object(self), time_extra_name);
    return value_is_tuple(extra) ? value_tuple(extra)->items[i - TIME_ITEMS] : VALUE_NONE;
}

#define F(name, i) \
    static Value time_get_##name(Thread *t, Value *args, uint32_t nargs) { return time_field(args[0], i); }
TIME_FIELDS(F)
#undef F

static const char *const time_names[] = {
#define F(name, i) "tm_" #name,
    TIME_FIELDS(F)
#undef F
};

static Value time_struct_repr(Thread *t, Value *args, uint32_t nargs) {
    StrBuilder b;
    str_builder_init(&b, t);
    str_builder_add_c(&b, "time.struct_time(");
    for (uint32_t i = 0; i < TIME_ITEMS; i++) {
        if (i) str_builder_add_c(&b, ", ");
        str_builder_add_c(&b, time_names[i]);
        str_builder_add_c(&b, "=");
        str_builder_add_repr(&b, time_field(args[0], i));
    }
    str_builder_add_c(&b, ")");
    return time_result(str_builder_take(&b));
}

static Value time_new_struct(Thread *t, Class *cls, const Value *items) {
    Tuple *o = (Tuple *)class_instantiate_sized(t, cls, TIME_ITEMS * sizeof(Value));
    if (!o) return VALUE_ERROR;
    o->length = TIME_ITEMS;
    memcpy(o->items, items, TIME_ITEMS * sizeof(Value));
    Tuple *extra = tuple_from(t, items + TIME_ITEMS, TIME_ALL - TIME_ITEMS);
    if (!extra || !object_set_field(t, &o->header, time_extra_name, value_from_object(extra))) return VALUE_ERROR;
    return value_from_object(o);
}

static Value time_struct_new(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_unbound(args[2]) && !value_is_dict(args[2])) return error_type(t, "time.struct_time() takes a dict as second arg, if any");
    Tuple *from = tuple_from_iterable(t, args[1]);
    if (!from) return VALUE_ERROR;
    if (from->length < TIME_ITEMS) return error_type(t, "time.struct_time() takes an at least 9-sequence (%zu-sequence given)", (size_t)from->length);
    if (from->length > TIME_ALL) return error_type(t, "time.struct_time() takes an at most 11-sequence (%zu-sequence given)", (size_t)from->length);
    Value items[TIME_ALL];
    for (uint32_t i = 0; i < TIME_ALL; i++) {
        Value named = value_is_dict(args[2]) && i >= from->length ? dict_get_str(value_dict(args[2]), str_intern_c(time_names[i])) : VALUE_UNBOUND;
        items[i] = i < from->length ? from->items[i] : value_is_unbound(named) ? VALUE_NONE : named;
    }
    return time_new_struct(t, (Class *)value_object(args[0]), items);
}

static const NativeDef time_struct_methods[] = {
    {"__new__", time_struct_new, "cls, sequence, dict=?", NATIVE_STATIC},
    {"__repr__", time_struct_repr, "self, /", 0},
#define F(name, i) {"tm_" #name, time_get_##name, "self, /", NATIVE_GETTER},
    TIME_FIELDS(F)
#undef F
    {}};

static Value time_from_tm(Thread *t, const struct tm *tm) {
    Str *zone = str_from_c(t, tm->tm_zone ? tm->tm_zone : "");
    if (!zone) return VALUE_ERROR;
    int fields[] = {tm->tm_year + 1900, tm->tm_mon + 1,        tm->tm_mday,     tm->tm_hour, tm->tm_min,
                    tm->tm_sec,         (tm->tm_wday + 6) % 7, tm->tm_yday + 1, tm->tm_isdst};
    Value items[TIME_ALL];
    for (int i = 0; i < TIME_ITEMS; i++) items[i] = value_from_small(fields[i]);
    items[9] = value_from_object(zone);
    items[10] = value_from_small(tm->tm_gmtoff);
    return time_new_struct(t, (Class *)value_object(time_class), items);
}

static bool time_take_field(Thread *t, Value v, int64_t *out) {
    if (!int_index_i64(t, v, out, true)) return false;
    if (*out == (int32_t)*out) return true;
    error_raise(t, &class_OverflowError, *out > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum");
    return false;
}

// false: exception pending.
static bool time_to_tm(Thread *t, const char *function, Value v, struct tm *tm) {
    if (!value_is_tuple(v)) {
        error_type(t, "Tuple or struct_time argument required");
        return false;
    }
    int64_t n[TIME_ITEMS];
    if (value_tuple(v)->length != TIME_ITEMS) {
        error_type(t, "%s(): illegal time tuple argument", function);
        return false;
    }
    for (int i = 0; i < TIME_ITEMS; i++)
        if (!time_take_field(t, value_tuple(v)->items[i], &n[i])) return false;
    *tm = (struct tm){.tm_year = (int)(n[0] - 1900), .tm_mon = (int)n[1] - 1, .tm_mday = (int)n[2], .tm_hour = (int)n[3], .tm_min = (int)n[4],
                      .tm_sec = (int)n[5], .tm_wday = (int)((n[6] + 1) % 7), .tm_yday = (int)n[7] - 1, .tm_isdst = (int)n[8]};
    Value zone = time_field(v, 9), offset = time_field(v, 10);
    if (value_is_str(zone)) tm->tm_zone = value_str(zone)->text;
    if (value_is_int(offset)) tm->tm_gmtoff = value_int(offset);
    return true;
}

static bool time_check_tm(Thread *t, struct tm *tm) {
    const char *wrong = NULL;
    if (tm->tm_mon == -1) tm->tm_mon = 0;
    if (tm->tm_mday == 0) tm->tm_mday = 1;
    if (tm->tm_yday == -1) tm->tm_yday = 0;
    if (tm->tm_mon < 0 || tm->tm_mon > 11) wrong = "month out of range";
    else if (tm->tm_mday < 0 || tm->tm_mday > 31) wrong = "day of month out of range";
    else if (tm->tm_hour < 0 || tm->tm_hour > 23) wrong = "hour out of range";
    else if (tm->tm_min < 0 || tm->tm_min > 59) wrong = "minute out of range";
    else if (tm->tm_sec < 0 || tm->tm_sec > 61) wrong = "seconds out of range";
    else if (tm->tm_wday < 0) wrong = "day of week out of range";
    else if (tm->tm_yday < 0 || tm->tm_yday > 365) wrong = "day of year out of range";
    if (wrong) error_value(t, "%s", wrong);
    return !wrong;
}

// ---- conversions ----

static bool time_take_moment(Thread *t, Value v, time_t *out) {
    double seconds;
    if (value_is_none(v)) {
        *out = time(NULL);
        return true;
    }
    if (!time_take_seconds(t, v, &seconds)) return false;
    if (!(fabs(seconds) < 0x1p62)) {
        error_raise(t, &class_OverflowError, "timestamp out of range for platform time_t");
        return false;
    }
    *out = (time_t)floor(seconds);
    return true;
}

static Value time_localtime(Thread *t, Value *args, uint32_t nargs) {
    time_t moment;
    struct tm tm;
    if (!time_take_moment(t, args[0], &moment)) return VALUE_ERROR;
    return localtime_r(&moment, &tm) ? time_from_tm(t, &tm) : error_os(t, errno, VALUE_NONE);
}

static Value time_gmtime(Thread *t, Value *args, uint32_t nargs) {
    time_t moment;
    struct tm tm;
    if (!time_take_moment(t, args[0], &moment)) return VALUE_ERROR;
    if (!gmtime_r(&moment, &tm)) return error_os(t, errno, VALUE_NONE);
    return time_from_tm(t, &tm);
}

static Value time_mktime(Thread *t, Value *args, uint32_t nargs) {
    struct tm tm;
    if (!time_to_tm(t, "mktime", args[0], &tm)) return VALUE_ERROR;
    tm.tm_wday = -1;
    time_t moment = mktime(&tm);
    if (moment == (time_t)-1 && tm.tm_wday == -1) return error_raise(t, &class_OverflowError, "mktime argument out of range");
    return float_from_double(t, (double)moment);
}

// The struct tm of an optional argument: now, if it is None.
static bool time_take_tm(Thread *t, const char *function, Value v, struct tm *tm) {
    if (!value_is_none(v)) return time_to_tm(t, function, v, tm) && time_check_tm(t, tm);
    time_t now = time(NULL);
    return localtime_r(&now, tm) != NULL;
}

static Value time_strftime(Thread *t, Value *args, uint32_t nargs) {
    struct tm tm;
    if (!value_is_str(args[0])) return error_type(t, "strftime() argument 1 must be str, not %A", args[0]);
    if (!time_take_tm(t, "strftime", args[1], &tm)) return VALUE_ERROR;
    const Str *format = value_str(args[0]);
    if (format->nbytes == 0) return value_from_object(str_empty());
    StrBuilder b;
    str_builder_init(&b, t);
    for (size_t room = 256;; room *= 2) {
        char *at = str_builder_reserve(&b, room);
        if (!at) return VALUE_ERROR;
        size_t n = strftime(at, room, format->text, &tm);
        if (n == 0 && room < 256 * (size_t)format->nbytes) continue;
        b.nbytes = n;
        return time_result(str_builder_take(&b));
    }
}

static Value time_strptime(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(args[1])) args[1] = value_from_object(str_intern_c("%a %b %d %H:%M:%S %Y"));
    for (int i = 0; i < 2; i++)
        if (!value_is_str(args[i])) return error_type(t, "strptime() argument %d must be str, not %A", i, args[i]);
    struct tm tm = {.tm_year = 0, .tm_mday = 1, .tm_isdst = -1};
    const char *end = strptime(value_str(args[0])->text, value_str(args[1])->text, &tm);
    if (!end) return error_value(t, "time data %R does not match format %R", args[0], args[1]);
    if (*end) return error_value(t, "unconverted data remains: %s", end);
    struct tm day = {.tm_year = tm.tm_year, .tm_mon = tm.tm_mon, .tm_mday = tm.tm_mday, .tm_hour = 12};
    timegm(&day);
    tm.tm_wday = day.tm_wday;
    tm.tm_yday = day.tm_yday;
    tm.tm_isdst = -1;
    tm.tm_zone = NULL;
    Value made = time_from_tm(t, &tm);
    if (value_is_error(made)) return made;
    Tuple *extra = tuple_from(t, (Value[]){VALUE_NONE, VALUE_NONE}, TIME_ALL - TIME_ITEMS);
    return extra && object_set_field(t, value_object(made), time_extra_name, value_from_object(extra)) ? made : VALUE_ERROR;
}

static Value time_text(Thread *t, const struct tm *tm) {
    static const char days[] = "SunMonTueWedThuFriSat", months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    return time_result(str_format_c(t, "%.3s %.3s%3d %.2d:%.2d:%.2d %d", days + 3 * tm->tm_wday, months + 3 * tm->tm_mon, tm->tm_mday,
                                    tm->tm_hour, tm->tm_min, tm->tm_sec, 1900 + tm->tm_year));
}

static Value time_asctime(Thread *t, Value *args, uint32_t nargs) {
    struct tm tm;
    return time_take_tm(t, "asctime", args[0], &tm) ? time_text(t, &tm) : VALUE_ERROR;
}

static Value time_ctime(Thread *t, Value *args, uint32_t nargs) {
    time_t moment;
    struct tm tm;
    if (!time_take_moment(t, args[0], &moment)) return VALUE_ERROR;
    return localtime_r(&moment, &tm) ? time_text(t, &tm) : error_os(t, errno, VALUE_NONE);
}

// ---- the module ----

static const NativeDef time_functions[] = {
#define F(name, clock) {#name, time_##name, "", 0}, {#name "_ns", time_##name##_ns, "", 0},
    TIME_CLOCKS(F)
#undef F
    {"sleep", time_sleep, "secs, /", 0},
    {"localtime", time_localtime, "secs=None, /", 0},
    {"gmtime", time_gmtime, "secs=None, /", 0},
    {"mktime", time_mktime, "tuple, /", 0},
    {"strftime", time_strftime, "format, tuple=None, /", 0},
    {"strptime", time_strptime, "string, format=?, /", 0},
    {"asctime", time_asctime, "tuple=None, /", 0},
    {"ctime", time_ctime, "secs=None, /", 0},
    {}};

static bool time_make_class(Thread *t) {
    heap_add_root(&time_class, 1);
    time_extra_name = str_intern_c("__extra__");
    Tuple *bases = tuple_from(t, (Value[]){value_from_object(&class_tuple)}, 1);
    Dict *ns = bases ? dict_new(t) : NULL;
    Str *name = str_intern_c("struct_time");
    if (!ns || !dict_set_str(t, ns, str_intern_c("__module__"), value_from_object(str_intern_c("time")))) return false;
    if (!struct_sequence_describe(t, ns, time_names, TIME_ITEMS, TIME_ALL)) return false;
    Class *cls = class_new(t, name, name, bases, ns, NULL);
    if (!cls) return false;
    cls->flags |= CLASS_QUALIFIED;
    time_class = value_from_object(cls);
    class_add_natives(cls, time_struct_methods);
    return true;
}

static void time_add_zone(Thread *t, Module *m) {
    tzset();
    Value names[] = {time_result(str_from_c(t, tzname[0])), time_result(str_from_c(t, tzname[1]))};
    module_add_value(t, m, "timezone", value_from_small(timezone));
    module_add_value(t, m, "altzone", value_from_small(timezone - (daylight ? 3600 : 0)));
    module_add_value(t, m, "daylight", value_from_small(daylight));
    Tuple *pair = tuple_from(t, names, 2);
    if (pair) module_add_value(t, m, "tzname", value_from_object(pair));
}

bool native_time_fill(Thread *t, Module *m) {
    if (value_is_none(time_class) && !time_make_class(t)) return false;
    module_add_natives(t, m, time_functions);
    module_add_value(t, m, "struct_time", time_class);
    time_add_zone(t, m);
    return !error_pending(t);
}
