#!/usr/bin/env bash
# Tries the package as a shop would: installs it, proves it, removes it; the shop must outlive it.
# Without root it is unpacked beside instead, which proves the same but dpkg's own part.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/system.sh
. packaging/system.sh
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
package=$PWD/dist/dangol_${version}_$(dpkg --print-architecture).deb
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
alone=(env -i "HOME=$place" PATH=/usr/bin:/bin LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen)

if [ "$(id -u)" -eq 0 ] && ! dpkg-query -W dangol >/dev/null 2>&1; then
    dpkg --install "$package" >"$place/dpkg.log" || { cat "$place/dpkg.log" >&2; exit 1; }
    command=/usr/bin/dangol-cli
    remove() { dpkg --remove dangol >"$place/dpkg.log" && ! [ -e /opt/dangol ] && ! [ -e /usr/bin/dangol ]; }
else
    echo "Not installed but unpacked: that takes root, and no other dangol."
    dpkg-deb --extract "$package" "$place/root"
    command=$place/root/opt/dangol/dangol-cli
    remove() { rm -rf "$place/root"; }
fi
status=0
(cd "$place" && "${alone[@]}" "$command" demo --people 20 --db "$place/shop.db") || status=1
(cd "$place" && "${alone[@]}" "$command" selftest --out "$place/report") || status=1
cat "$place/report"
before=$(sha256sum <"$place/shop.db")
remove || stop "it could not be removed whole."
[ "$(sha256sum <"$place/shop.db")" = "$before" ] || stop "the shop's file has changed."
echo "Removed; the shop is there, unchanged."
exit "$status"
