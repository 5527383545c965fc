"""The rows of a file while a person decides what its columns become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from app.exchange.columns import Memory
from app.exchange.parsed import ParsedRow
from app.exchange.table import Table
from db.staging import StagedRow, Staging

LIVE_ROWS = 20_000  # of longer files nothing is kept from one count to the next


class Draft:
    """Keeps what one count found out for the next: cells that were read, rows that were staged.

    For one thread at a time. What it keeps on the disk goes with `close`, or with the draft.
    """

    def __init__(self) -> None:
        self._memory: Memory = {}
        self._of: tuple[Table, tuple[str, ...]] | None = None
        self._staging: Staging | None = None

    def memory(self, table: Table, *shop: str) -> Memory | None:
        """Return what is known about the cells of this table, as a shop like this reads them."""
        if len(table.rows) > LIVE_ROWS:
            return None
        if self._of is None or self._of[0] is not table or self._of[1] != shop:
            self._memory, self._of = {}, (table, shop)
        return self._memory

    def stage(self, rows: Iterable[StagedRow], table: Table) -> Path:
        """Stage the rows of a table in the place of those of the last count.

        Raises StorageError, or what reading the rows raises; then nothing is staged any more.
        """
        try:
            if len(table.rows) > LIVE_ROWS:
                self.close()
                self._staging = Staging()
                self._staging.fill(rows)
                self._staging.release()
            else:
                read = list(rows)
                self._staging = self._staging or Staging()
                self._staging.refill(read)
        except BaseException:
            self.close()
            raise
        return self._staging.path

    def settle(self, table: Table) -> None:
        """Delete what was staged, unless the next count of this table will build on it."""
        if len(table.rows) > LIVE_ROWS:
            self.close()

    def close(self) -> None:
        """Delete what was staged."""
        if self._staging is not None:
            self._staging.close()
            self._staging = None


def staged_row(
    row: ParsedRow, tag: str = "", decisions: Mapping[int, int | str] | None = None
) -> StagedRow:
    """Return a person that was read as a row to stage.

    Everybody gets `tag`; `decisions` are what was decided about rows, by line.
    """
    tags = row.tags
    if tag and tag not in tags:
        tags = [*tags, tag]
    return StagedRow(  # many rows are kept: not with lists of nothing
        row.line, row.contact_id, _has_own_name(row), row.scalars, row.points or (), tags or (),
        row.notes or (), row.externals or (), row.failure, (decisions or {}).get(row.line),
        row.custom or (), row.days or (), row.roles or (), row.relations or (),
    )  # fmt: skip


def _has_own_name(row: ParsedRow) -> bool:
    """Tell a name from a phone or e-mail that stands in for one."""
    name = row.scalars[1]
    return name not in [point[2] for point in row.points]
