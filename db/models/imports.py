"""What came in from files, row by row; a record beside the ledger, not part of it."""

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base


class ImportBatch(Base):
    """One import: the file, how it was read, what became of its rows."""

    __tablename__ = "import_batch"
    __table_args__ = (Index("ix_import_batch_sha256", "sha256"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    change_set_id: Mapped[int | None] = mapped_column(default=None)
    kind: Mapped[str | None] = mapped_column(default=None)  # 'sales'; of contacts none is told
    file_name: Mapped[str] = mapped_column()
    sha256: Mapped[str] = mapped_column()
    fingerprint: Mapped[str] = mapped_column()  # of the headers: the mapping is remembered by it
    mapping: Mapped[str] = mapped_column()  # JSON
    options: Mapped[str] = mapped_column()  # JSON: mode, match keys, encoding, header line …
    happened_at: Mapped[str] = mapped_column()
    read: Mapped[int] = mapped_column(default=0)
    added: Mapped[int] = mapped_column(default=0)
    updated: Mapped[int] = mapped_column(default=0)
    same: Mapped[int] = mapped_column(default=0)
    skipped: Mapped[int] = mapped_column(default=0)
    failed: Mapped[int] = mapped_column(default=0)


class ImportRow(Base):
    """What became of one row of a file; the cells are kept where it was skipped or failed."""

    __tablename__ = "import_row"
    __table_args__ = (Index("ix_import_row_batch", "batch_id", "outcome"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batch.id"))
    line: Mapped[int] = mapped_column()
    outcome: Mapped[str] = mapped_column()  # added, updated, same, skipped, failed
    reason: Mapped[str | None] = mapped_column(default=None)
    contact_id: Mapped[int | None] = mapped_column(default=None)
    sale_id: Mapped[int | None] = mapped_column(default=None)
    cells: Mapped[str | None] = mapped_column(default=None)  # JSON list
