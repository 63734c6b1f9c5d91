// What compiled code knows of the program's classes, at run time.
#ifndef OTTER_NATIVE_CLASS_H
#define OTTER_NATIVE_CLASS_H

#include "compiler/native/native_module.h"
#include "stdlib/runtime/class.h"

// A class got, changed or lost attribute `name` (NULL: anything may have happened to it).
void native_class_changed(Class *cls, const Str *name);
// The classes that the module's cells stand for, to the collector.
void native_classes_trace(const NativeModule *n, Tracer *tracer);
// The module's code is given back.
void native_classes_forget(const NativeModule *n);

#endif
