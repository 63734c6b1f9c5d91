// Sanitizer options of dev builds. What lives until the process ends is not freed by hand (arenas of
// a session, the collected heap), so a leak report says nothing.
const char *__asan_default_options(void);

__attribute__((visibility("default"))) const char *__asan_default_options(void) { return "detect_leaks=0"; }
