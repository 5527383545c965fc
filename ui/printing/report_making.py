"""Makes reports ready for paper, away from the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.day_words import day_words
from app.words import say
from ui.charts.look import paper_look
from ui.printing.documents import Setting
from ui.printing.paper import Ink
from ui.printing.report import ReportDocument, ReportPaper, Section, charts_of

if TYPE_CHECKING:
    from app.jobs import Ticket
    from app.shapes.reports import Report
    from ui.common.formats import Formats
    from ui.common.tokens import Tokens

Told = Sequence[tuple[str, tuple[str, ...]]]


def paper_of(
    tokens: Tokens, formats: Formats, reports: Sequence[Report], title: str, sections: Told,
    shop: str, ticket: Ticket, *, scope: str = "",
) -> ReportPaper:  # fmt: skip
    """Return reports with their charts drawn; several have a page in front."""
    language = "ko" if formats.korean else "en"
    setting = Setting(Ink(tokens), formats, "a4", "")
    charts = charts_of(reports, paper_look(tokens, formats), setting, ticket)
    return ReportPaper(
        shop, title, days_of(reports, language), tuple(reports), charts, language,
        tuple(Section(words, lines) for words, lines in sections),
        front=len(reports) != 1 or bool(sections), scope=scope,
    )  # fmt: skip


def laid_out(paper: ReportPaper, tokens: Tokens, formats: Formats) -> ReportDocument:
    """Return the pages of reports, made today."""
    day = formats.birthday(formats.today().isoformat())
    return ReportDocument(paper, Setting(Ink(tokens), formats, "a4", day))


def days_of(reports: Sequence[Report], language: str) -> str:
    """Return the days reports are about, in words; '' for none."""
    if not reports:
        return ""
    first = min(report.ask.first for report in reports)
    last = max(report.ask.last for report in reports)
    return say(
        "report_out.days", language, first=day_words(first, language),
        last=day_words(last, language),
    )  # fmt: skip
