"""What stored sums over purchases are counted by."""

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import STRICT, Base

_BOUGHT = (
    "FROM sale s WHERE s.contact_id = contact.id AND s.deleted_at IS NULL"
    " AND s.cancelled_at IS NULL AND s.currency = (SELECT b.currency FROM summary_basis b)"
)
_VISITS = f"{_BOUGHT} AND s.status IN ('open', 'partial', 'paid')"
# As `derived` expressions of a contact: one statement each, read by `check` alone. What keeps
# them is `db.repositories.summaries`, which counts in another way.
VISITS = (
    "(SELECT iif(count(*), count(DISTINCT iif(s.status IN ('open', 'partial', 'paid'), s.sold_on,"
    f" NULL)), NULL) {_BOUGHT})"
)
SALES_TOTAL = f"(SELECT sum(s.total) {_BOUGHT})"
SALES_AVERAGE = (
    "CASE WHEN visits > 0 THEN iif(sales_total < 0, -1, 1)"
    " * ((2 * abs(sales_total) + visits) / (2 * visits)) END"
)
SALES_YEAR = (
    "(SELECT iif(count(*), sum(iif(s.sold_on > (SELECT date(b.day, '-12 months')"
    f" FROM summary_basis b), s.total, 0)), NULL) {_BOUGHT})"
)
FIRST_SALE, LAST_SALE = (f"(SELECT {edge}(s.sold_on) {_VISITS})" for edge in ("min", "max"))
USUAL_GAP = (
    "(SELECT g.gap FROM (SELECT d.gap, row_number() OVER (ORDER BY d.gap) AS place,"
    " count(*) OVER () AS many FROM (SELECT CAST(julianday(v.day)"
    " - julianday(lag(v.day) OVER (ORDER BY v.day)) AS INTEGER) AS gap"
    f" FROM (SELECT DISTINCT s.sold_on AS day {_VISITS}) v) d WHERE d.gap IS NOT NULL) g"
    " WHERE g.place = (g.many + 1) / 2)"
)
SALES_OWED = f"nullif((SELECT sum(s.owed) {_BOUGHT}), 0)"
PASSES_LEFT = (
    "(SELECT sum(p.remaining) FROM prepaid_pass p WHERE p.contact_id = contact.id"
    " AND p.kind = 'uses' AND p.deleted_at IS NULL"
    " AND (p.expires_on IS NULL OR p.expires_on >= (SELECT b.day FROM summary_basis b)))"
)
POINTS = (
    "(SELECT sum(m.points) FROM loyalty_move m"
    " WHERE m.contact_id = contact.id AND m.deleted_at IS NULL)"
)


class SummaryBasis(Base):
    """The one day the sums of twelve months end on, and the currency they are counted in."""

    __tablename__ = "summary_basis"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[str] = mapped_column()
    currency: Mapped[str] = mapped_column()


class SaleDay(Base):
    """What was sold on a day in a currency, less what was given back; kept by `db.sale_days`.

    `visits` are the customers who came for something, `nameless` sales those without a customer.
    """

    __tablename__ = "sale_day"
    __table_args__ = (STRICT,)

    day: Mapped[str] = mapped_column(primary_key=True)
    currency: Mapped[str] = mapped_column(primary_key=True)
    sales: Mapped[int] = mapped_column()
    total: Mapped[int] = mapped_column()
    visits: Mapped[int] = mapped_column()
    nameless_sales: Mapped[int] = mapped_column()
    nameless_total: Mapped[int] = mapped_column()


class SellerDay(Base):
    """What somebody sold on a day in a currency; `staff_id` 0 is nobody, as a key must be told."""

    __tablename__ = "seller_day"
    __table_args__ = (STRICT,)

    day: Mapped[str] = mapped_column(primary_key=True)
    currency: Mapped[str] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sales: Mapped[int] = mapped_column()
    total: Mapped[int] = mapped_column()
