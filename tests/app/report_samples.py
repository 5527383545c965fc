"""Reports as they are shown, made by hand: one of each kind of chart."""

from app.shapes.reports import (
    Report,
    ReportAsk,
    ReportChart,
    ReportColumn,
    ReportRow,
    ReportSeries,
)

FIRST, LAST = "2026-04-13", "2026-05-12"


def report(key, title, columns, rows, chart, *, total=None, currency="KRW", says="", notes=()):
    return Report(
        ReportAsk(key=key, first=FIRST, last=LAST), title, says or f"{title} says something.",
        "346 sales, Apr 13 to May 12", tuple(ReportColumn(*column) for column in columns),
        tuple(ReportRow(str(n), tuple(row)) for n, row in enumerate(rows)), chart, total,
        tuple(notes), currency,
    )  # fmt: skip


def series(*columns, roles=(), colours=()):
    roles = roles or ("now",) * len(columns)
    colours = colours or ("",) * len(columns)
    return tuple(ReportSeries(c, r, h) for c, r, h in zip(columns, roles, colours, strict=True))


def revenue(days=30, currency="KRW"):
    rows = [(f"2026-04-{d:02}" if d < 31 else f"2026-05-{d - 30:02}", 700_000 * (d - 12),
             None if d > 40 else 650_000 * (d - 12)) for d in range(13, 13 + days)]  # fmt: skip
    return report(
        "revenue_goal", "Sales and goal",
        (("day", "Day", "date"), ("now", "These days", "money"), ("goal", "Goal", "money")),
        rows, ReportChart("line", 0, series(1, 2, roles=("now", "goal"))), currency=currency,
        says="Sales are ₩3,500,000 ahead of the goal.",
    )  # fmt: skip


def sources(currency="KRW"):
    rows = (
        ("=CMD|calc", 12, 4_100_050, 0.5),
        ("소개", 7, 2_000_000, 0.25),
        ("Walk-in", 3, -50_000, None),
    )
    return report(
        "sources", "Where customers come from: all/of [them]",
        (("source", "Source", "text"), ("customers", "Customers", "count", True),
         ("money", "Money", "money", True), ("share", "Share", "share")),
        rows, ReportChart("bar", 0, series(1, 2)), total=("합계", 22, 6_050_050, None),
        currency=currency, notes=("3 sales in other currencies are not in these sums",),
    )  # fmt: skip


def rfm():
    rows = [(f"{5 - r}", *[(r * 7 + c * 3) % 40 for c in range(5)]) for r in range(5)]
    columns = [
        ("r", "How recently", "text"),
        *((f"f{n}", f"{n}", "count", True) for n in range(1, 6)),
    ]
    return report(
        "rfm", "Who buys how", columns, rows, ReportChart("heat", 0, series(1, 2, 3, 4, 5))
    )


def all_kinds():
    who, sales, goal = (
        ("name", "Name", "text"), ("now", "Sales", "money", True), ("goal", "Goal", "money"),
    )  # fmt: skip
    staff = (("이서연", 9_820_000, 9_000_000), ("박준호", 6_140_000, 7_000_000),
             ("최유진", 5_220_000, 5_000_000))  # fmt: skip
    stage, deals = ("stage", "Stage", "text"), ("deals", "Deals", "count", True)
    parts = (("part", "Customers", "share"), ("money", "Money", "share"))
    curve = [(n / 10, (n / 10) ** 0.4) for n in range(11)]
    owed = [(f"고객 {n}", n * 1000, n, "2026-04-01") for n in range(1, 121)]
    owing = (who, ("now", "Owed", "money", True), ("days", "Late", "days"),
             ("since", "Since", "date"))  # fmt: skip
    two = (("period", "Period", "text"), ("new", "New", "count", True),
           ("back", "Returning", "count", True))  # fmt: skip
    aims = ReportChart("aims", 0, series(1, 2, roles=("now", "goal")))
    return (
        revenue(),
        sources(),
        report("funnel", "Pipeline", (stage, deals), (("문의", 40), ("견적", 21), ("성사", 9)),
               ReportChart("funnel", 0, series(1))),
        report("new_and_returning", "New and returning", two, (("4월", 30, 210), ("5월", 43, 180)),
               ReportChart("stacked", 0, series(1, 2)), total=("합계", 73, 390)),
        rfm(),
        report("staff_sales", "Sales per person", (who, sales, goal), staff, aims,
               total=("합계", 21_180_000, None)),
        report("share_curve", "Few or many", parts, curve, ReportChart("curve", 0, series(1))),
        report("top_customers", "Top customers", (who, sales), [row[:2] for row in staff],
               ReportChart("list", 0, series(1)), total=("합계", 21_180_000)),
        report("receivables", "Who owes", owing, owed, ReportChart("table"),
               total=("합계", 1000 * 60 * 121, None, None)),
        report("tasks_done", "Tasks done", two, (), ReportChart("bar", 0, series(1))),
    )  # fmt: skip
