# Sourced by the other scripts: what the operating system must have, and how it gets it.
# shellcheck shell=bash

# What Qt's libraries and its X window plugin link to, and the fonts that the design names.
qt_packages=(
    libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1 libxkbcommon0 libgssapi-krb5-2
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxcb-randr0
    libxcb-render-util0 libxcb-image0 libxkbcommon-x11-0 fonts-noto-cjk fonts-inter
)
# What the tests in a real X window need besides.
# shellcheck disable=SC2034  # test.sh reads it
x11_packages=(xvfb openbox xdotool x11-utils)
# What the test needs that hears the program as a screen reader does.
# shellcheck disable=SC2034
reader_packages=(dbus-daemon at-spi2-core gir1.2-atspi-2.0 python3-pyatspi)

stop() {
    printf 'Dangol: %s\n' "$*" >&2
    exit 1
}

# Prints those of the named Debian packages that are not installed ('t64': Ubuntu 24.04, Debian 13).
missing_packages() {
    local installed name
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n')
    for name; do
        grep -qxE "installed $name(t64)?" <<<"${installed}" || printf '%s ' "$name"
    done
}

# Installs those of the named packages that are missing. Returns 1 when that cannot be done, with
# the reason in $refusal.
install_missing() {
    local missing sudo='' log
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        sudo=sudo
        if ! command -v sudo >/dev/null || { [ ! -t 0 ] && ! sudo -n true 2>/dev/null; }; then
            refusal="these system packages are missing and installing them takes root or sudo: $missing"
            return 1
        fi
    fi
    log=$(mktemp)
    echo "Installing system packages: $missing"
    # shellcheck disable=SC2086  # words are meant
    if ! { $sudo apt-get update && $sudo env DEBIAN_FRONTEND=noninteractive apt-get install \
        --yes --no-install-recommends $missing; } >"$log" 2>&1 </dev/null; then
        refusal="these system packages could not be installed (details: $log): $missing"
        return 1
    fi
    rm -f "$log"
}

need_packages() {
    install_missing "$@" || stop "$refusal"
}

# Debian 12, Ubuntu 24.04, macOS 14 or later of them; on Linux with what Qt links to.
need_fitting_system() {
    local id='' version='' known='the set-up knows Debian 12, Ubuntu 24.04, macOS 14 and later'
    case "$(uname)" in
    Darwin)
        version=$(sw_vers -productVersion)
        [ "${version%%.*}" -ge 14 ] || stop "$known; this is macOS $version."
        ;;
    Linux)
        id=$(. /etc/os-release && echo "${ID:-unknown}")
        version=$(. /etc/os-release && echo "${VERSION_ID:-9999}") # Debian testing has none
        case "$id" in
        debian) [ "${version%%.*}" -ge 12 ] || stop "$known; this is Debian $version." ;;
        ubuntu) [ "${version%%.*}" -ge 24 ] || stop "$known; this is Ubuntu $version." ;;
        *) stop "$known; this is ${id}." ;;
        esac
        need_packages "${qt_packages[@]}"
        ;;
    *) stop "$known; this is $(uname)." ;;
    esac
}
