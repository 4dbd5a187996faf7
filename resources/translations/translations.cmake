# SPDX-License-Identifier: GPL-3.0-or-later
# Texts in other languages are part of the programs, under :/translations, so that no package can
# forget them. The target translations brings the .ts files up to date with the sources.
set(CLIENTELE_TRANSLATIONS ${CMAKE_CURRENT_LIST_DIR})

# Compiles clientele_LANGUAGE.ts into TARGET, and Qt's own words beside it where they are installed.
function(clientele_add_translation target language)
    set(ts ${CLIENTELE_TRANSLATIONS}/clientele_${language}.ts)
    set(qm ${CMAKE_CURRENT_BINARY_DIR}/clientele_${language}.qm)
    add_custom_command(OUTPUT ${qm}
        COMMAND Qt6::lrelease -silent -removeidentical ${ts} -qm ${qm}
        DEPENDS ${ts} VERBATIM)
    set(files ${qm})
    find_file(CLIENTELE_QTBASE_${language} qtbase_${language}.qm NO_CMAKE_FIND_ROOT_PATH
        PATHS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_TRANSLATIONS} ${QT_HOST_PATH}/share/qt6/translations)
    if(CLIENTELE_QTBASE_${language} AND NOT language STREQUAL "en")
        list(APPEND files ${CLIENTELE_QTBASE_${language}})
    endif()
    foreach(file IN LISTS files)
        get_filename_component(name ${file} NAME)
        set_source_files_properties(${file} PROPERTIES QT_RESOURCE_ALIAS ${name})
    endforeach()
    qt_add_resources(${target} translations_${language} PREFIX /translations FILES ${files})
endfunction()

# Locations would change with every line that is added somewhere.
set(lupdate Qt6::lupdate -silent -I . -extensions cpp,h -locations none -no-obsolete core ui app)
add_custom_target(translations
    COMMAND ${lupdate} -ts ${CLIENTELE_TRANSLATIONS}/clientele_de.ts
    COMMAND ${lupdate} -pluralonly -ts ${CLIENTELE_TRANSLATIONS}/clientele_en.ts
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} VERBATIM)
