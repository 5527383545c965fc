#!/usr/bin/env bash
# Pictures of every screen with the demo shop, drawn without a display.
set -euo pipefail
cd "$(dirname "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export QT_QPA_PLATFORM=offscreen
.venv/bin/dangol-cli demo --db "$place/demo.db"
.venv/bin/dangol-cli screens --db "$place/demo.db" "$@" out/screens
