#!/usr/bin/env bash
# Signs programs for Windows and has them time-stamped, so that they hold when the certificate ends.
# WINDOWS_CERTIFICATE: a .pfx in base64; WINDOWS_CERTIFICATE_PASSWORD; STAMPS: the stamping service.
# Usage: packaging/windows/sign.sh FILE... (on Windows, with its signtool)
set -euo pipefail
certificate=$(mktemp --suffix=.pfx)
trap 'rm -f "$certificate"' EXIT
base64 --decode <<<"$WINDOWS_CERTIFICATE" >"$certificate"
tool=$(find '/c/Program Files (x86)/Windows Kits/10/bin' -path '*x64/signtool.exe' | sort | tail -n 1)
for file; do
    MSYS2_ARG_CONV_EXCL='/' "$tool" sign /fd sha256 /td sha256 \
        ${STAMPS:+/tr "$STAMPS"} /d Dangol /f "$(cygpath -w "$certificate")" \
        /p "$WINDOWS_CERTIFICATE_PASSWORD" "$(cygpath -w "$file")"
done
