"""Reports of who buys: how lately and how much, whether the new ones stay, who buys most."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from app.insight_words import span_words
from app.reporting import words
from app.reporting.desk import TOTAL, Desk
from app.reporting.grids import grid_parts, summed
from app.shapes.reports import Behind, Report, ReportChart, ReportRow, ReportSeries, Value

FIFTHS = range(1, 6)
MONTHS = 6  # a short period is shown with as many months of customers
MOST_MONTHS = 24
FEW = 5  # customers; the share of fewer says nothing
TOP = 10
OTHERS, NOBODY = "others", "nobody"
"""Marks of rows that are nobody by name: all others, and sales without a customer."""


def rfm(desk: Desk) -> Report:
    """Make the grid of customers by how lately and how much they bought, as last scored."""
    cells = {row[:2]: row[2:] for row in desk.reports.customers.grid(desk.scope)}
    as_of = desk.reports.customers.scored_on()
    longest = _longest(cells, as_of)
    used = list(longest)
    rows = []
    for m in sorted({m for _r, m in cells}, reverse=True):
        found = [cells.get((r, m), (0, 0, ""))[0] for r in used]
        rows.append(ReportRow(f"m{m}", (desk.say(f"spend.{m}"), *found, sum(found))))
    count, spent = summed(rows, len(used))[-1], sum(row[1] for row in cells.values())
    says = desk.say("says.not_scored" if not as_of else "says.nobody")
    if count:
        best, worth, _last = cells.get((max(used), max(m for _r, m in cells)), (0, 0, ""))
        says = desk.say(
            "says.best_customers" if best else "says.no_best", count=best,
            money=words.share(worth / spent) if spent > 0 else "0%", of=words.share(best / count),
        )  # fmt: skip
    until = words.day(date.fromisoformat(as_of), desk.language, desk.today) if as_of else ""
    notes = [desk.say("note.scored", day=until)] if as_of else []
    if left_out := desk.reports.customers.unscored(desk.scope):
        notes.append(desk.say("note.unscored", count=left_out))
    return Report(
        ask=desk.ask, title=desk.title(), says=says,
        about=_buyers_until(desk, count, until),
        notes=(*notes, *desk.pipeline_note()), currency=desk.currency,
        **grid_parts(
            desk, "spending", {f"r{r}": _silent(desk, "silent", r, longest) for r in used}, rows
        ),
    )  # fmt: skip


def _longest(cells: Mapping[tuple[int, int], tuple[Any, ...]], as_of: str) -> dict[int, int]:
    """Return the most days of silence in each fifth in which somebody is."""
    silences = {r: [row[2] for (lately, _m), row in cells.items() if lately == r] for r in FIFTHS}
    return {
        r: (date.fromisoformat(as_of) - date.fromisoformat(min(days))).days
        for r, days in silences.items()
        if days
    }


def _buyers_until(desk: Desk, count: int, until: str) -> str:
    what = desk.say("n.buyers", count=count)
    return desk.say("about", what=what, when=desk.say("until", day=until)) if until else what


def _silent(desk: Desk, what: str, r: int, longest: dict[int, int]) -> str:
    """Return how lately customers of a fifth bought: 'silent' as a title, 'bought' in a title."""
    later = [days for other, days in longest.items() if other != r]
    if r == min(longest) and later:
        return desk.say(f"{what}.longer", span=span_words(max(later), desk.language))
    if not longest[r]:
        return desk.say(f"{what}.today")
    return desk.say(f"{what}.within", span=span_words(longest[r], desk.language))


def rfm_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the customers of a cell."""
    much = None if mark == TOTAL else int(mark[1:])
    lately = int(column[1:]) if column[0] == "r" else None
    read = desk.reports.customers
    rows = read.in_grid(desk.scope, lately, much)
    told = [] if much is None else [desk.say(f"spent.{much}")]
    if lately is not None:
        cells = {row[:2]: row[2:] for row in read.grid(desk.scope)}
        longest = _longest(cells, read.scored_on())
        if lately in longest:
            told.append(_silent(desk, "bought", lately, longest))
    return desk.behind("contacts", rows, ", ".join(told) or desk.say("title.rfm"))


def cohorts(desk: Desk) -> Report:
    """Make how many of each month's new customers came again in the months after."""
    last = _months(desk.last)
    first = max(_months(desk.first), last - MOST_MONTHS + 1)
    first = min(first, last - MONTHS + 1)
    found = desk.reports.customers.months(desk.scope, f"{_text(first)}-01", desk.last.isoformat())
    came = {(began, month): count for began, month, count in found}
    begun = min((began for began, _month, _count in found), default=_text(last))
    first = max(first, _months(date.fromisoformat(f"{begun}-01")))
    running = _months(desk.last + timedelta(days=1)) == last or desk.today <= desk.last
    rows, few = [], 0
    for began in range(first, last + 1):
        size = came.get((_text(began), _text(began)), 0)
        if not size:
            continue
        few += size < FEW
        shares: list[Value] = [
            came.get((_text(began), _text(began + later)), 0) / size if began + later <= last
            else None for later in range(last - first + 1)
        ]  # fmt: skip
        hint = desk.say("hint.few") if size < FEW else ""
        rows.append(ReportRow(_text(began), (_text(began), size, *shares), hint))
    count = sum(int(row.values[1] or 0) for row in rows)
    notes = [desk.say("note.few_new", count=few, least=FEW)] if few else []
    if running and rows:
        notes.append(desk.say("note.running_month", month=words.month(_text(last), desk.language)))
    return Report(
        ask=desk.ask, title=desk.title(), says=_stays(desk, came, first, last, running=running),
        about=desk.say("about", what=desk.say("n.new_customers", count=count),
                       when=_since(desk, first, last)),
        columns=(
            desk.column("began", "date"), desk.column("new_customers", "count", opens=True),
            *(desk.column(f"month{n}", "share", opens=True, title=_later(desk, n))
              for n in range(last - first + 1)),
        ),
        rows=tuple(rows),
        chart=ReportChart("heat", 0, tuple(ReportSeries(n + 2) for n in range(last - first + 1))),
        notes=(*notes, *desk.pipeline_note()), currency=desk.currency,
    )  # fmt: skip


def _since(desk: Desk, first: int, last: int) -> str:
    when = [words.month(_text(one), desk.language) for one in (first, last)]
    return when[0] if first == last else desk.say("span", first=when[0], last=when[1])


def _later(desk: Desk, months: int) -> str:
    return desk.say("column.month0") if months == 0 else str(months)


def _stays(
    desk: Desk, came: dict[tuple[Any, ...], int], first: int, last: int, *, running: bool
) -> str:
    """Return how many of the last month whose next one is over came again."""
    for began in range(last - 1 - running, first - 1, -1):
        size = came.get((_text(began), _text(began)), 0)
        if size >= FEW:
            again = came.get((_text(began), _text(began + 1)), 0)
            return desk.say(
                "says.stay", count=size, month=words.month(_text(began), desk.language),
                next=words.month(_text(began + 1), desk.language),
                share=words.share(again / size),
            )  # fmt: skip
    return desk.say("says.too_few_new")


def cohorts_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return who of a month's new customers came in one of the months after."""
    began = _months(date.fromisoformat(f"{mark}-01"))
    later = int(column[len("month") :]) if column.startswith("month") else 0
    span = (f"{mark}-01", min(f"{mark}-31", desk.last.isoformat()))
    rows = desk.reports.customers.of_month(
        desk.scope, span, _text(began + later), desk.last.isoformat()
    )
    when = words.month(mark, desk.language)
    return desk.behind("contacts", rows, desk.say("figure", what=desk.say("n.began"), of=when))


def _months(day: date) -> int:
    return day.year * 12 + day.month - 1


def _text(months: int) -> str:
    return f"{months // 12:04}-{months % 12 + 1:02}"


def by_buyer(desk: Desk) -> list[tuple[Any, ...]]:
    """Return (contact, sales, money) of the period's customers, the most first."""
    return desk.once("by_buyer", lambda: desk.reports.sales.by_buyer(desk.scope, desk.spans))


def of_nobody(desk: Desk) -> tuple[int, int]:
    """Return (sales, money) of the period's sales without a customer."""
    return desk.once("nameless", lambda: desk.reports.sales.nameless(desk.scope, desk.spans))


def top_customers(desk: Desk) -> Report:
    """Make who spent most in the period, then all others together and sales of nobody."""
    named = by_buyer(desk)
    nameless = of_nobody(desk)
    count = sum(row[1] for row in named) + nameless[0]
    whole = sum(row[2] for row in named) + nameless[1]
    top = [row for row in named[:TOP] if row[2] > 0]
    names = desk.reports.names([row[0] for row in top])
    companies = desk.reports.companies(names)
    rows = [
        _buyer(
            str(contact), names.get(contact, ""), sales, total, whole, company=contact in companies
        )
        for contact, sales, total in top
    ]
    rest = named[len(top) :]
    if rest:
        sales, total = sum(row[1] for row in rest), sum(row[2] for row in rest)
        rows.append(_buyer(OTHERS, desk.say("all_others"), sales, total, whole))
    if any(nameless):
        rows.append(_buyer(NOBODY, desk.say("no_customer"), *nameless, whole))
    says = desk.say("says.nobody")
    if top and whole > 0:
        says = desk.say(
            "says.top", count=len(top), share=words.share(sum(row[2] for row in top) / whole),
            name=names.get(top[0][0], ""), money=desk.money(top[0][2]),
        )  # fmt: skip
    return Report(
        ask=desk.ask, title=desk.title(), says=says, about=desk.about("buyers", len(named)),
        columns=(
            desk.column("customer", "text"), desk.column("revenue", "money", opens=True),
            desk.column("sales", "count", opens=True), desk.column("share", "share"),
        ),
        rows=tuple(rows), chart=ReportChart("list", 0, (ReportSeries(1),)),
        total=(desk.say("total"), whole, count, 1.0 if rows and whole else None),
        notes=tuple(desk.sale_notes()), currency=desk.currency,
    )  # fmt: skip


def _buyer(
    mark: str, name: str, sales: int, total: int, whole: int, *, company: bool = False
) -> ReportRow:
    share = total / whole if whole else None
    return ReportRow(mark, (name, total, sales, share), company=company)


def top_customers_behind(desk: Desk, mark: str, column: str) -> Behind:
    """Return the sales of a customer, of all others, or of nobody."""
    part = "sales" if column == "sales" else "all"
    asked: dict[str, Any] = {}
    if mark == OTHERS:
        asked = {"not_of": [row[0] for row in by_buyer(desk) if row[2] > 0][:TOP]}
        title = desk.say("all_others")
    elif mark == NOBODY:
        asked, title = {"buyer": 0}, desk.say("no_customer")
    elif mark == TOTAL:
        title = desk.title()
    else:
        asked = {"buyer": int(mark)}
        title = desk.reports.names([int(mark)]).get(int(mark), "")
    rows = desk.reports.sales.behind(desk.scope, desk.spans, part, **asked)
    title = desk.say("figure", what=title, of=desk.period)
    return desk.behind("sales", rows, title, money=column != "sales")
