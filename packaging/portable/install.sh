#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs the tree in which it lies: for everybody, or for whoever calls it.
#
#   install.sh [--user | --all] [--prefix FOLDER]
#
# --user    into ~/.local/opt/clientele, with links in ~/.local/bin; so it is unless root calls
# --all     into /opt/clientele, with links in /usr/local/bin; so it is when root calls
# --prefix  into this folder instead of those
# What is there of an older version is replaced. Customers and settings are never touched.
set -eu
umask 022 # the installer that unpacks this lets nobody else read
here=$(cd "$(dirname "$0")" && pwd)
id=org.clientele.Clientele

fail() { printf '%s\n' "$*" >&2; exit 1; }

whom=user
prefix=
[ "$(id -u)" != 0 ] || whom=all
while [ $# -gt 0 ]; do
    case $1 in
    --user) whom=user ;;
    --all) whom=all ;;
    --prefix) [ $# -gt 1 ] || fail "--prefix needs a folder."; prefix=$2; shift ;;
    --help | -h) sed -n '3,/^set/{/^set/!s/^# \{0,1\}//p}' "$0"; exit 0 ;;
    *) fail "install.sh does not know \"$1\". There are --user, --all and --prefix FOLDER." ;;
    esac
    shift
done
if [ "$whom" = all ]; then
    [ "$(id -u)" = 0 ] || fail "Installing for everybody needs root: sudo sh $0 --all. Without root there is --user."
    prefix=${prefix:-/opt/clientele} links=/usr/local/bin data=/usr/local/share
else
    prefix=${prefix:-$HOME/.local/opt/clientele} links=$HOME/.local/bin data=${XDG_DATA_HOME:-$HOME/.local/share}
fi
case $prefix in /*) ;; *) prefix=$PWD/$prefix ;; esac
case $prefix in *['"\`$%']*) fail "The folder's name must not hold any of \" \\ \` \$ %." ;; esac

missing=$(ldd "$here/bin/clientele" | sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u | tr '\n' ' ')
[ -z "$missing" ] || fail "This system lacks libraries that every desktop has: ${missing% }. Install them with its" \
    "package manager (on Debian: libfontconfig1 libharfbuzz0b), then try again."

# An older one goes first, with what it put elsewhere; what is no Clientele is left alone.
if [ -e "$prefix" ]; then
    [ -x "$prefix/uninstall.sh" ] && [ -e "$prefix/VERSION" ] || fail "$prefix is there already and holds no Clientele. --prefix FOLDER installs elsewhere."
    "$prefix/uninstall.sh" --quiet
fi

# Folders above that have to be made for it, the deepest first.
above=
missing=$(dirname "$prefix")
while [ ! -d "$missing" ]; do
    above="$above$missing
"
    missing=$(dirname "$missing")
done
mkdir -p "$prefix"
list=$prefix/installed
cp -R "$here/." "$prefix/"
# Of what was copied alone: bin/data may hold a person's book.
(cd "$here" && find . -mindepth 1) | while read -r path; do chmod u=rwX,go=rX "$prefix/$path"; done
rm -f "$prefix/install.sh"
: >"$list"

# put FILE DESTINATION: notes the file, and the folders that had to be made for it.
folder() {
    [ -d "$1" ] || { folder "$(dirname "$1")"; mkdir "$1"; printf '%s\n' "$1" >>"$list"; }
}
put() { folder "$(dirname "$2")"; cp "$1" "$2"; chmod 644 "$2"; printf '%s\n' "$2" >>"$list"; }

folder "$links"
for program in clientele clientelectl; do
    [ ! -e "$links/$program" ] || [ -L "$links/$program" ] || fail "$links/$program is there already, and no link of Clientele's."
    ln -sf "$prefix/bin/$program" "$links/$program"
    printf '%s\n' "$links/$program" >>"$list"
done
sed "s|^Exec=clientele|Exec=\"$prefix/bin/clientele\"|; s|^TryExec=.*|TryExec=$prefix/bin/clientele|" \
    "$here/share/applications/$id.desktop" >"$prefix/share/applications/$id.desktop"
put "$prefix/share/applications/$id.desktop" "$data/applications/$id.desktop"
put "$here/share/metainfo/$id.metainfo.xml" "$data/metainfo/$id.metainfo.xml"
put "$here/share/mime/packages/$id.xml" "$data/mime/packages/$id.xml"
for page in clientele clientelectl; do put "$here/share/man/man1/$page.1.gz" "$data/man/man1/$page.1.gz"; done
(cd "$here/share/icons/hicolor" && find . -type f) | sed 's|^\./||' | while read -r icon; do
    put "$here/share/icons/hicolor/$icon" "$data/icons/hicolor/$icon"
done
printf '%s\n' "$data" >"$prefix/data-folder"
printf '%s' "$above" >"$prefix/above"
"$prefix/uninstall.sh" --refresh

echo "Clientele $(cat "$prefix/VERSION") is installed in $prefix. It is in the menu, and starts by $links/clientele."
echo "$prefix/uninstall.sh takes it away again."
