# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2015,SC2016 # A && B || { C; }: C is for both; what inner shells read
# What the scripts beside this file share: clean systems, and words for what holds. Needs root, debootstrap and Xvfb.
#
# The bases of the systems are made once and kept in ~/.cache/clientele/systems, or where CLIENTELE_SYSTEMS says, with
# what apt downloaded for them. Remove the folder to begin anew.
#   CLIENTELE_DEBIAN=URL    Debian's mirror, where debootstrap's own choice will not do
root_of_tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$root_of_tree" || exit
systems=${CLIENTELE_SYSTEMS:-$HOME/.cache/clientele/systems}
# shellcheck disable=SC2034 # for who sources this
packages=$root_of_tree/build/packages
pictures=$root_of_tree/build/verify
export CLIENTELE_VERIFYING=1
work="" screen="" failures=0

fail() { printf '%s\n' "$*" >&2; exit 1; }
[ "$(id -u)" = 0 ] || fail "Making a clean system needs root."
./dev need verify

tidy_up() {
    stop_server
    [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
    [ -z "$work" ] || rm -rf --one-file-system "$work"
}
trap tidy_up EXIT
work=$(mktemp -d "${TMPDIR:-/tmp}/clientele-verify.XXXXXX")
mkdir -p "$systems" "$pictures"

# ---------------------------------------------------------------- what holds

check() { # SENTENCE COMMAND...: whether it holds
    if "${@:2}"; then echo "ok      $1"; else
        echo "failed  $1"
        failures=$((failures + 1))
    fi
}
is_equal() { [ "$1" = "$2" ] || { diff <(echo "$2") <(echo "$1") | sed 's/^/        /' | head -20; return 1; }; }
is_quiet() { # COMMAND...: it ends well and says nothing
    local said
    said=$("$@" 2>&1) && [ -z "$said" ] || { sed 's/^/        /' <<<"$said" | head -20; return 1; }
}
quietly() { # COMMAND...: what it says is shown only where it fails
    "$@" >"$work/said" 2>&1 || { sed 's/^/        /' "$work/said" | tail -20; return 1; }
}
shown() { "$@" 2>&1 | sed 's/^/        /'; } # COMMAND...: what it says belongs to the report
at_most() { [ "$1" -le "$2" ] || { echo "        $1 is more than $2"; return 1; }; }
conclude() {
    echo
    [ "$failures" = 0 ] || { echo "$failures failed."; exit 1; }
    echo "All held, in ${SECONDS} s."
}

# ---------------------------------------------------------------- clean systems

# Makes FOLDER a new system of RELEASE, with nothing but what each Debian has.
new_system() { # RELEASE FOLDER
    local base=$systems/$1.tar
    if [ ! -e "$base" ]; then
        echo "(making the base of $1, once)"
        local made=$systems/$1.new
        rm -rf --one-file-system "$made"
        debootstrap --variant=minbase "$1" "$made" ${CLIENTELE_DEBIAN:+"$CLIENTELE_DEBIAN"} >"$systems/$1.log" 2>&1 ||
            fail "debootstrap of $1 failed: $(tail -3 "$systems/$1.log")"
        tar -C "$made" -cf "$base.new" . && mv "$base.new" "$base"
        rm -rf --one-file-system "$made"
    fi
    mkdir -p "$2" "$systems/$1-archives/partial"
    tar -C "$2" -xf "$base"
    printf 'APT::Install-Recommends "false";\nAPT::Sandbox::User "root";\nDpkg::Use-Pty "false";\n' >"$2/etc/apt/apt.conf.d/90verify"
    printf "#!/bin/sh\nexit 101\n" >"$2/usr/sbin/policy-rc.d" && chmod +x "$2/usr/sbin/policy-rc.d"
    echo "$systems/$1-archives" >"$2.archives"
}

# Runs a command in FOLDER's system, with mounts and processes of its own that end with it.
inside() { # FOLDER COMMAND...
    local folder=$1
    shift
    # shellcheck disable=SC2016 # the inner shell's
    unshare --mount --pid --fork --kill-child bash -c '
        set -e
        mount -t proc proc "$1/proc"
        mount --rbind /dev "$1/dev"
        mount --bind "$(cat "$1.archives")" "$1/var/cache/apt/archives"
        if [ -n "$2" ]; then mkdir -p "$1/source"; mount --bind "$2" "$1/source"; fi
        root=$1 shown=$3
        shift 3
        exec chroot "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
            HOME=/root LC_ALL=C.UTF-8 TZ=Europe/Berlin DEBIAN_FRONTEND=noninteractive ${shown:+"DISPLAY=$shown"} "$@"
    ' _ "$folder" "${mounted_source:-}" "${DISPLAY:-}" "$@" </dev/null
}
as_user() { # FOLDER COMMAND...: as the person who uses that system
    inside "$1" setpriv --reuid 1000 --regid 1000 --clear-groups env HOME=/home/anna \
        XDG_RUNTIME_DIR=/run/user/1000 "${@:2}"
}
add_user() {
    inside "$1" useradd --create-home --uid 1000 --shell /bin/bash anna
    install -d -m 700 -o 1000 -g 1000 "$1/run/user/1000"
}
install_in() { # FOLDER PACKAGE...
    inside "$1" apt-get update -q >"$work/apt.log" 2>&1 && inside "$1" apt-get install -yq "${@:2}" >>"$work/apt.log" 2>&1 ||
        { tail -20 "$work/apt.log"; return 1; }
}

# Every file of the system, and what is in it, but for what apt and the people of the system keep.
files_of() { # FOLDER
    (cd "$1" && find . -path ./proc -prune -o -path ./dev -prune -o -path ./tmp -prune -o -path ./var/lib/apt -prune -o \
        -path ./var/cache -prune -o -path ./var/log -prune -o -path ./var/lib/dpkg -prune -o -path ./home -prune -o \
        -path ./root -prune -o -path ./run -prune -o -printf '%y %p %l\n' | LC_ALL=C sort)
}
digests_of() { (cd "$1" && find . -type f -exec sha256sum {} + | LC_ALL=C sort -k2); } # FOLDER

# A screen that programs of a clean system reach too: its socket has an abstract name.
open_screen() {
    local number
    Xvfb -displayfd 6 -screen 0 1600x1000x24 -nolisten tcp -ac 6>"$work/display" 2>"$work/xvfb.log" &
    screen=$!
    for _ in {1..100}; do [ -s "$work/display" ] && break; sleep 0.1; done
    number=$(cat "$work/display")
    [ -n "$number" ] || fail "Xvfb did not start: $(cat "$work/xvfb.log")"
    export DISPLAY=:$number
}

satisfy_in() { # FOLDER RELATIONS...: as a package's Depends has them
    inside "$1" apt-get update -q >"$work/apt.log" 2>&1 && inside "$1" apt-get satisfy -yq "${@:2}" >>"$work/apt.log" 2>&1 ||
        { tail -20 "$work/apt.log"; return 1; }
}

# Files of the system's with our name.
ours_in() { (cd "$1" && find . -xdev \( -path ./proc -o -path ./tmp -o -path ./home -o -path ./root -o -path ./var/cache/apt \) -prune -o \
    -iname '*clientele*' -print | LC_ALL=C sort); }

# ---------------------------------------------------------------- a server, on this machine's own loopback

as_server() { runuser -u postgres -- "$@"; }
stop_server() { [ ! -e "$work/database/postmaster.pid" ] || as_server "$binaries/pg_ctl" -D "$work/database" -m immediate stop >/dev/null; }

# PostgreSQL with SCRAM and TLS; $url is its database for who has $certificate in $work.
start_server() {
    local database=$work/database port
    binaries=$(pg_config --bindir)
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext "subjectAltName=DNS:localhost,IP:127.0.0.1" \
        -keyout "$work/server.key" -out "$work/server.crt" 2>/dev/null
    chmod 755 "$work"
    install -d -m 700 -o postgres "$database"
    install -m 644 <(echo "sesame öffne") "$work/password"
    as_server "$binaries/initdb" -D "$database" -U clerk -A scram-sha-256 --pwfile="$work/password" -E UTF8 --locale=C.UTF-8 >/dev/null
    install -m 600 -o postgres "$work"/server.{key,crt} "$database/"
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    as_server "$binaries/pg_ctl" -D "$database" -w -l "$database/log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c ssl=on -c fsync=off" start >/dev/null
    url="postgresql://clerk:sesame%20%C3%B6ffne@127.0.0.1:$port/postgres?sslmode=verify-full&sslrootcert=/home/anna/server.crt"
}

# ---------------------------------------------------------------- wine

# A Windows of its own, which ends with the script.
use_wine() {
    export WINEPREFIX=$work/machine WINEARCH=win64 WINEDEBUG=-all WINEDLLOVERRIDES="mscoree=;mshtml="
    wine=$(command -v wine64 || echo /usr/lib/wine/wine64)
    server=$(command -v wineserver64 || echo /usr/lib/wine/wineserver64)
    trap '"$server" -k || true; tidy_up' EXIT
}
to_windows() { printf 'Z:%s' "${1//\//\\}"; } # FILE: its name there

# ---------------------------------------------------------------- the programs, as a person uses them

check_data() { # SHARE: what lies beside the programs is as freedesktop.org wants it
    local page
    check "the desktop file is valid" is_quiet desktop-file-validate "$1/applications/org.clientele.Clientele.desktop"
    check "the metainfo is valid" quietly appstreamcli validate --no-net --no-color "$1/metainfo/org.clientele.Clientele.metainfo.xml"
    for page in clientele clientelectl; do
        check "man has nothing to warn of in $page(1)" is_quiet env LC_ALL=C.UTF-8 MANWIDTH=80 \
            sh -c 'man --warnings -E UTF-8 -l -Tutf8 -Z "$1" >/dev/null' _ "$1/man/man1/$page.1.gz"
    done
}

made_up_customers() {
    echo "name,email,phone"
    for ((i = 1; i <= 2000; ++i)); do
        echo "Zoë Müller $i,zoe$i@example.org,+49 30 $((1000000 + i))"
    done
}

holding() { # WORD SAMPLE: how many of its rows have the word in the name or the e-mail
    python3 - "$@" <<'END'
import csv, sys
with open(sys.argv[2], encoding="utf-8") as sample:
    print(sum(any(sys.argv[1] in row[column].lower() for column in ("First Name", "Last Name", "Email"))
              for row in csv.DictReader(sample)))
END
}

# The person's folder, from before the first start: imports, searches, exports, and settings.
use_programs() { # SYSTEM NAME CLIENTELE CLIENTELECTL
    local home=$1/home/anna rows
    mapping=()
    if [ -n "${CLIENTELE_SAMPLE-}" ]; then
        cp "$CLIENTELE_SAMPLE" "$home/customers.csv"
        mapping=(--map "name=First Name+Last Name" --map "email=Email" --map "phone=Phone 1")
        searched=Heather expected=$(holding heather "$CLIENTELE_SAMPLE")
    else
        made_up_customers >"$home/customers.csv"
        searched="Müller 1234" expected=1
    fi
    cp "$work/server.crt" "$home/" && chmod 644 "$home/server.crt"
    check "clientelectl tells its version" shown as_user "$1" "$4" --version
    check "the walkthrough is what it should be" is_equal \
        "$(as_user "$1" "$4" --url sqlite:////home/anna/walkthrough.db walkthrough)" "$(cat tests/data/walkthrough.txt)"
    check "the window comes up on a new book" quietly as_user "$1" env QT_QPA_PLATFORM=offscreen "$3" --screenshot /tmp/first.png
    rows=$(as_user "$1" "$4" --json import /home/anna/customers.csv "${mapping[@]}" --rejects /home/anna/rejects.csv | tail -1)
    echo "        $rows"
    check "every row of an import is accounted for" python3 -c "
import json, sys
r = json.loads(sys.argv[1])
assert r['rows'] > 0 and r['rows'] == sum(r[k] for k in ('created', 'updated', 'unchanged', 'skipped', 'rejected'))
assert r['rejected'] == 0" "$rows"
    check "a connection is saved" quietly as_user "$1" "$4" profile add Sales postgresql://anna@127.0.0.1/sales
    check "the window shows the customers" quietly as_user "$1" "$3" --screenshot "/tmp/$2-customers.png"
    cp "$1/tmp/$2-customers.png" "$pictures/" || true
    check_use_after "$1" "$4"
}

check_use_after() { # SYSTEM CLIENTELECTL: the book and the settings still answer
    check "one is found by a part of the name" is_equal "$(as_user "$1" "$2" count --search "$searched")" "$expected"
    check "the first ones are listed" shown as_user "$1" "$2" list --limit 2
    check "what is exported is read again" as_user "$1" bash -o pipefail -c \
        '"$1" export - | "$1" import - --dry-run --on-duplicate skip >/dev/null 2>&1' _ "$2"
    check "the saved connection is there" grep -q Sales <(as_user "$1" "$2" profile list)
}

check_self_tests() { # SYSTEM NAME CLIENTELE: off screen, on a screen, and with a server over TLS
    local log
    for log in offscreen screen server; do
        local options=(--selftest --log "/tmp/$log.log" --screenshot "/tmp/$log.png") platform=()
        case $log in
        offscreen) platform=(QT_QPA_PLATFORM=offscreen) ;;
        server) options+=(--url "$url") ;;
        esac
        check "the self-test holds: $log" shown as_user "$1" env "${platform[@]}" "$3" "${options[@]}"
        cp "$1/tmp/$log.png" "$pictures/$2-$log.png" || failures=$((failures + 1))
    done
}
