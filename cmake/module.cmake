# One target per module: knotmap_module(NAME [SOURCES ...] [LINK targets ...]).
# Headers are included from the repository's root: #include "engine/core/result.h".
# Without SOURCES, every .cpp in or below the folder belongs to the module.

add_library(knotmap_options INTERFACE)
target_include_directories(knotmap_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(knotmap_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(KNOTMAP_STRICT)
  target_compile_options(knotmap_options INTERFACE -Werror)
endif()
if(KNOTMAP_SANITIZE)
  target_compile_options(knotmap_options INTERFACE -fsanitize=address,undefined
                                                   -fno-sanitize-recover=undefined)
  target_link_options(knotmap_options INTERFACE -fsanitize=address,undefined)
endif()
if(KNOTMAP_FUZZ)
  target_compile_options(knotmap_options INTERFACE
    -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined
    -Wno-sign-conversion) # clang's -Wconversion warns about more than gcc's
endif()

function(knotmap_module NAME)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
  if(NOT ARG_SOURCES)
    file(GLOB_RECURSE ARG_SOURCES CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  endif()
  if(NOT ARG_SOURCES)
    add_library(knotmap_${NAME} INTERFACE)
    return()
  endif()
  add_library(knotmap_${NAME} STATIC ${ARG_SOURCES})
  target_link_libraries(knotmap_${NAME} PUBLIC knotmap_options ${ARG_LINK})
  # Baking the body in a build without optimisation would take minutes.
  target_compile_options(knotmap_${NAME} PRIVATE $<$<CONFIG:Debug>:-O2>)
endfunction()
