# Compiler flags, build types, the packages Otter stands on, and the build id.

find_program(OTTER_CCACHE ccache)
if(OTTER_CCACHE)
  set(CMAKE_C_COMPILER_LAUNCHER ${OTTER_CCACHE})
endif()
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR})
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_compile_options(-std=gnu23 -fvisibility=hidden -ffunction-sections -fdata-sections
  -fno-strict-aliasing -Wall -Wextra -Werror -Wno-unused-parameter)
add_compile_definitions(_GNU_SOURCE)
add_link_options(-fuse-ld=lld-22 -Wl,--gc-sections)

set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG" CACHE STRING "" FORCE)
set(CMAKE_C_FLAGS_DEV "-O1 -g -fno-omit-frame-pointer -DOTTER_DEV=1" CACHE STRING "" FORCE)
set(CMAKE_EXE_LINKER_FLAGS_RELEASE "-Wl,-O2" CACHE STRING "" FORCE)
set(CMAKE_EXE_LINKER_FLAGS_DEV "" CACHE STRING "" FORCE)
set(CMAKE_C_FLAGS_TSAN "-O1 -g -DNDEBUG" CACHE STRING "" FORCE)
set(CMAKE_EXE_LINKER_FLAGS_TSAN "" CACHE STRING "" FORCE)

# Sanitizers hang on the targets, not on the global flags: the archive linked into
# static executables must stay free of them in every build type. Fake stacks are
# off because the collector scans the native stack.
add_library(otter_sanitize INTERFACE)
if(CMAKE_BUILD_TYPE STREQUAL dev)
  set(sanitize -fsanitize=address,undefined -fno-sanitize=function,nonnull-attribute
    -fno-sanitize-recover=undefined -fsanitize-address-use-after-return=never)
  target_compile_options(otter_sanitize INTERFACE ${sanitize})
  target_link_options(otter_sanitize INTERFACE ${sanitize})
  set(OTTER_EXECUTABLE_SOURCES ${PROJECT_SOURCE_DIR}/cmake/sanitizer_defaults.c)
endif()

# Data races (tests/tsan.supp lists those that are meant).
if(CMAKE_BUILD_TYPE STREQUAL tsan)
  target_compile_options(otter_sanitize INTERFACE -fsanitize=thread)
  target_link_options(otter_sanitize INTERFACE -fsanitize=thread)
endif()

# Third-party code is linked statically, so that `otter` runs where only libc is.
foreach(lib tree-sitter xxhash tommath utf8proc)
  string(TOUPPER OTTER_LIB_${lib} var)
  string(REPLACE - _ var ${var})
  find_library(${var} NAMES lib${lib}.a REQUIRED)
endforeach()

find_program(OTTER_LLVM_CONFIG NAMES llvm-config-22 REQUIRED)
execute_process(COMMAND ${OTTER_LLVM_CONFIG} --includedir
  OUTPUT_VARIABLE OTTER_LLVM_INCLUDE OUTPUT_STRIP_TRAILING_WHITESPACE)
execute_process(COMMAND ${OTTER_LLVM_CONFIG} --libdir
  OUTPUT_VARIABLE OTTER_LLVM_LIBDIR OUTPUT_STRIP_TRAILING_WHITESPACE)

# LLVM's archives and what they need, as the run-time packages have it: the linker wants no more.
if(NOT CMAKE_CROSSCOMPILING)
  execute_process(COMMAND ${OTTER_LLVM_CONFIG} --link-static --libs native passes bitwriter orcjit
    OUTPUT_VARIABLE OTTER_LLVM_LIBS OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  separate_arguments(OTTER_LLVM_LIBS)
  execute_process(COMMAND ${CMAKE_C_COMPILER} -print-file-name=libstdc++.a
    OUTPUT_VARIABLE OTTER_LIB_STDCXX OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  find_library(OTTER_LIB_Z NAMES z libz.so.1 REQUIRED)
  find_library(OTTER_LIB_ZSTD NAMES zstd libzstd.so.1 REQUIRED)
  list(APPEND OTTER_LLVM_LIBS ${OTTER_LIB_STDCXX} ${OTTER_LIB_Z} ${OTTER_LIB_ZSTD})
endif()

# Debian's own Python is the tests' oracle; a version manager's shim is not.
set(OTTER_PYTHON /usr/bin/python3 CACHE FILEPATH "CPython 3.11")

# build_id.h is looked at on every build and rewritten only when it changes.
set(OTTER_GENERATED ${PROJECT_BINARY_DIR}/generated)
add_custom_target(otter_build_id
  COMMAND ${CMAKE_COMMAND} -DSOURCE=${PROJECT_SOURCE_DIR} -DOUT=${OTTER_GENERATED}/build_id.h
    -DVERSION=${PROJECT_VERSION} -DTYPE=${CMAKE_BUILD_TYPE}
    -P ${PROJECT_SOURCE_DIR}/cmake/BuildId.cmake
  BYPRODUCTS ${OTTER_GENERATED}/build_id.h
  COMMENT "build id")
