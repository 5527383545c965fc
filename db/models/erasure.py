"""Who asked to be forgotten: no more of them than the row's number."""

from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base


class Erasure(Base):
    """A contact that was erased; a backup from before is brought to the same when restored."""

    __tablename__ = "erasure"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)  # the contact's
    erased_at: Mapped[str] = mapped_column()  # UTC
