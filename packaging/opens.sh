#!/usr/bin/env bash
# Proves that a program opens a window and ends well when that is closed; used under x11.sh.
# Usage: packaging/opens.sh PROGRAM [ARGUMENT...]
set -euo pipefail

"$@" &
program=$!
trap 'kill "$program" 2>/dev/null || true' EXIT

window=''
for _ in $(seq 300); do
    window=$(xdotool search --onlyvisible --pid "$program" 2>/dev/null | tail -n 1) || true
    [ -z "$window" ] || break
    kill -0 "$program" 2>/dev/null || { echo "It ended before it had a window." >&2; exit 1; }
    sleep 0.1
done
[ -n "$window" ] || { echo "It opened no window within 30 seconds." >&2; exit 1; }
echo "It opened the window '$(xdotool getwindowname "$window")'."

# A key pressed before the window manager is ready is lost: it is pressed again while the window
# is there. A program that stays without a window, or does not heed the key, has failed.
for _ in 1 2 3 4 5 6; do
    xdotool windowactivate --sync "$window" key alt+F4 2>/dev/null || true
    xdotool keyup alt keyup F4 # the window is gone before it hears the release
    for _ in $(seq 50); do
        if ! kill -0 "$program" 2>/dev/null; then
            wait "$program"
            exit
        fi
        sleep 0.1
    done
    xdotool search --onlyvisible --pid "$program" >/dev/null 2>&1 || break
    echo "Its window is still there; the key is pressed again."
done
echo "It did not end within 5 seconds after its window was closed." >&2
exit 1
