"""Smart lists: filters with a name."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Record
from db.models.contact import LEDGERED


class Segment(Record):
    """A filter the shop has named; `filter` is its JSON, `colour` a word of the palette."""

    __tablename__ = "segment"
    __table_args__ = (CheckConstraint("trim(name) <> ''", name="name_not_blank"), LEDGERED)

    name: Mapped[str] = mapped_column()
    filter: Mapped[str] = mapped_column()
    colour: Mapped[str | None] = mapped_column(default=None)
    position: Mapped[int] = mapped_column(default=0, server_default="0")
