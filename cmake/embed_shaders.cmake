# knotmap_embed_shaders(TARGET FOLDER): compiles every shader of FOLDER into TARGET, again whenever
# one changes. Run as a script (cmake -P) with FOLDER, OUTPUT it writes the C++ file itself.
if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB_RECURSE FILES RELATIVE ${FOLDER} ${FOLDER}/*.vert ${FOLDER}/*.frag ${FOLDER}/*.glsl)
  list(SORT FILES)
  set(TEXT "// Written by cmake/embed_shaders.cmake from shaders/.\n")
  string(APPEND TEXT "#include \"engine/render/embedded_shaders.h\"\n\nnamespace knotmap::render {\n")
  string(APPEND TEXT "\nconst std::vector<EmbeddedShader>& embeddedShaders() {\n")
  string(APPEND TEXT "    static const std::vector<EmbeddedShader> shaders{\n")
  foreach(NAME ${FILES})
    file(READ ${FOLDER}/${NAME} SOURCE)
    string(APPEND TEXT "        {\"${NAME}\", R\"glsl(${SOURCE})glsl\"},\n")
  endforeach()
  string(APPEND TEXT "    };\n    return shaders;\n}\n\n} // namespace knotmap::render\n")
  file(WRITE ${OUTPUT} "${TEXT}")
  return()
endif()

set(KNOTMAP_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})

function(knotmap_embed_shaders TARGET FOLDER)
  file(GLOB_RECURSE FILES CONFIGURE_DEPENDS ${FOLDER}/*.vert ${FOLDER}/*.frag ${FOLDER}/*.glsl)
  set(OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/embedded_shaders.cpp)
  add_custom_command(
    OUTPUT ${OUTPUT}
    COMMAND ${CMAKE_COMMAND} -DFOLDER=${FOLDER} -DOUTPUT=${OUTPUT} -P ${KNOTMAP_EMBED_SCRIPT}
    DEPENDS ${FILES} ${KNOTMAP_EMBED_SCRIPT}
    COMMENT "Embedding the shaders")
  target_sources(${TARGET} PRIVATE ${OUTPUT})
endfunction()
