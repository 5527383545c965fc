"""A workbook that opens with a password alone, as Excel itself locks one."""

from io import BytesIO
from pathlib import Path


def lock(workbook: Path, password: str) -> None:
    """Encrypt an .xlsx file where it lies."""
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415 - only where it is needed

    with BytesIO(workbook.read_bytes()) as plain, workbook.open("wb") as file:
        OOXMLFile(plain).encrypt(password, file)
