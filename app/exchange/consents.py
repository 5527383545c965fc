"""What a row says about writing to somebody, over every channel."""

from collections.abc import Sequence

from app.exchange.columns import Reading
from app.exchange.matches import ColumnMatch, Mapping
from app.exchange.remarks import Remarks
from app.exchange.table import Cell

Rows = Sequence[Sequence[Cell]]
CHANNELS = ("consent_email", "consent_sms", "consent_phone", "consent_messenger")
_WRITTEN = ("consent_email", "consent_sms")  # what a general consent to marketing covers


class Consents:
    """Reads the four consents of a table's rows; where columns differ, the strictest counts.

    A file that lists who has unsubscribed never grants anything on that channel.
    """

    def __init__(self, reading: Reading, mapping: Mapping) -> None:
        self._columns = [
            (match, reading.column(match, reading.consent(match.rules)))
            for match in mapping.columns
            if match.target in CHANNELS
        ]
        self._withdrawn = {m.target for m, _column in self._columns if "withdrawn" in m.rules}

    def read(self, rows: Rows, remarks: Remarks) -> dict[str, list[str | None]]:
        """Return granted, denied or None for each channel the table tells of, by its name."""
        found: dict[str, list[str | None]] = {}
        for match, column in self._columns:
            values = column.values(rows)
            remarks.collect((column,), rows)
            for channel in CHANNELS if "every" in match.rules else (match.target,):
                told = values if self._may_grant(match, channel) else _denials(values)
                found[channel] = _strictest(found[channel], told) if channel in found else told
        return found

    def _may_grant(self, match: ColumnMatch, channel: str) -> bool:
        if channel in self._withdrawn:
            return False
        return channel in _WRITTEN or "every" not in match.rules


def _denials(values: Sequence[str | None]) -> list[str | None]:
    return [value if value == "denied" else None for value in values]


def _strictest(one: Sequence[str | None], other: Sequence[str | None]) -> list[str | None]:
    return [
        "denied" if "denied" in (a, b) else a or b for a, b in zip(one, other, strict=True)
    ]  # fmt: skip
