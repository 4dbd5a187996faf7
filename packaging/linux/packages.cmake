# SPDX-License-Identifier: GPL-3.0-or-later
# The .deb, built on Debian 12 for it and what came after, and the .rpm.
set(CPACK_GENERATOR DEB RPM)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
# Inter is what the window is drawn in where it is there; Wayland's plugin is a package of its own; passwords are
# kept by the desktop's own service.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-inter, qt6-wayland, gnome-keyring | kwalletmanager")

set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE "GPL-3.0-or-later")
set(CPACK_RPM_PACKAGE_SUMMARY "Desktop manager of customers in a file or in PostgreSQL")
set(CPACK_RPM_PACKAGE_GROUP "Applications/Databases")
set(CPACK_RPM_COMPRESSION_TYPE xz)
set(CPACK_RPM_PACKAGE_REQUIRES "hicolor-icon-theme")
set(CPACK_RPM_PACKAGE_RECOMMENDS "(rsms-inter-fonts or inter-fonts)")
set(CPACK_RPM_PACKAGE_RELOCATABLE OFF)
set(CPACK_RPM_SPEC_MORE_DEFINE "%define _build_id_links none
%global __provides_exclude_from ^/usr/lib/clientele/
%global __requires_exclude ^libxlsxwriter")
set(CPACK_RPM_CHANGELOG_FILE ${CMAKE_CURRENT_BINARY_DIR}/changelog.rpm)
string(TIMESTAMP CLIENTELE_BUILT "%a %b %d %Y" UTC)
file(WRITE ${CPACK_RPM_CHANGELOG_FILE}
    "* ${CLIENTELE_BUILT} The Clientele developers <developers@clientele.org> - ${PROJECT_VERSION}-1\n"
    "- What is new is told in changelog.gz.\n")
# Folders that belong to the system, not to us.
set(CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
    /usr/share/applications /usr/share/metainfo /usr/share/mime /usr/share/mime/packages /usr/share/man
    /usr/share/man/man1 /usr/share/icons /usr/share/icons/hicolor)
foreach(size 16x16 22x22 24x24 32x32 48x48 64x64 128x128 256x256 512x512 scalable)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION
        /usr/share/icons/hicolor/${size} /usr/share/icons/hicolor/${size}/apps)
endforeach()
