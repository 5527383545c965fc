"""Contact cards: each contact on a page of its own, or on as many as it needs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import accumulate

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from app.jobs import Ticket
from app.shapes.printing import PrintedContact, PrintedEvent, PrintedPeople
from ui.common.text import RIGHT
from ui.printing.documents import CELL_GAP, FOOT, Setting
from ui.printing.flow import Block, Placed, Text, flow, gap
from ui.printing.paper import POINT, line_height

translate = QCoreApplication.translate

LABEL = 96 * POINT
WHEN = 92 * POINT
SECTION = 20 * POINT  # above a heading
AGAIN = 24 * POINT  # the name once more, on top of further pages
STEP = 64  # cards laid out between two looks at the ticket
AT_ONCE = 2000  # things on all cards together that are laid out while one waits


class CardDocument:
    """Who each contact is, how to reach them, what was noted and what happened.

    What has no room on a page goes on to the next one. One that `is_long` should be laid out in
    the background before its pages are counted.
    """

    def __init__(
        self, people: PrintedPeople, setting: Setting, *, most_events: int | None = None
    ) -> None:
        """`most_events`: how many interactions are printed of each; a line tells of the others."""
        self.paper = setting.paper
        self._contacts = people.contacts
        self._shop = people.shop
        self._setting = setting
        self._most_events = most_events
        self._ends: list[int] = []  # the page behind the last one of each card
        self._laid: tuple[int, list[list[Placed]]] = (-1, [])  # the card that was painted last

    @property
    def is_long(self) -> bool:
        """Whether there is too much on it to be laid out while somebody waits."""
        things = (4 + len(c.points) + len(c.notes) + len(c.events) for c in self._contacts)
        return sum(things) > AT_ONCE

    def lay_out(self, ticket: Ticket) -> CardDocument:
        """Count the pages; return itself. Raises CancelledError when it is called off."""
        counts = []
        for number in range(len(self._contacts)):
            if number % STEP == 0:
                ticket.advance(number, len(self._contacts))
            counts.append(len(self._pages_of(number)))
        self._ends = list(accumulate(counts))
        return self

    @property
    def page_count(self) -> int:
        """How many pages there are; without a contact one empty page."""
        if not self._contacts:
            return 1
        if not self._ends:
            self.lay_out(Ticket())
        return self._ends[-1]

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page."""
        setting = self._setting
        foot = f"{self._shop}  ·  {setting.printed_on}" if self._shop else setting.printed_on
        setting.paint_foot(painter, foot, page, self.page_count)
        card = bisect_right(self._ends, page)
        if card >= len(self._contacts):
            return
        body = setting.body
        at = page - (self._ends[card - 1] if card else 0)
        if at:
            self._paint_name_again(painter, self._contacts[card])
        for block, top in self._pages_of(card)[at]:
            block.paint(painter, QPointF(body.left(), body.top() + top))

    def _pages_of(self, number: int) -> list[list[Placed]]:
        known, pages = self._laid
        if known != number:
            card = Card(self._setting, self._contacts[number], self._most_events)
            room = self._setting.body.height() - FOOT - CELL_GAP
            pages = flow(list(card.blocks()), room, later_top=AGAIN)
            self._laid = number, pages  # in one go: the preview and a writing thread share it
        return pages

    def _paint_name_again(self, painter: QPainter, contact: PrintedContact) -> None:
        ink, body = self._setting.ink, self._setting.body
        words = translate("PrintedCard", "{name}, continued").format(name=contact.name)
        rect = QRectF(body.left(), body.top(), body.width(), 14 * POINT)
        ink.line(painter, rect, words, 9.5, strong=True, colour=ink.soft)
        painter.fillRect(
            QRectF(body.left(), body.top() + 16 * POINT, body.width(), POINT / 2), ink.rule
        )


class Card:
    """One contact in blocks from the top down; a line of text is the least that moves."""

    def __init__(self, setting: Setting, contact: PrintedContact, most_events: int | None) -> None:
        self._setting = setting
        self._contact = contact
        self._most_events = most_events
        self._width = setting.body.width()

    def blocks(self) -> Iterator[Block]:
        """Yield everything there is to print."""
        contact, ink = self._contact, self._setting.ink
        yield from self._text(contact.name, 22, strong=True)
        yield from self._text(contact.company, 12, soft=True)
        yield gap(8 * POINT)
        yield Block(POINT, lambda painter, at: painter.fillRect(self._rule(at), ink.rule))
        yield gap(10 * POINT)
        for words, value in self._facts():
            yield from self._fact(words, value)
        if contact.notes:
            yield from self._heading(translate("PrintedCard", "Notes"))
            for note in contact.notes:
                yield from self._text(note, 10)
                yield gap(6 * POINT)
        if contact.events:
            yield from self._heading(self._events_title())
            for event in contact.events[: self._most_events]:
                yield from self._event(event)
            if self._is_cut:
                older = translate("PrintedCard", "Older ones are in Dangol.")
                yield from self._text(older, 9, soft=True)

    @property
    def _is_cut(self) -> bool:
        return self._most_events is not None and len(self._contact.events) > self._most_events

    def _events_title(self) -> str:
        if self._is_cut:
            return translate("PrintedCard", "Last interactions")
        return translate("PrintedCard", "Interactions")

    def _facts(self) -> Iterator[tuple[str, str]]:
        contact, formats = self._contact, self._setting.formats
        for kind, label, value in contact.points:
            yield point_words(kind, label), value
        if contact.birthday:
            yield translate("PrintedCard", "Birthday"), formats.birthday(contact.birthday)
        if contact.tags:
            yield translate("PrintedCard", "Tags"), formats.listing(contact.tags)
        yield from contact.own
        if contact.last_contact_at:
            day = formats.whole_day_of(contact.last_contact_at)
            yield translate("PrintedCard", "Last contact"), day

    def _rule(self, at: QPointF) -> QRectF:
        return QRectF(at.x(), at.y(), self._width, POINT)

    def _heading(self, words: str) -> Iterator[Block]:
        yield gap(SECTION, keeps=True)
        for block in self._text(words, 11, strong=True):
            yield block.kept()
        yield gap(4 * POINT, keeps=True)

    def _event(self, event: PrintedEvent) -> Iterator[Block]:
        kind, moment, text = event
        ink, height = self._setting.ink, line_height(10)
        day = self._setting.formats.whole_day_of(moment)

        def paint(painter: QPainter, at: QPointF) -> None:
            left, right = at.x(), at.x() + self._width
            when = QRectF(right - WHEN, at.y(), WHEN, height)
            ink.line(painter, when, day, 9, colour=ink.soft, align=RIGHT)
            what = QRectF(left, at.y(), self._width - WHEN - CELL_GAP, height)
            ink.line(painter, what, kind_words(kind), 10, strong=True)

        yield Block(height, paint, keeps=bool(text.strip()))
        yield from self._text(text, 10)
        yield gap(6 * POINT)

    def _fact(self, words: str, value: str) -> Iterator[Block]:
        """Put the value beside its label, which may be a long word of the shop's own."""
        soft = self._setting.ink.soft
        labels = self._lines(words, 9.5, LABEL - CELL_GAP)
        values = self._lines(value, 10, self._width - LABEL)
        for place in range(max(len(labels), len(values))):
            label = labels[place : place + 1]
            beside = values[place : place + 1]

            def paint(
                painter: QPainter,
                at: QPointF,
                label: Sequence[Text] = label,
                beside: Sequence[Text] = beside,
            ) -> None:
                for text in label:
                    text.draw(painter, at, soft)
                for text in beside:
                    text.draw(painter, at + QPointF(LABEL, 0), self._setting.ink.text)

            yield Block(line_height(10), paint)
        yield gap(3 * POINT)

    def _text(
        self, text: str, size: float, *, strong: bool = False, soft: bool = False
    ) -> Iterator[Block]:
        colour = self._setting.ink.soft if soft else self._setting.ink.text
        for line in self._lines(text, size, self._width, strong=strong):
            yield Block(line.height, partial(line.draw, colour=colour))

    def _lines(self, text: str, size: float, width: float, *, strong: bool = False) -> list[Text]:
        text = text.strip()
        if not text:
            return []
        ink = self._setting.ink
        most = len(text) + 1  # a letter a line would have room
        lines = ink.lines(text, size, width, most=most, strong=strong)
        font = ink.font(size, strong=strong)
        return [Text(line, font, width, line_height(size)) for line in lines.texts]


def point_words(kind: str, label: str) -> str:
    """Return what stands beside a phone, mail, address or link; a label of the shop's as it is."""
    words = {
        "phone": translate("PrintedCard", "Phone"),
        "email": translate("PrintedCard", "Mail"),
        "address": translate("PrintedCard", "Address"),
        "link": translate("PrintedCard", "Link"),
        "mobile": translate("PrintedCard", "Mobile"),
        "home": translate("PrintedCard", "Home"),
        "work": translate("PrintedCard", "Work"),
        "main": translate("PrintedCard", "Main line"),
        "fax": translate("PrintedCard", "Fax"),
        "other": "",
    }
    return words.get(label, label) or words[kind]


def kind_words(kind: str) -> str:
    """Return a kind of interaction in words."""
    words = {
        "call": translate("PrintedCard", "Call"),
        "visit": translate("PrintedCard", "Visit"),
        "text": translate("PrintedCard", "Text message"),
        "messenger": translate("PrintedCard", "Messenger"),
        "email": translate("PrintedCard", "Mail"),
        "meeting": translate("PrintedCard", "Meeting"),
        "gift": translate("PrintedCard", "Gift"),
        "complaint": translate("PrintedCard", "Complaint"),
    }
    return words.get(kind, translate("PrintedCard", "Contact"))
