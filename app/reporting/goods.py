"""Reports of what was sold to which customers, where they came from, and what is owed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from app.reporting import words
from app.reporting.customers import NOBODY, OTHERS, of_nobody
from app.reporting.desk import TOTAL, Desk
from app.shapes.reports import Behind, Report, ReportChart, ReportRow, ReportSeries
from app.words import kind_words
from db.kinds import TIERS

MOST = 12  # products and sources by name
MOST_DEBTORS = 50
FREE, BESIDE, UNKNOWN, NO_TIER = "free", "beside", "unknown", "none"
"""Marks: lines without a product, what is beside lines, no source known, no group."""
AGES = (30, 60)  # days after which something is owed for long, and for very long
Cells = dict[tuple[Any, str], int]


def products_by_segment(desk: Desk) -> Report:
    """Make what each product brought by group of customers, the most first."""
    cells, top = _products(desk)
    names = desk.reports.goods.product_names(top)
    used = [tier for tier in (*TIERS, NO_TIER) if any(tier == told for _one, told in cells)]
    products = {product for product, _tier in cells}
    rows = [_product(str(one), names.get(one, ""), [one], cells, used) for one in top]
    rest = [one for one in products if isinstance(one, int) and one not in top]
    if rest:
        rows.append(_product(OTHERS, desk.say("other_products"), rest, cells, used))
    if None in products:
        rows.append(_product(FREE, desk.say("no_product"), [None], cells, used))
    if BESIDE in products:
        rows.append(_product(BESIDE, desk.say("beside"), [BESIDE], cells, used))
    sums = [sum(int(row.values[n] or 0) for row in rows) for n in range(1, len(used) + 2)]
    whole, says = sums[-1] if rows else 0, desk.say("says.nobody")
    if top and whole > 0:
        first = rows[0]
        says = desk.say(
            "says.product", name=first.values[0], money=desk.money(int(first.values[-1] or 0)),
            share=words.share(int(first.values[-1] or 0) / whole),
        )  # fmt: skip
    notes = desk.sale_notes()
    if rows and used == [NO_TIER]:
        notes.append(desk.say("note.no_tiers"))
    return Report(
        ask=desk.ask, title=desk.title(), says=says,
        about=desk.about("products", len([one for one in products if isinstance(one, int)])),
        columns=(
            desk.column("product", "text"),
            *(desk.column(tier, "money", opens=True, title=tier_name(desk, tier)) for tier in used),
            desk.column("together", "money", opens=True),
        ),
        rows=tuple(rows),
        chart=ReportChart("heat", 0, tuple(ReportSeries(n + 1) for n in range(len(used)))),
        total=(desk.say("total"), *sums) if rows else None, notes=tuple(notes),
        currency=desk.currency,
    )  # fmt: skip


def tier_name(desk: Desk, tier: str) -> str:
    """Return what a group of customers is called in a head."""
    if tier == NO_TIER:
        return desk.say("no_tier")
    name = kind_words("tier", tier, desk.language)
    return name[:1].upper() + name[1:]


def _products(desk: Desk) -> tuple[Cells, list[int]]:
    """Return the money by (product, tier), and the products that brought most."""
    cells: Cells = {}
    for product, tier, total in desk.reports.goods.by_product(desk.scope, desk.spans):
        cells[product, tier or NO_TIER] = total
    for tier, total in desk.reports.goods.beside_lines(desk.scope, desk.spans):
        cells[BESIDE, tier or NO_TIER] = total
    sums: dict[int, int] = {}
    for (product, _tier), total in cells.items():
        if isinstance(product, int):
            sums[product] = sums.get(product, 0) + total
    return cells, sorted(sums, key=lambda one: (-sums[one], one))[:MOST]


def _product(
    mark: str, name: str, products: list[Any], cells: Cells, tiers: list[str]
) -> ReportRow:
    found = [sum(cells.get((one, tier), 0) for one in products) for tier in tiers]
    return ReportRow(mark, (name, *found, sum(found)))


def products_by_segment_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the sales of a product to a group of customers, with its part of them."""
    tier = None if column == "together" else "" if column == NO_TIER else column
    read, asked = desk.reports.goods, (desk.scope, desk.spans)
    if mark in (TOTAL, BESIDE):
        rows = read.whole_behind(*asked, tier, beside=mark == BESIDE)
        title = desk.say("total" if mark == TOTAL else "beside")
    elif mark == OTHERS:
        rows = read.lines_behind(*asked, None, tier, not_of=_products(desk)[1])
        title = desk.say("other_products")
    else:
        product = 0 if mark == FREE else int(mark)
        rows = read.lines_behind(*asked, product, tier)
        title = read.product_names([product]).get(product) or desk.say("no_product")
    return desk.behind("sales", rows, desk.say("figure", what=title, of=desk.period), money=True)


def sources(desk: Desk) -> Report:
    """Make where those who bought once came from, by customers and money."""
    found = desk.reports.sales.by_source(desk.scope, desk.spans)
    named = [row for row in found if row[0]]
    top, rest = named[:MOST], named[MOST:]
    rows = [ReportRow(f"s:{row[0]}", tuple(row)) for row in top]
    if rest:
        sums = [sum(row[n] for row in rest) for n in (1, 2, 3)]
        rows.append(ReportRow(OTHERS, (desk.say("other_sources"), *sums)))
    rows += [ReportRow(UNKNOWN, (desk.say("no_source"), *row[1:])) for row in found if row[0] == ""]
    sold, money = of_nobody(desk)
    if sold or money:
        rows.append(ReportRow(NOBODY, (desk.say("no_customer"), 0, 0, money)))
    count, new, whole = (sum(int(row.values[n] or 0) for row in rows) for n in (1, 2, 3))
    says = desk.say("says.nobody")
    if count:
        says = desk.say("says.no_sources")
        if top and whole > 0:
            says = desk.say(
                "says.source", name=top[0][0], money=desk.money(top[0][3]), count=top[0][1],
                share=words.share(top[0][3] / whole),
            )  # fmt: skip
    return Report(
        ask=desk.ask, title=desk.title(), says=says, about=desk.about("buyers", count),
        columns=(
            desk.column("source", "text"), desk.column("customers", "count", opens=True),
            desk.column("new_customers", "count", opens=True),
            desk.column("revenue", "money", opens=True),
        ),
        rows=tuple(rows), chart=ReportChart("bar", 0, (ReportSeries(3),)),
        total=(desk.say("total"), count, new, whole), notes=tuple(desk.sale_notes()),
        currency=desk.currency,
    )  # fmt: skip


def sources_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the customers who came from somewhere, or what they bought."""
    asked: dict[str, Any] = {}
    title = desk.title()
    if mark == OTHERS:
        found = desk.reports.sales.by_source(desk.scope, desk.spans)
        asked = {"sources_but": ["", *[row[0] for row in found if row[0]][:MOST]]}
        title = desk.say("other_sources")
    elif mark == UNKNOWN:
        asked, title = {"source": ""}, desk.say("no_source")
    elif mark.startswith("s:"):
        asked, title = {"source": mark[2:]}, mark[2:]
    title = desk.say("figure", what=title, of=desk.period)
    if column == "revenue":
        part = "nameless" if mark == NOBODY else "all"
        rows = desk.reports.sales.behind(desk.scope, desk.spans, part, **asked)
        return desk.behind("sales", rows, title, money=True)
    if mark == NOBODY:
        return desk.behind("contacts", (), title)
    new = column == "new_customers"
    rows = desk.reports.sales.buyers_behind(desk.scope, desk.spans, new=new, **asked)
    return desk.behind("contacts", rows, title)


def receivables(desk: Desk) -> Report:
    """Make who owes how much for what was sold until the period's end, and for how long."""
    found = desk.reports.goods.owed(desk.scope, desk.last.isoformat(), _edges(desk))
    named = [row for row in found if row[0] is not None]
    top, rest = named[:MOST_DEBTORS], named[MOST_DEBTORS:]
    names = desk.reports.names([row[0] for row in top])
    rows = [_debt(desk, str(row[0]), names.get(row[0], ""), [row]) for row in top]
    if rest:
        rows.append(_debt(desk, OTHERS, desk.say("all_others"), rest))
    rows += [_debt(desk, NOBODY, desk.say("no_customer"), [row]) for row in found if not row[0]]
    sums = [sum(row[n] for row in found) for n in (1, 4, 5, 6, 2)]
    says = desk.say("says.nothing_owed")
    if found:
        says = desk.say(
            "says.owed", count=len(named), money=desk.money(sums[-1]), late=desk.money(sums[3]),
            days=AGES[1],
        )  # fmt: skip
    notes = [desk.say("note.owed_now")] if found else []
    overpaid, amount = desk.reports.goods.overpaid(desk.scope, desk.last.isoformat())
    if overpaid:
        notes.append(desk.say("note.overpaid", count=overpaid, money=desk.money(amount)))
    until = words.day(desk.last, desk.language, desk.today)
    return Report(
        ask=desk.ask, title=desk.title(), says=says,
        about=desk.say("about", what=desk.say("n.sales", count=sums[0]),
                       when=desk.say("until", day=until)),
        columns=(
            desk.column("customer", "text"), desk.column("sales", "count", opens=True),
            desk.column("young", "money", opens=True, title=_age(desk, 0, AGES[0])),
            desk.column("middle", "money", opens=True, title=_age(desk, AGES[0] + 1, AGES[1])),
            desk.column("old", "money", opens=True, title=desk.say("age.over", days=AGES[1])),
            desk.column("owed", "money", opens=True), desk.column("oldest", "date"),
        ),
        rows=tuple(rows), chart=ReportChart("table", 0, (ReportSeries(5),)),
        total=(desk.say("total"), *sums, None) if rows else None, notes=tuple(notes),
        currency=desk.currency,
    )  # fmt: skip


def _edges(desk: Desk) -> list[str]:
    """Return since which days what is owed is young, and no more than middle-aged."""
    end = min(desk.last, desk.today) if desk.first <= desk.today else desk.last
    return [(end - timedelta(days=days)).isoformat() for days in AGES]


def _age(desk: Desk, since: int, until: int) -> str:
    return desk.say("age.days", first=since, last=until)


def _debt(desk: Desk, mark: str, name: str, rows: list[tuple[Any, ...]]) -> ReportRow:
    sums = [sum(row[n] for row in rows) for n in (1, 4, 5, 6, 2)]
    oldest = min(row[3] for row in rows)
    days = (desk.today - date.fromisoformat(oldest)).days
    return ReportRow(mark, (name, *sums, oldest), desk.say("hint.days_ago", count=max(days, 0)))


def receivables_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the sales somebody has not paid."""
    young, middle = _edges(desk)
    days = {"young": (young, "9999"), "middle": (middle, young), "old": ("", middle)}
    buyer = None if mark in (TOTAL, OTHERS) else 0 if mark == NOBODY else int(mark)
    last, not_of = desk.last.isoformat(), []
    if mark == OTHERS:
        found = desk.reports.goods.owed(desk.scope, last, [young, middle])
        not_of = [row[0] for row in found if row[0] is not None][:MOST_DEBTORS]
    span = days.get(column, ("", "9999"))
    rows = desk.reports.goods.owed_behind(desk.scope, last, span, buyer, not_of)
    title = (
        desk.title()
        if buyer is None
        else (desk.reports.names([buyer]).get(buyer, "") or desk.say("no_customer"))
    )
    return desk.behind("sales", rows, title, money=column != "sales")
