"""The shop itself: its settings, its people, its PCs."""

from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base, Record, one_of
from db.models.contact import LEDGERED


class Setting(Record):
    """One setting that travels with the file; its id is made of the key, the value is JSON."""

    __tablename__ = "setting"
    __table_args__ = (LEDGERED,)

    key: Mapped[str] = mapped_column()
    value: Mapped[str] = mapped_column()


class Staff(Record):
    """Somebody who works in the shop."""

    __tablename__ = "staff"
    __table_args__ = (one_of("role", "owner", "staff", "viewer"), LEDGERED)

    name: Mapped[str] = mapped_column()
    role: Mapped[str] = mapped_column(default="staff")


class Device(Base):
    """A PC that has written to this shop; outside the ledger, which needs it to exist."""

    __tablename__ = "device"
    __table_args__ = STRICT

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    name: Mapped[str] = mapped_column()
    created_at: Mapped[str] = mapped_column()
