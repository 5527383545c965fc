#!/usr/bin/env bash
# Makes the checkout ready: system libraries, fonts, a fitting Python, the locked packages, Dangol
# itself. A second call with nothing changed returns at once. PYTHON=... chooses the interpreter.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=packaging/system.sh
. packaging/system.sh

stamp=.venv/dangol-setup
inputs() {
    pwd
    cat requirements.lock pyproject.toml packaging/setup.sh packaging/system.sh
}

is_ready() {
    [ "$(cat "$stamp" 2>/dev/null)" = "$(inputs | cksum)" ] &&
        [ -x .venv/bin/dangol ] && [ -x .venv/bin/dangol-cli ] && .venv/bin/python -c ''
}

# Prints the path of the first Python 3.11 to 3.13 that really runs (a pyenv shim may not) and
# has the named module.
find_python() {
    local name
    for name in ${PYTHON:-python3.13 python3.12 python3.11 python3}; do
        "$name" -c "import sys, $1
assert (3, 11) <= sys.version_info < (3, 14)
print(sys.executable)" 2>/dev/null && return
    done
    return 1
}

make_venv() {
    local python version
    if grep -qsF "$PWD/.venv/bin/python" .venv/bin/pip && PYTHON=.venv/bin/python find_python pip >/dev/null; then
        return # it is whole, was made here and not moved, and is fit
    fi
    python=$(find_python ensurepip || find_python sqlite3) || true
    if [ -z "$python" ] && [ -z "${PYTHON:-}" ] && [ "$(uname)" = Linux ]; then
        need_packages python3 python3-venv
        python=$(find_python ensurepip) || true
    fi
    [ -n "$python" ] || stop "Python 3.11, 3.12 or 3.13 is needed, and ${PYTHON:-python3} is none of them here."
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        [ "$(uname)" = Linux ] || stop "$python cannot make virtual environments (it has no ensurepip)."
        need_packages "python$version-venv"
    fi
    echo "Making .venv with $python ..."
    "$python" -m venv --clear .venv || stop "$python could not make the virtual environment .venv."
}

install_packages() {
    local log=.venv/setup.log
    echo "Installing the locked packages (the first time about 350 MB) ..."
    if ! .venv/bin/python -m pip install --disable-pip-version-check --only-binary :all: \
        --require-hashes -r requirements.lock >"$log" 2>&1; then
        if grep -qE 'Failed to establish|NewConnectionError|NameResolution|Max retries|timed out' "$log"; then
            stop "the packages could not be fetched: this computer seems to be offline (details: $log)."
        fi
        stop "the packages could not be installed: $(grep -m1 '^ERROR' "$log" || echo "see $log")"
    fi
    .venv/bin/python -m pip install --disable-pip-version-check --no-deps --no-build-isolation \
        --no-index --editable . >>"$log" 2>&1 || stop "Dangol itself could not be installed: see $log."
}

compile_translations() {
    local ts
    for ts in resources/i18n/*.ts; do
        if [ -e "$ts" ] && [ ! "${ts%.ts}.qm" -nt "$ts" ]; then
            .venv/bin/pyside6-lrelease -silent "$ts" -qm "${ts%.ts}.qm"
        fi
    done
}

if ! is_ready; then
    need_fitting_system
    make_venv
    install_packages
    inputs | cksum >"$stamp"
    echo "Ready: .venv/bin/dangol and .venv/bin/dangol-cli"
fi
compile_translations
