"""The text the search index reads; derived from the contacts, proved by `check`."""

from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base


class ContactSearch(Base):
    """One living contact as searchable text; see ``db.search`` for what each column holds."""

    __tablename__ = "contact_search"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    names: Mapped[str] = mapped_column(default="")
    phones: Mapped[str] = mapped_column(default="")
    emails: Mapped[str] = mapped_column(default="")
    tags: Mapped[str] = mapped_column(default="")
    notes: Mapped[str] = mapped_column(default="")
    grams: Mapped[str] = mapped_column(default="")
