#!/usr/bin/env bash
# Brings requirements.lock up to date with pyproject.toml, for every system and Python at once.
# UPGRADE=1 takes the newest releases. The file names no place to fetch from.
set -euo pipefail
cd "$(dirname "$0")/.."
lock=$(mktemp)
trap 'rm -f "$lock"' EXIT
[ -n "${UPGRADE:-}" ] || cp requirements.lock "$lock" 2>/dev/null || true # keeps what is pinned
.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate \
    --no-header pyproject.toml --group dev -o "$lock" >/dev/null
{
    echo '# Every package with its hashes, for all systems. Made by "make lock".'
    cat "$lock"
} >requirements.lock
