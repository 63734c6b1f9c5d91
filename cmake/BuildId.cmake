# Writes build_id.h: OTTER_VERSION ("0.1.0"), OTTER_BUILD_ID (commit, "+" when the
# tree differs from it) and OTTER_BUILD_TYPE.
execute_process(COMMAND git -C ${SOURCE} describe --always --dirty=+ --abbrev=12 --exclude=*
  OUTPUT_VARIABLE id OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE rc)
if(NOT rc EQUAL 0 OR id STREQUAL "")
  set(id "unversioned")
endif()
set(text "#pragma once
#define OTTER_VERSION \"${VERSION}\"
#define OTTER_BUILD_ID \"${id}\"
#define OTTER_BUILD_TYPE \"${TYPE}\"
")
set(old "")
if(EXISTS ${OUT})
  file(READ ${OUT} old)
endif()
if(NOT old STREQUAL text)
  file(WRITE ${OUT} "${text}")
endif()
