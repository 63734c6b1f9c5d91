# otter_layer(NAME DIRS dir... [USES layer...] [RUNTIME])
#
# A static library of every .c file in DIRS (relative to the repository's root, not
# recursive). Its headers are found by bare name ("arena.h") or by path
# ("compiler/base/arena.h"), and only by the layers that say USES: an include that
# runs up does not compile. RUNTIME layers also go into libotter_rt.a.
# A folder that has no sources yet gives an empty library.

file(WRITE ${PROJECT_BINARY_DIR}/generated/empty.c.in "typedef int OtterEmptyLayer;\n")
configure_file(${PROJECT_BINARY_DIR}/generated/empty.c.in
  ${PROJECT_BINARY_DIR}/generated/empty.c COPYONLY)

function(otter_layer_sources out)
  set(sources)
  foreach(dir ${ARGN})
    file(GLOB found CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${dir}/*.c)
    list(APPEND sources ${found})
  endforeach()
  if(NOT sources)
    set(sources ${PROJECT_BINARY_DIR}/generated/empty.c)
  endif()
  set(${out} ${sources} PARENT_SCOPE)
endfunction()

function(otter_layer_includes target scope)
  foreach(dir ${ARGN})
    target_compile_options(${target} ${scope} "SHELL:-iquote ${PROJECT_SOURCE_DIR}/${dir}")
  endforeach()
  target_compile_options(${target} ${scope} "SHELL:-iquote ${PROJECT_SOURCE_DIR}"
    "SHELL:-iquote ${OTTER_GENERATED}")
endfunction()

function(otter_layer name)
  cmake_parse_arguments(L "RUNTIME" "" "DIRS;USES" ${ARGN})
  otter_layer_sources(sources ${L_DIRS})
  add_library(${name} STATIC ${sources})
  otter_layer_includes(${name} PUBLIC ${L_DIRS})
  target_link_libraries(${name} PUBLIC ${L_USES} PRIVATE otter_sanitize)
  if(L_RUNTIME)
    set_property(GLOBAL APPEND PROPERTY OTTER_RUNTIME_LAYERS ${name})
    # Nothing unwinds native frames in a finished executable, which is the smaller for it.
    if(NOT CMAKE_BUILD_TYPE MATCHES "^(dev|tsan)$")
      target_compile_options(${name} PRIVATE -fno-asynchronous-unwind-tables -fno-unwind-tables)
    endif()
    if(CMAKE_BUILD_TYPE MATCHES "^(dev|tsan)$")
      otter_plain_twin(${name} "${L_USES}" ${sources})
    endif()
  endif()
endfunction()

# The same sources again, without sanitizers, for the runtime archive of a dev build.
function(otter_plain_twin name uses)
  add_library(${name}_plain STATIC ${ARGN})
  target_compile_options(${name}_plain PRIVATE $<TARGET_PROPERTY:${name},INTERFACE_COMPILE_OPTIONS>)
  foreach(used ${uses})
    target_compile_options(${name}_plain PRIVATE
      $<TARGET_PROPERTY:${used},INTERFACE_COMPILE_OPTIONS>)
  endforeach()
endfunction()

# libotter_rt.a: all that a static executable needs besides libc, in one file, so that
# `otter build` depends on no package of the machine it runs on.
function(otter_runtime_archive)
  get_property(layers GLOBAL PROPERTY OTTER_RUNTIME_LAYERS)
  set(archive ${PROJECT_BINARY_DIR}/libotter_rt.a)
  set(script "CREATE ${archive}\n")
  set(targets)
  foreach(layer ${layers})
    if(TARGET ${layer}_plain)
      set(layer ${layer}_plain)
    endif()
    string(APPEND script "ADDLIB $<TARGET_FILE:${layer}>\n")
    list(APPEND targets ${layer})
  endforeach()
  foreach(lib ${OTTER_LIB_XXHASH} ${OTTER_LIB_TOMMATH})
    string(APPEND script "ADDLIB ${lib}\n")
  endforeach()
  string(APPEND script "SAVE\nEND\n")
  file(GENERATE OUTPUT ${PROJECT_BINARY_DIR}/generated/otter_rt.mri CONTENT "${script}")
  add_custom_command(OUTPUT ${archive}
    COMMAND ${CMAKE_COMMAND} -E rm -f ${archive}
    COMMAND ${CMAKE_AR} -M < ${PROJECT_BINARY_DIR}/generated/otter_rt.mri
    DEPENDS ${targets} ${PROJECT_BINARY_DIR}/generated/otter_rt.mri
    COMMENT "libotter_rt.a" VERBATIM)
  add_custom_target(otter_rt ALL DEPENDS ${archive})
endfunction()
