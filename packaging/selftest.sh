#!/usr/bin/env bash
# Proves the built folder: copied away from the checkout, started with an empty environment, it
# must pass its own self-test and (where there is Xvfb) open its window.
set -euo pipefail
cd "$(dirname "$0")/.."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cp -R dist/dangol "$place/dangol"
mkdir "$place/home"

alone=("HOME=$place/home" PATH=/usr/bin:/bin LANG=C.UTF-8)
# Windows finds its own libraries, folders and fonts by these names; elsewhere they are unset.
for name in SYSTEMROOT WINDIR TEMP TMP USERPROFILE LOCALAPPDATA APPDATA QT_QPA_FONTDIR; do
    [ -z "${!name:-}" ] || alone+=("$name=${!name}")
done

status=0
env -i "${alone[@]}" QT_QPA_PLATFORM=offscreen "$place/dangol/dangol-cli" selftest \
    --out "$place/report" || status=$?
cat "$place/report" || true
[ "$status" -eq 0 ] || exit "$status"

if command -v Xvfb >/dev/null; then
    # shellcheck disable=SC2016  # the inner shell knows the display
    packaging/x11.sh bash -c 'packaging/opens.sh env -i "DISPLAY=$DISPLAY" "$@"' - \
        "${alone[@]}" "$place/dangol/dangol"
fi
