#!/usr/bin/env bash
# Brings the translation file up to date with the texts in ui/; then finish it in Qt Linguist.
set -euo pipefail
cd "$(dirname "$0")/.."
sources=()
while read -r source; do sources+=("$source"); done < <(find ui -name '*.py' | sort)
mkdir -p resources/i18n
.venv/bin/pyside6-lupdate "${sources[@]}" -no-obsolete -locations none \
    -source-language en -target-language ko -ts resources/i18n/dangol_ko.ts
