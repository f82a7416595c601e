#!/bin/sh
# Proves that a machine with nothing but git and sh runs the guide: an empty system is made by debootstrap
# in a folder, the committed state of this repository is cloned into it, and a command is run there, timed.
# Needs root and debootstrap. docs/how-to/prove-on-a-bare-machine.md explains it.
#
#   prove_bare.sh --mirror URL [--suite NAME] [--folder DIR] [--bind PATH]... [--install "PACKAGES"]
#                 [--copy PATH]... [--keep] [-- COMMAND...]
#
#   --mirror URL      where debootstrap finds the distribution
#   --suite NAME      which release of it (default: bookworm)
#   --folder DIR      where the empty system is kept between proofs (default: a folder in the system's /var/tmp)
#   --bind PATH       a file or folder of this machine that is seen at the same place in there, read-only:
#                     certificates, pip's configuration, a local index
#   --install "NAMES" packages installed before the clock starts, for proofs without ./run
#   --copy PATH       a folder copied to /proof, for proofs of the bundle
#   --keep            leave the used system for a look inside
#
# Variables whose names start with PIP_ and SSL_CERT_ are handed on. The default command is `./run`, and
# the same again.
set -eu

house=$(dirname -- "$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")")
suite=bookworm
folder=/var/tmp/heritage-kiosk-proof
mirror=""
binds=""
packages=""
copies=""
keep=""
while [ $# -gt 0 ]; do
    case $1 in
        --mirror) mirror=$2; shift 2 ;;
        --suite) suite=$2; shift 2 ;;
        --folder) folder=$2; shift 2 ;;
        --bind) binds="$binds $2"; shift 2 ;;
        --install) packages=$2; shift 2 ;;
        --copy) copies="$copies $2"; shift 2 ;;
        --keep) keep=yes; shift ;;
        --) shift; break ;;
        *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
    esac
done
if [ -z "$mirror" ] || [ "$(id -u)" != 0 ]; then
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2
    exit 2
fi

empty=$folder/$suite
root=$folder/$suite-used
if [ ! -e "$empty/made" ]; then
    rm -rf -- "$empty"
    mkdir -p "$empty"
    debootstrap --variant=minbase --include=git "$suite" "$empty/root" "$mirror" >"$empty/debootstrap.log"
    touch "$empty/made"
fi

# What is mounted in here is seen by nobody else, and goes with its last process.
if [ "${KIOSK_PROOF_INSIDE-}" != yes ]; then
    set -- ${keep:+--keep} -- "$@"
    for path in $copies; do set -- --copy "$path" "$@"; done
    for path in $binds; do set -- --bind "$path" "$@"; done
    KIOSK_PROOF_INSIDE=yes exec unshare --mount --pid --fork --kill-child -- \
        "$0" --mirror "$mirror" --suite "$suite" --folder "$folder" --install "$packages" "$@"
fi

rm -rf -- "$root"
cp -a -- "$empty/root" "$root"
mount -t proc proc "$root/proc"
cp /etc/resolv.conf "$root/etc/resolv.conf"
for path in $binds; do
    if [ -d "$path" ]; then
        mkdir -p "$root$path"
    else
        mkdir -p "$(dirname -- "$root$path")"
        : >"$root$path"
    fi
    mount --bind -o ro "$path" "$root$path"
done
mkdir -p "$root/origin"
mount --bind -o ro "$house" "$root/origin"
for path in $copies; do
    mkdir -p "$root/proof"
    cp -a -- "$path" "$root/proof/"
done

inside() {
    # shellcheck disable=SC2046
    env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb \
        $(env | grep -E '^(PIP_|SSL_CERT_)' | grep -v ' ') \
        chroot "$root" sh -c "$1"
}

timed() {
    printf '== %s\n' "$1"
    began=$(date +%s.%N)
    status=0
    inside "$1" || status=$?
    printf '== exit %s after %s s\n' "$status" "$(awk "BEGIN { printf \"%.1f\", $(date +%s.%N) - $began }")"
    return "$status"
}

if [ -n "$packages" ]; then
    inside "apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $packages >/dev/null"
fi
inside "command -v python3" && printf '== python3 is here before the first command\n'
outcome=0
if [ $# -gt 0 ]; then
    timed "$*" || outcome=$?
else
    inside "git -c safe.directory='*' clone -q /origin /house"
    timed "cd /house && ./run" || outcome=$?
    timed "cd /house && ./run" || outcome=$?
    timed "cd /house && ./run --version" || outcome=$?
fi
umount -R "$root/origin" "$root/proc"
for path in $binds; do
    umount "$root$path"
done
if [ -z "$keep" ]; then
    rm -rf -- "$root"
fi
exit "$outcome"
