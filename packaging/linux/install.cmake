# SPDX-License-Identifier: GPL-3.0-or-later
# What lies beside the programs on Linux, by freedesktop.org's and the FHS's rules.
set(CMAKE_INSTALL_DOCDIR share/doc/clientele)
include(GNUInstallDirs)
install(TARGETS clientele clientelectl)

# Each Debian has another libxlsxwriter, so that a package that depends on one would not install on the next.
option(CLIENTELE_BUNDLE_XLSXWRITER "Install libxlsxwriter with the programs (our packages do)" OFF)
if(CLIENTELE_BUNDLE_XLSXWRITER)
    file(REAL_PATH ${XLSXWRITER_LIBRARY} xlsxwriter)
    install(FILES ${xlsxwriter} DESTINATION lib/clientele/lib) # so deep that CPack calls no ldconfig
    file(GLOB licence /usr/share/doc/libxlsxwriter[0-9]*/copyright)
    install(FILES ${licence} DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME libxlsxwriter.copyright)
    set_target_properties(clientele clientelectl PROPERTIES INSTALL_RPATH "$ORIGIN/../lib/clientele/lib")
endif()

set(ID org.clientele.Clientele)
set(LINUX ${PROJECT_SOURCE_DIR}/packaging/linux)
install(FILES ${LINUX}/${ID}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${LINUX}/${ID}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${LINUX}/${ID}.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/packaging/icons/hicolor DESTINATION ${CMAKE_INSTALL_DATADIR}/icons)
install(FILES ${LINUX}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Packed without name and time, so that the same source makes the same package.
function(clientele_install_packed source name destination)
    set(packed ${CMAKE_CURRENT_BINARY_DIR}/${name}.gz)
    add_custom_command(OUTPUT ${packed} COMMAND gzip -9nc ${source} > ${packed} DEPENDS ${source} VERBATIM)
    add_custom_target(pack_${name} ALL DEPENDS ${packed})
    add_dependencies(clientele pack_${name})
    install(FILES ${packed} DESTINATION ${destination})
endfunction()

foreach(page clientele clientelectl)
    configure_file(${LINUX}/man/${page}.1 ${CMAKE_CURRENT_BINARY_DIR}/${page}.1 @ONLY)
    clientele_install_packed(${CMAKE_CURRENT_BINARY_DIR}/${page}.1 ${page}.1 ${CMAKE_INSTALL_MANDIR}/man1)
endforeach()
clientele_install_packed(${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog ${CMAKE_INSTALL_DOCDIR})
string(TIMESTAMP CLIENTELE_BUILT "%a, %d %b %Y %H:%M:%S +0000" UTC) # SOURCE_DATE_EPOCH, where it is set
configure_file(${LINUX}/changelog.Debian.in ${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian @ONLY)
clientele_install_packed(${CMAKE_CURRENT_BINARY_DIR}/changelog.Debian changelog.Debian ${CMAKE_INSTALL_DOCDIR})
