# Sourced by build.sh and trial.sh: a Wine of the checkout's own, under build/windows.
# shellcheck shell=bash

place=$PWD/build/windows
# shellcheck disable=SC2034  # build.sh reads it
windows_packages=(
    wine64 wine nsis gcc-mingw-w64-x86-64-win32 osslsigncode xvfb openbox xdotool x11-utils imagemagick
)
# shellcheck disable=SC2034  # build.sh and trial.sh read it
stubs=(icuuc mscms bcryptprimitives) # each .c says why

# mscms: Wine 8 lacks a function that Qt's windows plugin links to, ours has it. winedbg: a crash
# must end the program, not wait for a debugger. winemenubuilder would write menus into the home.
wine_environment() {
    mkdir -p "$place/home"
    export HOME=$place/home XDG_DATA_HOME=$place/home XDG_CONFIG_HOME=$place/home
    export WINEPREFIX=$place/prefix WINEARCH=win64 WINEDEBUG=-all PYTHONUTF8=1
    export WINEDLLOVERRIDES='mscms=n,b;mscoree,mshtml=;winedbg.exe,winemenubuilder.exe=d'
}

# Python under Wine takes no file as its output, so it gets a pipe.
in_wine() {
    timeout "${PATIENCE:-600}" wine "$@" </dev/null 2>&1 | cat
    return "${PIPESTATUS[0]}"
}

stop_wine() {
    wineserver -k 2>/dev/null || true
    wineserver -w 2>/dev/null || true
}
