"""Reports somebody built."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Record
from db.models.contact import LEDGERED


class OwnReport(Record):
    """A report with a name; `plan` says as JSON what is counted by what, and how it is drawn.

    `on_board` and `in_rail` are 0 or 1: whether it is shown among the other reports, and in the
    navigation.
    """

    __tablename__ = "report"
    __table_args__ = (
        CheckConstraint("trim(name) <> ''", name="name_not_blank"),
        CheckConstraint("json_valid(plan)", name="plan_readable"),
        CheckConstraint("on_board IN (0, 1)", name="on_board_known"),
        CheckConstraint("in_rail IN (0, 1)", name="in_rail_known"),
        LEDGERED,
    )

    name: Mapped[str] = mapped_column()
    plan: Mapped[str] = mapped_column()
    position: Mapped[int] = mapped_column(default=0, server_default="0")
    on_board: Mapped[int] = mapped_column(default=1, server_default="1")
    in_rail: Mapped[int] = mapped_column(default=1, server_default="1")
