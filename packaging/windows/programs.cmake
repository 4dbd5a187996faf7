# SPDX-License-Identifier: GPL-3.0-or-later
# What makes a program of Windows of a target: its icon, its version and its manifest.
set(CLIENTELE_ICON "${PROJECT_SOURCE_DIR}/packaging/icons/clientele.ico")

function(clientele_windows_program target description)
    set(resource "${CMAKE_CURRENT_BINARY_DIR}/${target}.rc")
    configure_file("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/program.rc.in" "${resource}" @ONLY)
    set_source_files_properties("${resource}" PROPERTIES
        OBJECT_DEPENDS "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/program.manifest;${CLIENTELE_ICON}")
    target_sources(${target} PRIVATE "${resource}")
endfunction()
