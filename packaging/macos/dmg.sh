#!/usr/bin/env bash
# Makes dist/Dangol-VERSION-ARCHITECTURE.dmg out of dist/Dangol.app; on a Mac.
# Signed when DANGOL_SIGN_AS names an identity of the keychain (the bundle was then signed by
# PyInstaller, part by part); looked through by Apple when NOTARY_KEY, NOTARY_KEY_ID and
# NOTARY_ISSUER are there as well.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
image=dist/Dangol-$version-$(uname -m).dmg
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

plutil -lint dist/Dangol.app/Contents/Info.plist
if [ -n "${DANGOL_SIGN_AS:-}" ]; then
    codesign --verify --strict --verbose=2 dist/Dangol.app
fi

mkdir "$place/Dangol"
cp -R dist/Dangol.app "$place/Dangol/"
ln -s /Applications "$place/Dangol/Applications"
hdiutil create -volname Dangol -srcfolder "$place/Dangol" -format UDZO -ov "$image"

if [ -n "${DANGOL_SIGN_AS:-}" ]; then
    codesign --sign "$DANGOL_SIGN_AS" --timestamp "$image"
    if [ -n "${NOTARY_KEY:-}" ]; then
        xcrun notarytool submit "$image" --key "$NOTARY_KEY" --key-id "$NOTARY_KEY_ID" \
            --issuer "$NOTARY_ISSUER" --wait
        xcrun stapler staple "$image"
        spctl --assess --type open --context context:primary-signature --verbose=2 "$image"
    fi
else
    echo "It is not signed: no identity was named. macOS will ask before it opens the program."
fi
ls -l "$image"
