#!/usr/bin/env bash
# Opens Dangol; where no display can be reached, says so and makes the picture tour.
set -euo pipefail
cd "$(dirname "$0")/.."

has_display() {
    [ "$(uname)" = Darwin ] && return
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return
    # Qt aborts when the display that is named cannot be reached: better in a child of ours.
    (ulimit -c 0 && .venv/bin/python -c 'from PySide6.QtGui import QGuiApplication as A; A([])') \
        >/dev/null 2>&1
}

if has_display; then
    exec .venv/bin/dangol
fi
echo "There is no display here for a window, so this makes the tour: pictures of every screen."
exec packaging/screens.sh --few
