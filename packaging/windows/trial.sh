#!/usr/bin/env bash
# Tries the installer as a shop would, under Wine: installs, proves what was installed, looks at its
# window, installs over it, has it update itself, removes it; the shop's data must outlive all of it.
# Usage: packaging/windows/trial.sh [--if-built]; the picture is out/windows.png. --if-built: where
# build.sh could not make an installer, there is nothing to try, and that is no failure.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=packaging/system.sh
. packaging/system.sh
# shellcheck source=packaging/windows/wine.sh
. packaging/windows/wine.sh
# shellcheck source=packaging/windows/update.sh
. packaging/windows/update.sh

if [ "${1:-}" = --if-built ] && ! command -v wine >/dev/null; then
    echo "There is no Wine here, so there is no program for Windows to try."
    exit
fi
if [ -z "${IN_WINDOW:-}" ]; then
    IN_WINDOW=1 exec packaging/x11.sh "$0" "$@"
fi

version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
setup=dist/Dangol-$version-setup.exe
picture=out/windows.png
wine_environment
trap stop_wine EXIT

# Where Windows' folders are in this Wine.
user=$(find "$WINEPREFIX/drive_c/users" -mindepth 1 -maxdepth 1 ! -name Public | head -n 1)
installed=$user/AppData/Local/Programs/Dangol
data=$user/AppData/Roaming/Dangol
start_menu="$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/단골.lnk"
desktop=$user/Desktop/단골.lnk
uninstall='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\Dangol'

shown() { xdotool search --onlyvisible --name '단골|Dangol' 2>/dev/null | tail -n 1; }
said() { printf '  %s\n' "$*"; }
there() {
    for file; do [ -e "$file" ] || stop "this is missing: $file"; done
}
gone() {
    for file; do [ ! -e "$file" ] || stop "this is still there: $file"; done
}
value() { in_wine reg query "$1" /v "$2" | tr -d '\r' | sed -n 's/.*REG_[A-Z]* *//p'; }
known() { in_wine reg query "$1" >/dev/null; }
with_stubs() {
    for name in "${stubs[@]}"; do cp "$place/stubs/$name.dll" "$installed/"; done
}
without_stubs() {
    for name in "${stubs[@]}"; do rm -f "$installed/$name.dll"; done
}
fingerprint() { sha256sum "$data/shop.db" | cut -d ' ' -f 1; }

# The uninstaller goes on in a copy of itself, after the first one has ended.
remove() {
    without_stubs
    in_wine "$installed/uninstall.exe" /S "$@"
    for _ in $(seq 100); do
        [ -e "$installed" ] || break
        sleep 0.2
    done
    gone "$installed" "$start_menu" "$desktop"
    ! known "$uninstall" || stop "the system still lists the program."
    ! known 'HKCU\Software\Classes\.dangol' || stop ".dangol still belongs to the program."
}

rm -rf "$installed" "$data" # what a run that was cut off has left
in_wine reg delete 'HKCU\Software\Dangol' /f >/dev/null || true

echo 'Install, silently:'
in_wine "$setup" /S
there "$installed/dangol.exe" "$installed/dangol-cli.exe" "$start_menu" "$desktop"
[ "$(value "$uninstall" DisplayVersion)" = "$version" ] || stop "the system lists another version."
grep -q 'dangol.exe" "%1"' <<<"$(in_wine reg query 'HKCU\Software\Classes\Dangol.Shop\shell\open\command' /ve)" ||
    stop "a .dangol file would not be opened."
said "version $version, $(($(value "$uninstall" EstimatedSize))) kB as Windows will list it"

echo 'What was installed, by itself:'
with_stubs
rm -f "$place/report"
status=0
in_wine "$installed/dangol.exe" --self-test --out "$place/report" || status=$?
sed 's/^/  /' "$place/report"
[ "$status" -eq 0 ] || stop "the self-test ended with $status."

echo 'Its window, with a shop in it:'
mkdir -p "$data"
for font in Inter 'Segoe UI' 'Malgun Gothic'; do # Wine has none of these
    in_wine reg add 'HKCU\Software\Wine\Fonts\Replacements' /v "$font" /d 'Noto Sans CJK KR' /f >/dev/null
done
unset LC_ALL
export LC_CTYPE=C.UTF-8 LANG=ko_KR.UTF-8 # the PC of a Korean shop
in_wine "$installed/dangol-cli.exe" demo --db "$data/shop.db" | sed 's/^/  /'
in_wine "$installed/dangol.exe" &
program=$!
window=''
for _ in $(seq 600); do
    window=$(shown) || true
    [ -z "$window" ] || break
    sleep 0.2
done
[ -n "$window" ] || stop "it opened no window within two minutes."
mkdir -p out
xdotool windowactivate "$window" 2>/dev/null || true
before='' colours=0
for round in $(seq 60); do # until it is furnished and nothing moves any more; then another page
    sleep 2
    import -window "$window" "$picture"
    colours=$(identify -format %k "$picture") now=$(identify -format '%#' "$picture")
    if [ "$now" = "$before" ] && [ "$colours" -ge 2000 ]; then
        [ -z "${turned:-}" ] || break
        cp "$picture" "${picture%.png}-home.png"
        xdotool key ctrl+2
        turned=$round
    fi
    before=$now
done
[ -n "${turned:-}" ] || stop "the window stays empty: $picture has $colours colours."
said "'$(xdotool getwindowname "$window")': $picture, $(identify -format '%wx%h' "$picture"), $colours colours"

echo 'Install over it while it runs: refused, nothing touched:'
touch "$installed/_internal/untouched"
status=0
in_wine "$setup" /S || status=$?
[ "$status" -eq 3 ] || stop "the installer ended with $status, not 3."
there "$installed/_internal/untouched" "$installed/dangol.exe"
in_wine taskkill /IM dangol.exe >/dev/null
wait "$program" || stop "the program did not end well."
said 'refused with 3; the program ended when its window was closed'

echo 'Install over it: an older version, a module it left behind:'
before=$(fingerprint)
in_wine reg add "$uninstall" /v DisplayVersion /d 0.0.1 /f >/dev/null
rm "$desktop"
in_wine "$setup" /S
gone "$installed/_internal/untouched" "$desktop" # an icon that was thrown away stays away
[ "$(value "$uninstall" DisplayVersion)" = "$version" ] || stop "the old version is still listed."
[ "$(fingerprint)" = "$before" ] || stop "the shop's file has changed."
in_wine "$installed/dangol-cli.exe" check --db "$data/shop.db" | sed 's/^/  /'

try_updates

echo 'Remove: the data stay:'
before=$(fingerprint)
remove
[ "$(fingerprint)" = "$before" ] || stop "the shop's file has changed."
said 'program, menu, icon and registry entries gone; the shop is there, unchanged'

echo 'Install without an icon on the desktop, remove with the data:'
in_wine "$setup" /S /DESKTOP=0
there "$installed/dangol.exe" "$start_menu"
gone "$desktop"
remove /ERASE=1
gone "$data"
said 'no icon was made; nothing is left'
