#!/usr/bin/env bash
# apt-install.sh PACKAGE... : installs the Debian packages that are missing. Needs root or sudo only when one is.
set -euo pipefail

missing=()
if command -v dpkg-query >/dev/null; then
  for package in "$@"; do
    dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q ' installed$' || missing+=("$package")
  done
else
  missing=("$@")
fi
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
  echo "Missing here: ${missing[*]} (Debian's names). Only Debian and its kin are installed automatically:" \
    "install them with this system's package manager and run the command again." >&2
  exit 3
fi
if [ "$(id -u)" -eq 0 ]; then root=()
elif command -v sudo >/dev/null; then root=(sudo)
else
  echo "Missing here: ${missing[*]}. As root: apt-get install -y ${missing[*]}" >&2
  exit 3
fi

install() {
  echo "Installing ${missing[*]} ..." >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive flock /var/lock/platform-apt.lock sh -c '
    apt-get -o DPkg::Lock::Timeout=300 -qq update &&
    apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 -qq install -y --no-install-recommends "$@" >/dev/null' install "${missing[@]}" >&2 </dev/null
}
# Another apt-get update at the same moment deletes half-fetched packages: one more try is the cure.
install || { echo "apt failed, trying once more" >&2; sleep 5; install; }
