#!/usr/bin/env bash
# Makes dist/dangol_VERSION_ARCHITECTURE.deb out of dist/dangol.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/system.sh
. packaging/system.sh
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
architecture=$(dpkg --print-architecture)
root=build/linux/root
[ -x dist/dangol/dangol ] || stop "there is no dist/dangol yet: make package."

rm -rf "$root"
mkdir -p "$root/opt" "$root/usr/bin" "$root/usr/share/applications" "$root/usr/share/mime/packages" \
    "$root/usr/share/icons/hicolor/256x256/apps" "$root/usr/share/icons/hicolor/scalable/apps" \
    "$root/usr/share/doc/dangol" "$root/DEBIAN"
cp -R dist/dangol "$root/opt/dangol"
ln -s /opt/dangol/dangol "$root/usr/bin/dangol"
ln -s /opt/dangol/dangol-cli "$root/usr/bin/dangol-cli"
cp packaging/linux/dangol.desktop "$root/usr/share/applications/"
cp packaging/linux/dangol.xml "$root/usr/share/mime/packages/"
cp build/icons/dangol.png "$root/usr/share/icons/hicolor/256x256/apps/"
cp resources/logo.svg "$root/usr/share/icons/hicolor/scalable/apps/dangol.svg"
cp LICENSE "$root/usr/share/doc/dangol/copyright"

# Either name of a package will do: Debian 13 and Ubuntu 24.04 renamed it ('t64').
depends='libglib2.0-0 | libglib2.0-0t64, libegl1, libgl1, libdbus-1-3, libfontconfig1, libxkbcommon0, libxcb-cursor0'
cat >"$root/DEBIAN/control" <<END
Package: dangol
Version: $version
Architecture: $architecture
Maintainer: Dangol <dangol@example.com>
Installed-Size: $(du -sk "$root/opt" | cut -f 1)
Depends: $depends
Recommends: fonts-noto-cjk | fonts-nanum
Section: office
Priority: optional
Description: Customer book of a small shop
 Customers, purchases, tasks and deals of one shop, on one PC, without the Internet.
 Data stay in the home of whoever uses it; removing the package leaves them there.
END
find "$root" -type d -exec chmod 755 {} +
dpkg-deb --root-owner-group -Zzstd --build "$root" "dist/dangol_${version}_$architecture.deb" >/dev/null
rm -rf "$root"
.venv/bin/python packaging/sizes.py dist/dangol "dist/dangol_${version}_$architecture.deb"
