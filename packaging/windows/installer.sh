#!/usr/bin/env bash
# Makes dist/Dangol-VERSION-setup.exe out of a built folder, with NSIS; on Linux and on Windows.
# Usage: packaging/windows/installer.sh FOLDER. QUICK=1 packs quickly instead of small.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
bin=.venv/bin
[ -d "$bin" ] || bin=.venv/Scripts
"$bin/python" packaging/icons.py build/windows/icons
mkdir -p dist

here=$PWD folder=$(cd "$1" && pwd)
if command -v cygpath >/dev/null; then # makensis there knows Windows' own paths alone
    here=$(cygpath -m "$here") folder=$(cygpath -m "$folder")
fi
makensis -V2 -INPUTCHARSET UTF8 "-DVERSION=$version" "-DSOURCE=$folder" \
    "-DICON=$here/build/windows/icons/dangol.ico" ${QUICK:+-DQUICK} \
    "-DOUT=$here/dist/Dangol-$version-setup.exe" "$here/packaging/windows/dangol.nsi"
