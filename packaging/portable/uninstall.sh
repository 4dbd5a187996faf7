#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes away what install.sh put here and elsewhere. Customers and settings stay.
#
#   uninstall.sh [--quiet]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ -e "$here/installed" ] || { echo "$here was not installed by install.sh: simply remove the folder." >&2; exit 1; }
data=$(cat "$here/data-folder" 2>/dev/null || true)
above=$(cat "$here/above" 2>/dev/null || true)

# Menus, file types and icons are looked up in caches where desktops have them; without, they see the files by themselves.
refresh() {
    [ -n "$data" ] || return 0
    ! command -v update-desktop-database >/dev/null || update-desktop-database -q "$data/applications" 2>/dev/null || true
    ! command -v update-mime-database >/dev/null || update-mime-database "$data/mime" >/dev/null 2>&1 || true
    ! command -v gtk-update-icon-cache >/dev/null || gtk-update-icon-cache -qtf "$data/icons/hicolor" 2>/dev/null || true
}
if [ "${1:-}" = --refresh ]; then
    refresh
    exit 0
fi

# Backwards, so that folders are empty when their turn comes.
sed '1!G;h;$!d' "$here/installed" | while read -r path; do
    if [ -d "$path" ] && [ ! -L "$path" ]; then rmdir "$path" 2>/dev/null || true; else rm -f "$path"; fi
done
refresh
# Of the tree only what is ours: bin/data may hold a person's book.
for part in bin/clientele bin/clientelectl bin/qt.conf lib plugins share licences README.txt VERSION installed data-folder above uninstall.sh; do
    rm -rf "${here:?}/$part"
done
if rmdir "$here/bin" "$here" 2>/dev/null; then
    printf '%s\n' "$above" | while read -r folder; do
        [ -z "$folder" ] || rmdir "$folder" 2>/dev/null || true
    done
else
    echo "$here is kept, because it holds files that are not Clientele's." >&2
fi
[ "${1:-}" = --quiet ] || echo "Clientele is gone. Your customers and settings are where they were."
