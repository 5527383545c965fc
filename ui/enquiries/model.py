"""The rows of the inbox, read a hundred at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt

from app.shapes.enquiries import EnquiryFilter
from ui.common.growing_model import GrowingModel
from ui.common.kit import Kit
from ui.common.paged_model import Column
from ui.common.row_delegate import Cell, PersonCell, PillCell, RowLook, TextCell
from ui.common.row_table import RowColumn
from ui.common.score_looks import LEVELS, score_words
from ui.common.widgets.avatar import avatar_colour
from ui.enquiries.words import (
    CLOCKS,
    ICONS,
    InboxLine,
    channel_words,
    clock_words,
    enquiry_sentence,
    who_words,
)

if TYPE_CHECKING:
    from ui.enquiries.desk import EnquiryDesk

WAITING, WHO, TEXT, SCORE, OWNER, RECEIVED = range(1, 7)
WIDTHS = (
    RowColumn(96, sortable=False),
    RowColumn(208, sortable=False),
    RowColumn(0, sortable=False),
    RowColumn(88, sortable=False),
    RowColumn(84, sortable=False),
    RowColumn(84, sortable=False),
)
ROOM = {OWNER: 900, RECEIVED: 720, SCORE: 560}  # px of table from which these are shown


class InboxModel(GrowingModel):
    """Who waits stands first; the look tells how long, and whether they are known."""

    def __init__(self, kit: Kit, desk: EnquiryDesk, parent: QObject | None = None) -> None:
        super().__init__(kit.runner, _nothing, parent)
        self._kit = kit
        self._desk = desk
        self.retranslate()

    def show_filter(self, wanted: EnquiryFilter) -> None:
        """Begin anew with what a filter lets through."""
        self.show(reader_of(self._desk, wanted))

    def retranslate(self) -> None:
        """Set every word again."""
        titles = (
            "",
            self.tr("Waiting"), self.tr("Who"), self.tr("What they want"), self.tr("Score"),
            self.tr("Owner"), self.tr("Received"),
        )  # fmt: skip
        fields = ("", "waiting", "who", "text", "score", "owner", "received")
        self.columns = [Column(field, title) for field, title in zip(fields, titles, strict=True)]
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(titles) - 1)
        self.repaint_all()

    def look(self, row: Any) -> RowLook:
        """Return how an enquiry is painted and read aloud."""
        line: InboxLine = row
        enquiry, kit = line.row, self._kit
        role, icon = LEVELS[line.score.level]
        return RowLook(
            (
                None,
                self._clock(line),
                self._who(line),
                TextCell(
                    " ".join(enquiry.text.split()) or enquiry.product,
                    "text",
                    ICONS.get(enquiry.channel, "inbox"),
                ),
                PillCell(kit.formats.number(line.score.points), role, icon),
                TextCell(enquiry.owner, "muted"),
                TextCell(kit.formats.moment(enquiry.received_at), "muted", digits=True),
            ),
            sentence=enquiry_sentence(line, kit),
        )

    def words(self, row: Any, field: str) -> str:
        """Return what a cell says when the pointer rests on it."""
        line: InboxLine = row
        if field == "score":
            return score_words(line.score, self._kit, self._desk.currency())
        if field == "text":
            channel = channel_words(line.row.channel, self._kit)
            return f"{channel}: {line.row.text}" if line.row.text else channel
        if field == "waiting" and line.row.due_at:
            due = self._kit.formats.exact(line.row.due_at)
            return self.tr("An answer is due {when}").format(when=due)
        if field == "received":
            return self._kit.formats.exact(line.row.received_at)
        return who_words(line.row) if field == "who" else line.row.owner

    def _clock(self, line: InboxLine) -> TextCell:
        row = line.row
        colour = CLOCKS[row.level] if row.is_waiting else "muted"
        icon = "hourglass" if row.is_waiting and row.level else "clock"
        words = clock_words(row, self._kit.formats)
        return TextCell(words, colour, icon, colour, digits=True, strong=row.level == "red")

    def _who(self, line: InboxLine) -> Cell:
        row = line.row
        if row.contact_id is None:
            hint = self.tr("New person") if row.is_open else ""
            return PersonCell(who_words(row), 0, hint=hint)
        company = row.contact_kind == "company"
        return PersonCell(row.contact, avatar_colour(row.contact_id), company=company)


def reader_of(
    desk: EnquiryDesk, wanted: EnquiryFilter
) -> Callable[[int, Sequence[Any]], Sequence[InboxLine]]:
    """Return what reads on in the inbox: enquiries with their scores."""

    def read(count: int, known: Sequence[Any]) -> Sequence[InboxLine]:
        rows = desk.enquiries.page(wanted, offset=len(known), limit=count)
        scores = desk.scores.enquiries([row.id for row in rows])
        return [InboxLine(row, scores[row.id]) for row in rows if row.id in scores]

    return read


def _nothing(_count: int, _known: Sequence[Any]) -> Sequence[Any]:
    return ()
