#!/usr/bin/env bash
# The tests: the suite in a real X window, then the suite without a screen.
# packaging/test.sh [x11|offscreen] runs one part alone.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/system.sh
. packaging/system.sh

pytest=(.venv/bin/python -m pytest)
without_screen=(env QT_QPA_PLATFORM=offscreen "${pytest[@]}")

# What failed is run once more, alone: a test that a busy machine made wait too long passes then,
# one that finds a fault does not.
alone=(--last-failed --last-failed-no-failures none -p no:randomly)

offscreen() {
    "${without_screen[@]}" -m 'not x11' -n 2 ||
        "${without_screen[@]}" -m 'not x11' "${alone[@]}"
}

in_a_window() {
    refusal='they need Xvfb on Linux'
    if [ "$(uname)" = Linux ] && install_missing "${x11_packages[@]}"; then
        install_missing "${reader_packages[@]}" ||
            echo "The test that hears the program as a screen reader does is skipped: $refusal."
        packaging/x11.sh "${pytest[@]}" -m x11 ||
            packaging/x11.sh "${pytest[@]}" -m x11 "${alone[@]}"
    else
        echo "The tests in a real X window are skipped: $refusal."
    fi
}

case "${1:-all}" in
all)
    status=0
    in_a_window || status=1
    offscreen || status=1
    exit "$status"
    ;;
x11) in_a_window ;;
offscreen) offscreen ;;
*) stop "packaging/test.sh knows x11 and offscreen, not '$1'." ;;
esac
