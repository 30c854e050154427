# Catalogues of translations: assets/lang/CODE/knotmap.po is compiled to lang/CODE/knotmap.mo beside
# the program, and the pseudo-language qps is made from the English texts (docs/add-a-language.md).
find_program(MSGFMT msgfmt REQUIRED)
find_program(MSGCAT msgcat REQUIRED)
find_program(MSGEN msgen REQUIRED)

# knotmap_catalogues(OUTPUT_FOLDER): the target of that name makes them all.
function(knotmap_catalogues FOLDER)
  set(LANG ${CMAKE_SOURCE_DIR}/assets/lang)
  file(GLOB TEMPLATES CONFIGURE_DEPENDS ${LANG}/*.pot)
  set(ENGLISH ${CMAKE_CURRENT_BINARY_DIR}/english)
  set(PSEUDO ${FOLDER}/qps/knotmap.mo)
  add_custom_command(OUTPUT ${PSEUDO}
    COMMAND ${CMAKE_COMMAND} -E make_directory ${FOLDER}/qps
    COMMAND ${MSGCAT} -o ${ENGLISH}.pot ${TEMPLATES}
    COMMAND ${MSGEN} -o ${ENGLISH}.po ${ENGLISH}.pot
    COMMAND ${MSGFMT} -o ${ENGLISH}.mo ${ENGLISH}.po
    COMMAND knotmap_pseudo ${ENGLISH}.mo ${PSEUDO}
    DEPENDS ${TEMPLATES} knotmap_pseudo
    COMMENT "Making the pseudo-language" VERBATIM)
  set(CATALOGUES ${PSEUDO})
  file(GLOB TRANSLATIONS CONFIGURE_DEPENDS ${LANG}/*/knotmap.po)
  foreach(TRANSLATION ${TRANSLATIONS})
    get_filename_component(CODE ${TRANSLATION} DIRECTORY)
    get_filename_component(CODE ${CODE} NAME)
    add_custom_command(OUTPUT ${FOLDER}/${CODE}/knotmap.mo
      COMMAND ${CMAKE_COMMAND} -E make_directory ${FOLDER}/${CODE}
      COMMAND ${MSGFMT} --check -o ${FOLDER}/${CODE}/knotmap.mo ${TRANSLATION}
      DEPENDS ${TRANSLATION} VERBATIM)
    list(APPEND CATALOGUES ${FOLDER}/${CODE}/knotmap.mo)
  endforeach()
  add_custom_target(knotmap_catalogues ALL DEPENDS ${CATALOGUES})
endfunction()
