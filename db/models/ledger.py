"""The ledger: every change of user data, in sets that were one action each."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base


class ChangeSet(Base):
    """One action: who did what, when, on which PC, and what it took back if it was an undo.

    `sequence` is the device's own unbroken count, `clock` a Lamport clock (Lamport, 1978).
    `step_id` is the first set of the step that undo takes back as one.
    """

    __tablename__ = "change_set"
    __table_args__ = (
        Index("ix_change_set_step", "step_id"),
        Index("ix_change_set_undoes", "undoes_id", sqlite_where=text("undoes_id IS NOT NULL")),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    device_id: Mapped[int] = mapped_column(ForeignKey("device.id"))
    sequence: Mapped[int] = mapped_column()
    clock: Mapped[int] = mapped_column()
    op: Mapped[str] = mapped_column()
    facts: Mapped[str] = mapped_column(default="{}")  # JSON: what the sentence needs
    happened_at: Mapped[str] = mapped_column()
    step_id: Mapped[int] = mapped_column()
    actor_id: Mapped[int | None] = mapped_column(default=None)  # staff
    undoes_id: Mapped[int | None] = mapped_column(default=None)  # the step it takes back
    # Where this set's rows lie in `change`, kept so that no index on change_set_id is needed.
    first_change_id: Mapped[int] = mapped_column(default=0)
    last_change_id: Mapped[int] = mapped_column(default=0)


class Change(Base):
    """One row that one change set touched; written by the generated triggers alone.

    `before` and `after` are JSON of the touched columns; change_set_id is NULL for a row
    somebody wrote past Dangol, until the next start files it.
    """

    __tablename__ = "change"
    __table_args__ = (
        CheckConstraint("kind IN ('insert', 'update', 'delete')", name="kind_known"),
        Index("ix_change_row", "row_id"),
        Index("ix_change_outside", "id", sqlite_where=text("change_set_id IS NULL")),
        STRICT,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    change_set_id: Mapped[int | None] = mapped_column(default=None)
    table_name: Mapped[str] = mapped_column()
    row_id: Mapped[int] = mapped_column()
    kind: Mapped[str] = mapped_column()
    before: Mapped[str | None] = mapped_column(default=None)
    after: Mapped[str | None] = mapped_column(default=None)


class OpenChangeSet(Base):
    """At most one row: the change set the triggers file changes under just now."""

    __tablename__ = "open_change_set"
    __table_args__ = (CheckConstraint("id = 1", name="single"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True)
    change_set_id: Mapped[int] = mapped_column()
