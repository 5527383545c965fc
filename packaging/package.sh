#!/usr/bin/env bash
# Builds the program as one folder, dist/dangol, that needs neither Python nor this checkout.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
[ -d "$bin" ] || bin=.venv/Scripts # Windows
for ts in resources/i18n/*.ts; do
    "$bin/pyside6-lrelease" -silent "$ts" -qm "${ts%.ts}.qm"
done
"$bin/python" packaging/icons.py build/icons
"$bin/python" -m PyInstaller --noconfirm --log-level ERROR --distpath dist --workpath build/frozen \
    packaging/dangol.spec
"$bin/python" packaging/sizes.py dist/dangol
