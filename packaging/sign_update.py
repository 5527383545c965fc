"""Makes the publisher's key and signs what an update offers.

python packaging/sign_update.py key KEYFILE
    makes a key; KEYFILE holds it and is kept where nobody else gets at it. Its public half is
    added to resources/update-keys.json, which goes into every program built from then on.
python packaging/sign_update.py sign KEYFILE VERSION MANIFEST linux-x86_64=FILE … [--note ko=…]
    writes the manifest of a version; the files are put beside it under their own names.
"""

import argparse
import base64
import hashlib
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

KEYS = Path(__file__).parents[1] / "resources" / "update-keys.json"


def make_key(file: Path, keys: Path = KEYS) -> bytes:
    """Write a new private key to `file`, which must not be there, and add its public half."""
    key = Ed25519PrivateKey.generate()
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as kept:
        kept.write(base64.b64encode(key.private_bytes_raw()) + b"\n")
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    known = json.loads(keys.read_text(encoding="utf-8"))["keys"]
    text = json.dumps({"keys": [*known, base64.b64encode(public).decode()]}, indent=2)
    keys.write_text(text + "\n", encoding="utf-8")
    return public


def sign(
    key: bytes, version: str, files: dict[str, Path], notes: dict[str, str], date: str = ""
) -> bytes:
    """Return the manifest of a version, signed."""
    said = {
        "version": version,
        "date": date or datetime.now(UTC).isoformat(timespec="seconds"),
        "files": {
            system: {
                "name": file.name,
                "size": file.stat().st_size,
                "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
            }
            for system, file in files.items()
        },
        "notes": notes,
    }
    text = json.dumps(said, ensure_ascii=False)
    signature = Ed25519PrivateKey.from_private_bytes(key).sign(text.encode())
    outer = {"manifest": text, "signature": base64.b64encode(signature).decode()}
    return json.dumps(outer, ensure_ascii=False, indent=1).encode()


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("key").add_argument("keyfile", type=Path)
    signing = commands.add_parser("sign")
    for name, kind in (("keyfile", Path), ("version", str), ("manifest", Path)):
        signing.add_argument(name, type=kind)
    signing.add_argument("files", nargs="+", metavar="SYSTEM=FILE")
    signing.add_argument("--note", action="append", default=[], metavar="LANGUAGE=TEXT")
    asked = parser.parse_args()
    if asked.command == "key":
        make_key(asked.keyfile)
        print(f"The key is in {asked.keyfile}; {KEYS.name} knows its public half.")
        return 0
    files = {system: Path(file) for system, _, file in (f.partition("=") for f in asked.files)}
    notes = {code: text for code, _, text in (n.partition("=") for n in asked.note)}
    key = base64.b64decode(asked.keyfile.read_bytes())
    asked.manifest.write_bytes(sign(key, asked.version, files, notes))
    print(f"{asked.manifest}: {asked.version} for {', '.join(files)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
