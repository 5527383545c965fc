"""Contact cards: one page for each contact."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter

from app.shapes.printing import PrintedContact, PrintedPeople
from ui.common.text import RIGHT
from ui.printing.documents import CELL_GAP, FOOT, Setting
from ui.printing.paper import POINT, line_height

translate = QCoreApplication.translate

LINE = 16 * POINT
LABEL = 96 * POINT
WHEN = 92 * POINT
SECTION = 20 * POINT  # above a heading
MOST_LINES = 14  # of one note
MOST_VALUE_LINES = 3


class CardDocument:
    """Who each contact is, how to reach them, what was noted and what happened last."""

    def __init__(self, people: PrintedPeople, setting: Setting) -> None:
        self.paper = setting.paper
        self._people = people
        self._setting = setting

    @property
    def page_count(self) -> int:
        """How many pages there are; without a contact one empty page."""
        return max(1, len(self._people.contacts))

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page; what has no room on it is left out."""
        setting = self._setting
        shop = self._people.shop
        foot = f"{shop}  ·  {setting.printed_on}" if shop else setting.printed_on
        setting.paint_foot(painter, foot, page, self.page_count)
        if page < len(self._people.contacts):
            Card(painter, setting, self._people.contacts[page]).paint()


class Card:
    """Paints one contact from the top of the page down; `top` is where the next thing goes."""

    def __init__(self, painter: QPainter, setting: Setting, contact: PrintedContact) -> None:
        self._painter = painter
        self._setting = setting
        self._ink = setting.ink
        self._contact = contact
        self._body = setting.body
        self._body.setBottom(self._body.bottom() - FOOT - CELL_GAP)
        self._top = self._body.top()

    def paint(self) -> None:
        """Paint all of it."""
        contact = self._contact
        self._text(contact.name, 22, most=3, strong=True)
        if contact.company:
            self._text(contact.company, 12, most=2, soft=True)
        self._top += 8 * POINT
        rule = QRectF(self._body.left(), self._top, self._body.width(), POINT)
        self._painter.fillRect(rule, self._ink.rule)
        self._top += 10 * POINT
        for kind, label, value in contact.points:
            self._fact(point_words(kind, label), value)
        if contact.birthday:
            birthday = self._setting.formats.birthday(contact.birthday)
            self._fact(translate("PrintedCard", "Birthday"), birthday)
        if contact.tags:
            tags = self._setting.formats.listing(contact.tags)
            self._fact(translate("PrintedCard", "Tags"), tags)
        if contact.last_contact_at:
            day = self._setting.formats.whole_day_of(contact.last_contact_at)
            self._fact(translate("PrintedCard", "Last contact"), day)
        if contact.notes and self._heading(translate("PrintedCard", "Notes")):
            for note in contact.notes:
                self._text(note, 10, most=MOST_LINES)
                self._top += 6 * POINT
        if contact.events and self._heading(translate("PrintedCard", "Last interactions")):
            for kind, moment, text in contact.events:
                self._event(kind, moment, text)

    def _heading(self, words: str) -> bool:
        """Paint a heading if it and a line below it have room."""
        if self._left() < SECTION + 3 * LINE:
            self._top = self._body.bottom()
            return False
        self._top += SECTION
        self._text(words, 11, most=1, strong=True)
        self._top += 4 * POINT
        return True

    def _event(self, kind: str, moment: str, text: str) -> None:
        if self._left() < LINE:
            return
        body, ink = self._body, self._ink
        day = self._setting.formats.whole_day_of(moment)
        when = QRectF(body.right() - WHEN, self._top, WHEN, LINE)
        ink.line(self._painter, when, day, 9, colour=ink.soft, align=RIGHT)
        what = QRectF(body.left(), self._top, body.width() - WHEN - CELL_GAP, LINE)
        ink.line(self._painter, what, kind_words(kind), 10, strong=True)
        self._top += LINE
        if text:
            self._text(text, 10, most=MOST_VALUE_LINES)
        self._top += 6 * POINT

    def _fact(self, words: str, value: str) -> None:
        if self._left() < LINE:
            return
        label = QRectF(self._body.left(), self._top, LABEL - CELL_GAP, 14 * POINT)
        self._ink.line(self._painter, label, words, 9.5, colour=self._ink.soft)
        self._text(value, 10, most=MOST_VALUE_LINES, indent=LABEL)
        self._top += 3 * POINT

    def _text(
        self,
        text: str,
        size: float,
        *,
        most: int,
        strong: bool = False,
        soft: bool = False,
        indent: float = 0,
    ) -> None:
        room = int(self._left() // line_height(size))
        if room < 1:
            self._top = self._body.bottom()
            return
        width = self._body.width() - indent
        lines = self._ink.lines(text, size, width, most=min(most, room), strong=strong)
        colour = self._ink.soft if soft else self._ink.text
        lines.draw(self._painter, QPointF(self._body.left() + indent, self._top), colour)
        self._top += lines.height

    def _left(self) -> float:
        return self._body.bottom() - self._top


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
