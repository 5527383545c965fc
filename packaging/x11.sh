#!/usr/bin/env bash
# Runs a command in a real X window system of its own: Xvfb on a free display, with openbox.
# Whatever happens, both are gone afterwards. Usage: packaging/x11.sh COMMAND [ARGUMENT...]
set -euo pipefail

started=()
place=$(mktemp -d)
clean_up() {
    [ "${#started[@]}" -eq 0 ] || kill "${started[@]}" 2>/dev/null || true
    wait
    rm -rf "$place"
}
trap clean_up EXIT

mkfifo "$place/display"
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$place/display" >"$place/xvfb.log" 2>&1 &
started+=($!)
if ! read -r -t 30 number <"$place/display"; then
    cat "$place/xvfb.log" >&2
    exit 1
fi
export DISPLAY=":$number" QT_QPA_PLATFORM=xcb

openbox --sm-disable >"$place/openbox.log" 2>&1 &
started+=($!)
for _ in $(seq 100); do
    xprop -root _NET_SUPPORTED 2>/dev/null | grep -q _NET_ACTIVE_WINDOW && break
    sleep 0.1
done

"$@"
