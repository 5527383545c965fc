"""What can be printed: each document knows its pages and paints any of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from app.shapes.printing import PrintedContact, PrintedPeople
from ui.common.formats import Formats
from ui.common.text import RIGHT
from ui.printing.paper import MM, POINT, Ink, LabelSheet, line_height, page_rect

translate = QCoreApplication.translate

HANGUL = re.compile(r"[가-힣]")
POSTCODE = re.compile(r"[(\[]?(\d{5}|\d{3}-\d{3})[)\]]?[\s,]+(?=\D)")
MARGIN = 15 * MM
FOOT = 22 * POINT
HEAD = 46 * POINT
TITLES = 20 * POINT
ROW = 25 * POINT
CELL_GAP = 8 * POINT
SHARES = (0.27, 0.18, 0.19, 0.22, 0.14)  # of the width, column by column
PADDING = 4 * MM  # from the edge of a label to its text


class Document(Protocol):
    """Pages that can be painted in any order, and by any thread."""

    @property
    def paper(self) -> str:
        """The key of the paper."""

    @property
    def page_count(self) -> int:
        """How many pages there are."""

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page, counted from 0, in page units."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What every document needs besides its contacts."""

    ink: Ink
    formats: Formats
    paper: str
    printed_on: str  # the day, in words

    @property
    def body(self) -> QRectF:
        """The sheet without its margins."""
        return page_rect(self.paper).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)

    def paint_foot(self, painter: QPainter, left: str, page: int, pages: int) -> None:
        """Paint the last line of a page."""
        ink, body = self.ink, self.body
        foot = QRectF(body.left(), body.bottom() - FOOT, body.width(), FOOT)
        number = self.formats.number
        told = translate("PrintedPage", "Page {n} of {m}")
        told = told.format(n=number(page + 1), m=number(pages))
        used = ink.line(painter, foot, told, 8, colour=ink.soft, align=RIGHT)
        foot.setRight(foot.right() - used - CELL_GAP)
        ink.line(painter, foot, left, 8, colour=ink.soft)


class ListDocument:
    """A table of contacts; its titles stand on each page."""

    def __init__(self, people: PrintedPeople, setting: Setting) -> None:
        self.paper = setting.paper
        self._contacts = people.contacts
        self._shop = people.shop
        self._setting = setting
        room = setting.body.height() - HEAD - TITLES - FOOT
        self._rows = int(room // ROW)

    @property
    def page_count(self) -> int:
        """How many pages there are; an empty list is one page, too."""
        return max(1, -(-len(self._contacts) // self._rows))

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page."""
        setting, ink = self._setting, self._setting.ink
        body = setting.body
        head = QRectF(body.left(), body.top(), body.width(), HEAD)
        title = self._shop or translate("PrintedList", "Contacts")
        upper = QRectF(head.left(), head.top(), head.width(), 20 * POINT)
        used = ink.line(painter, upper, setting.printed_on, 9, colour=ink.soft, align=RIGHT)
        upper.setRight(upper.right() - used - CELL_GAP)
        ink.line(painter, upper, title, 14, strong=True)
        count = setting.formats.count(
            len(self._contacts),
            translate("PrintedList", "1 contact"),
            translate("PrintedList", "{n} contacts"),
        )
        lower = QRectF(head.left(), upper.bottom(), head.width(), 14 * POINT)
        ink.line(painter, lower, count, 9, colour=ink.soft)
        top = head.bottom()
        self._paint_titles(painter, top)
        top += TITLES
        for contact in self._contacts[page * self._rows : (page + 1) * self._rows]:
            self._paint_row(painter, top, contact)
            top += ROW
        setting.paint_foot(painter, title, page, self.page_count)

    def _paint_titles(self, painter: QPainter, top: float) -> None:
        ink, body = self._setting.ink, self._setting.body
        painter.fillRect(QRectF(body.left(), top, body.width(), TITLES), ink.fill)
        titles = (
            translate("PrintedList", "Name"),
            translate("PrintedList", "Phone"),
            translate("PrintedList", "Company"),
            translate("PrintedList", "Tags"),
            translate("PrintedList", "Last contact"),
        )
        for rect, words in zip(self._cells(top, TITLES), titles, strict=True):
            ink.line(painter, rect, words, 8.5, strong=True, colour=ink.soft)
        rule = QRectF(body.left(), top + TITLES - POINT / 2, body.width(), POINT)
        painter.fillRect(rule, ink.soft)

    def _paint_row(self, painter: QPainter, top: float, contact: PrintedContact) -> None:
        setting, ink, body = self._setting, self._setting.ink, self._setting.body
        last = contact.last_contact_at
        texts = (
            contact.name,
            contact.first("phone"),
            contact.company,
            setting.formats.listing(contact.tags),
            setting.formats.whole_day_of(last) if last else "",
        )
        for number, (rect, text) in enumerate(zip(self._cells(top, ROW), texts, strict=True)):
            strong = number == 0
            lines = ink.lines(text, 9.5, rect.width(), most=2, strong=strong)
            if lines.line_count > 1:  # two lines of a smaller size have room in one row
                lines = ink.lines(text, 8, rect.width(), most=2, strong=strong)
            middle = rect.top() + (rect.height() - lines.height) / 2
            lines.draw(painter, QPointF(rect.left(), middle), ink.text)
        hairline = POINT / 2
        rule = QRectF(body.left(), top + ROW - hairline, body.width(), hairline)
        painter.fillRect(rule, ink.rule)

    def _cells(self, top: float, height: float) -> list[QRectF]:
        body = self._setting.body
        cells, left = [], body.left() + CELL_GAP / 2
        for share in SHARES:
            width = (body.width() - CELL_GAP / 2) * share
            cells.append(QRectF(left, top, width - CELL_GAP, height))
            left += width
        return cells


class LabelDocument:
    """Addresses on sheets of labels; the first `start` labels of the first sheet are used up."""

    def __init__(
        self,
        contacts: Sequence[PrintedContact],
        setting: Setting,
        sheet: LabelSheet,
        *,
        start: int = 0,
        edges: bool = False,
    ) -> None:
        self.paper = sheet.paper
        self.contacts = [contact for contact in contacts if contact.first("address").strip()]
        self.left_out = len(contacts) - len(self.contacts)
        self.edges = edges
        self._ink = setting.ink
        self._sheet = sheet
        self._start = start

    @property
    def page_count(self) -> int:
        """How many sheets are needed."""
        return max(1, -(-(self._start + len(self.contacts)) // self._sheet.count))

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a sheet."""
        self._paint_sheet(painter, page, edges=self.edges)

    def preview(self, painter: QPainter, page: int) -> None:
        """Paint a sheet with the edges of its labels, as it looks in the hand."""
        self._paint_sheet(painter, page, edges=True)

    def _paint_sheet(self, painter: QPainter, page: int, *, edges: bool) -> None:
        for place in range(self._sheet.count):
            rect = self._sheet.place(place)
            if edges:
                painter.setPen(QPen(self._ink.rule, POINT / 2))
                painter.drawRect(rect)
            number = page * self._sheet.count + place - self._start
            if 0 <= number < len(self.contacts):
                painter.save()
                painter.setClipRect(rect)
                inner = rect.adjusted(PADDING, PADDING * 0.8, -PADDING, -PADDING * 0.8)
                self._paint_label(painter, inner, self.contacts[number])
                painter.restore()

    def _paint_label(self, painter: QPainter, rect: QRectF, contact: PrintedContact) -> None:
        address = " ".join(contact.first("address").split())
        postcode = contact.postcode
        if HANGUL.search(address):
            self._paint_korean(painter, rect, contact, address, postcode)
            return
        if postcode and postcode not in address:
            address = f"{address} {postcode}"
        ink = self._ink
        name = ink.lines(contact.name, 11, rect.width(), most=1, strong=True)
        room = rect.height() - name.height
        most = max(1, int(room // line_height(9.5)))
        text = ink.lines(address, 9.5, rect.width(), most=most)
        top = rect.top() + max(0.0, (room - text.height) / 2)
        name.draw(painter, QPointF(rect.left(), top), ink.text)
        text.draw(painter, QPointF(rect.left(), top + name.height), ink.text)

    def _paint_korean(
        self,
        painter: QPainter,
        rect: QRectF,
        contact: PrintedContact,
        address: str,
        postcode: str,
    ) -> None:
        """Large to small: the address, the name with its honorific, the postcode."""
        ink = self._ink
        if leading := POSTCODE.match(address):
            postcode = postcode or leading[1]
            address = address[leading.end() :]
        height = 15 * POINT
        foot = QRectF(rect.left(), rect.bottom() - height, rect.width(), height)
        ink.line(painter, foot, postcode, 11, strong=True, align=RIGHT)
        name = QRectF(rect.left(), foot.top() - 17 * POINT, rect.width(), 17 * POINT)
        honour = "귀중" if contact.kind == "company" else "귀하"
        font_width = 28 * POINT  # of the honorific and the space before it
        shown = QRectF(name.left(), name.top(), name.width() - font_width, name.height())
        used = ink.line(painter, shown, contact.name, 12, strong=True)
        beside = QRectF(name.left() + used + 5 * POINT, name.top(), font_width, name.height())
        ink.line(painter, beside, honour, 10.5)
        most = max(1, int((name.top() - rect.top()) // line_height(9.5)))
        text = ink.lines(address, 9.5, rect.width(), most=most)
        text.draw(painter, rect.topLeft(), ink.text)
