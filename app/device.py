"""Which PC this is: the ledger names it with every change."""

import secrets
from pathlib import Path
from socket import gethostname

from app.exchange.own_format import decode_id, encode_id
from db.ids import LARGEST, meaning_id


def device_id(folder: Path) -> int:
    """Return this PC's id, made at the first start and kept in `folder`.

    Where nothing can be kept (a read-only profile) the name of the PC stands in.
    """
    kept = folder / "device"
    try:
        if (found := decode_id(kept.read_text(encoding="ascii").strip())) is not None:
            return found
    except (OSError, UnicodeDecodeError):
        pass
    fresh = secrets.randbelow(LARGEST) + 1
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept.write_text(encode_id(fresh), encoding="ascii")
    except OSError:
        return meaning_id("device", gethostname())
    return fresh
