# Sourced by trial.sh: a Dangol that is installed gets a new version from a server, is replaced by
# the real installer at its next start, and comes back where the new version does not work.
# shellcheck shell=bash disable=SC2154

metadata() { printf '%s\n' "$installed"/_internal/dangol-*.dist-info/METADATA; }
step() { sed -n 's/.*"step": "\([a-z]*\)".*/\1/p' "$data/updates/record.json"; }
version_of() { sed -n 's/^Version: \([^[:space:]]*\).*/\1/p' "$(metadata)"; }

# Makes what is installed an older version whose publisher is this trial.
grow_old() {
    sed -i 's/^Version: .*/Version: 0.0.1/' "$(metadata)"
    in_wine reg add "$uninstall" /v DisplayVersion /d 0.0.1 /f >/dev/null
    rm -rf "$place/publisher" "$data/updates"
    .venv/bin/python - "$place/publisher" "$installed/_internal/resources/update-keys.json" <<'END'
import sys
from pathlib import Path
sys.path.insert(0, "packaging")
from sign_update import make_key
make_key(*map(Path, sys.argv[1:]))
END
}

# An installer after which the program cannot start.
break_program() { # file
    cat >"$place/broken.nsi" <<END
Unicode true
Name "broken"
OutFile "$1"
RequestExecutionLevel user
SilentInstall silent
Section
ReadRegStr \$INSTDIR HKCU "Software\Dangol" "InstallDir"
Delete "\$INSTDIR\_internal\python311.dll"
SectionEnd
END
    makensis -V1 -INPUTCHARSET UTF8 "$place/broken.nsi"
}

# Has the installed program fetch an installer as that version, from a server of this machine.
fetch() { # version installer
    local server port status=0
    rm -rf "$place/shelf" "$place/server"
    mkdir -p "$place/shelf"
    cp "$2" "$place/shelf/dangol-$1.exe"
    .venv/bin/python packaging/sign_update.py sign "$place/publisher" "$1" "$place/shelf/updates.json" \
        "windows-x86_64=$place/shelf/dangol-$1.exe" >/dev/null
    .venv/bin/python -u -m http.server 0 --bind 127.0.0.1 --directory "$place/shelf" >"$place/server" 2>&1 &
    server=$!
    until port=$(sed -n 's/.* port \([0-9]*\) .*/\1/p' "$place/server" 2>/dev/null) && [ -n "$port" ]; do
        sleep 0.1
    done
    in_wine "$installed/dangol-cli.exe" update "http://127.0.0.1:$port/updates.json" --fetch >"$place/said" ||
        status=$?
    kill "$server"
    sed 's/^/  /' "$place/said"
    [ "$status" -eq 0 ] && [ "$(step)" = ready ] || stop "the update could not be fetched."
}

# Starts the program and waits for the window of whatever it has become.
start_and_wait() {
    local program
    in_wine "$installed/dangol.exe" & # ends when the last program of the update has
    program=$!
    for _ in $(seq 1500); do
        [ -z "$(shown)" ] || [ -n "$(step)" ] || break
        sleep 0.2
    done
    [ -n "$(shown)" ] && [ -z "$(step)" ] || stop "no window came, or the update is still '$(step)'."
    in_wine taskkill /IM dangol.exe >/dev/null
    wait "$program" || stop "the program did not end well."
    in_wine "$installed/dangol-cli.exe" check --db "$data/shop.db" | sed 's/^/  /'
}

try_updates() {
    with_stubs
    echo 'An older version fetches this one; its next start installs it and starts it:'
    grow_old
    fetch "$version" "$setup"
    start_and_wait
    [ "$(version_of)" = "$version" ] || stop "version $(version_of) is there."
    [ "$(value "$uninstall" DisplayVersion)" = "$version" ] || stop "the system lists another version."
    gone "$data/updates/old" "$data/updates/dangol-$version.exe"
    said "version $version runs; nothing is left of the old one"

    echo 'It fetches one that does not work: the present one comes back:'
    grow_old
    break_program "$place/broken.exe"
    fetch 9.9.9 "$place/broken.exe"
    start_and_wait
    [ "$(version_of)" = 0.0.1 ] || stop "version $(version_of) is there."
    there "$installed/_internal/python311.dll"
    gone "$data/updates/old" "$data/updates/dangol-9.9.9.exe"
    said 'the program that was there before runs again'
}
