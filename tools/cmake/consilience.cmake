# How every module of the project is built. Modules call these functions and nothing else.
#
#   consilience_library(NAME SOURCES a.cc ... [DEPENDS base absl::status ...])   one module, linked as consilience::NAME
#   consilience_embed(TARGET SYMBOL FILE)                       FILE's bytes as consilience::SYMBOL()
#   consilience_test(NAME SOURCES a_test.cc ... DEPENDS ...)    one GoogleTest program, one CTest entry
#   consilience_benchmark(NAME SOURCES a_bench.cc ... DEPENDS ...)
#   consilience_fuzzer(NAME SOURCES a_fuzz.cc DEPENDS ...)      libFuzzer under CONSILIENCE_FUZZ, else a corpus replay

find_package(absl REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(ZLIB REQUIRED)
find_package(simdjson REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)

add_library(consilience_options INTERFACE)
set_target_properties(consilience_options PROPERTIES EXPORT_NAME options)
# -ffp-contract=off: a fused multiply-add on one machine and not on another would change results.
# -Wno-restrict: GCC 12 sees an overlap in `"literal" + string` where there is none (its bug 105651).
# What is asked of our own code is not asked of our users'.
target_compile_options(consilience_options INTERFACE
  $<BUILD_INTERFACE:-Wall;-Wextra;-Wpedantic;-Wconversion;-ffp-contract=off;$<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>>
  $<$<BOOL:${CONSILIENCE_WERROR}>:$<BUILD_INTERFACE:-Werror>>)
target_compile_features(consilience_options INTERFACE cxx_std_20)
if(CONSILIENCE_SANITIZE)
  target_compile_options(consilience_options INTERFACE -fsanitize=${CONSILIENCE_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(consilience_options INTERFACE -fsanitize=${CONSILIENCE_SANITIZE})
endif()
if(CONSILIENCE_FUZZ)
  target_compile_options(consilience_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
target_include_directories(consilience_options INTERFACE
  $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/consilience>)
# System headers: their warnings are not ours to mend.
set_property(GLOBAL PROPERTY CONSILIENCE_LIBRARIES "")

function(consilience_depends target visibility)
  foreach(dependency ${ARGN})
    if(TARGET consilience_${dependency} OR dependency MATCHES "^[a-z]+$")
      target_link_libraries(${target} ${visibility} consilience::${dependency})
    else()
      target_link_libraries(${target} ${visibility} ${dependency})
    endif()
  endforeach()
endfunction()

function(consilience_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_library(consilience_${name} STATIC ${ARG_SOURCES})
  add_library(consilience::${name} ALIAS consilience_${name})
  set_target_properties(consilience_${name} PROPERTIES EXPORT_NAME ${name})
  target_link_libraries(consilience_${name} PUBLIC consilience_options)
  consilience_depends(consilience_${name} PUBLIC ${ARG_DEPENDS})
  set_property(GLOBAL APPEND PROPERTY CONSILIENCE_LIBRARIES consilience_${name})
endfunction()

function(consilience_embed target symbol file)
  get_filename_component(path ${file} ABSOLUTE)
  set(assembly ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.S)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.cc)
  file(CONFIGURE OUTPUT ${assembly} @ONLY CONTENT [[
    .section .rodata
    .global consilience_embedded_@symbol@_begin
    .global consilience_embedded_@symbol@_end
    .balign 16
consilience_embedded_@symbol@_begin:
    .incbin "@path@"
consilience_embedded_@symbol@_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
]])
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
#include <cstddef>

#include "absl/strings/string_view.h"

extern "C" const char consilience_embedded_@symbol@_begin[];
extern "C" const char consilience_embedded_@symbol@_end[];

namespace consilience {
absl::string_view @symbol@();
absl::string_view @symbol@() {
  return {consilience_embedded_@symbol@_begin,
          static_cast<std::size_t>(consilience_embedded_@symbol@_end - consilience_embedded_@symbol@_begin)};
}
}  // namespace consilience
]])
  set_property(SOURCE ${assembly} APPEND PROPERTY OBJECT_DEPENDS ${path})
  target_sources(${target} PRIVATE ${assembly} ${source})
endfunction()

function(consilience_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE consilience_options GTest::gmock GTest::gtest_main)
  target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE CONSILIENCE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
    CONSILIENCE_BINARY_DIR="${PROJECT_BINARY_DIR}")
  consilience_depends(${name} PRIVATE ${ARG_DEPENDS})
  add_test(NAME ${name} COMMAND ${name})
endfunction()

function(consilience_benchmark name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE consilience_options benchmark::benchmark_main)
  target_compile_definitions(${name} PRIVATE CONSILIENCE_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  consilience_depends(${name} PRIVATE ${ARG_DEPENDS})
endfunction()

function(consilience_fuzzer name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE consilience_options)
  consilience_depends(${name} PRIVATE ${ARG_DEPENDS})
  if(CONSILIENCE_FUZZ)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  else()
    target_sources(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests/fuzz/replay_main.cc)
  endif()
  add_test(NAME ${name} COMMAND ${name} ${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${name})
  if(CONSILIENCE_FUZZ)
    set_tests_properties(${name} PROPERTIES DISABLED TRUE)
  endif()
endfunction()
