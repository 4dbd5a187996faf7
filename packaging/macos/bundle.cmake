# SPDX-License-Identifier: GPL-3.0-or-later
# Clientele.app and the disk image it comes in. Written by the documentation, never run: see README.md beside it.
set(MACOS ${PROJECT_SOURCE_DIR}/packaging/macos)
set(icon ${PROJECT_SOURCE_DIR}/packaging/icons/clientele.icns)
target_sources(clientele PRIVATE ${icon})
set_source_files_properties(${icon} TARGET_DIRECTORY clientele PROPERTIES MACOSX_PACKAGE_LOCATION Resources)
set_target_properties(clientele PROPERTIES MACOSX_BUNDLE ON OUTPUT_NAME Clientele
    MACOSX_BUNDLE_INFO_PLIST ${MACOS}/Info.plist.in)
install(TARGETS clientele BUNDLE DESTINATION .)
install(PROGRAMS $<TARGET_FILE:clientelectl> DESTINATION Clientele.app/Contents/MacOS)
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION Clientele.app/Contents/Resources)

# macdeployqt brings Qt's libraries and plugins, and what the program links beside: libpq, SQLite, libxlsxwriter.
# clientelectl, which lies beside it, shares them.
install(CODE "
    set(app \"\${CMAKE_INSTALL_PREFIX}/Clientele.app\")
    execute_process(COMMAND \"$<TARGET_FILE_DIR:Qt6::qmake>/macdeployqt\" \"\${app}\"
        \"-executable=\${app}/Contents/MacOS/clientelectl\" COMMAND_ERROR_IS_FATAL ANY)
    set(identity - )
    if(NOT \"\$ENV{CLIENTELE_SIGN_IDENTITY}\" STREQUAL \"\")
        set(identity \"\$ENV{CLIENTELE_SIGN_IDENTITY}\" --timestamp --options runtime
            --entitlements \"${MACOS}/clientele.entitlements\")
    endif()
    execute_process(COMMAND codesign --force --deep --sign \${identity} \"\${app}\" COMMAND_ERROR_IS_FATAL ANY)")

set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME Clientele)
set(CPACK_PACKAGE_FILE_NAME clientele-${PROJECT_VERSION}-macos-${CMAKE_SYSTEM_PROCESSOR})
