"""How well a contact is known: a small meter, what is missing, and the way to mend each."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.errors import GoneError
from app.shapes.contacts import ContactDetail
from app.shapes.quality import Reason, Score
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.contacts.section import ContactSection

if TYPE_CHECKING:
    from app.services.quality import QualityService

METER = QSize(120, 6)
GOOD, FAIR = 80, 50  # the meter is green from, and amber from
MOST = 5  # reasons shown; the heaviest come first


class Meter(QWidget):
    """A short bar, filled as far as the score."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_value(self, value: int) -> None:
        """Show a score of a hundred."""
        self._value = value
        self.update()

    def sizeHint(self) -> QSize:
        return METER

    def paintEvent(self, event: QPaintEvent) -> None:
        value, theme = self._value, self._theme
        colour = "success" if value >= GOOD else "warning" if value >= FAIR else "danger"
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect, rect.height() / 2, theme.colour("border"))
        rect.setWidth(max(rect.height(), rect.width() * value / 100))
        box(painter, rect, rect.height() / 2, theme.colour(colour))
        painter.end()


class QualitySection(ContactSection):
    """Says what is missing; each reason has a button that leads to where it is mended."""

    tables = frozenset({"contact", "contact_point", "consent", "interaction", "distinct_pair"})
    fix_asked = Signal(object, str)  # contact id, Reason.field
    tidy_asked = Signal()

    def __init__(self, kit: Kit, quality: QualityService) -> None:
        super().__init__(kit, "sparkles")
        self._quality = quality
        self.buttons: list[Button] = []
        self.meter = Meter(kit.theme)
        self._column.insertWidget(1, self.meter)  # below the heading

    def fill(self, detail: ContactDetail) -> None:
        score = Score(100)
        with suppress(GoneError):  # to the trash between two reads
            score = self._quality.score(detail.id)
        words = self.tr("Details: {n} of 100").format(n=score.value)
        self.header.set_title(words)
        self.meter.show_value(score.value)
        self.meter.setAccessibleName(words)
        self.add_button.set_name(self.tr("Tidy round over all contacts"))
        self.buttons = []
        for reason in score.reasons[:MOST]:
            self.rows.addWidget(self._line(detail.id, reason))

    def add_asked(self) -> None:
        """Begin a tidy round over the whole book."""
        self.tidy_asked.emit()

    def _line(self, contact_id: int, reason: Reason) -> QWidget:
        line = QWidget()
        line.setProperty("clear", "true")
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = Label(self._kit.theme, self._words(reason.kind), colour="text-2", wrap=True)
        button = Button(self._kit.theme, self.tr("Fix"), "ghost", size="sm")
        button.setAccessibleName(self.tr("Fix: {what}").format(what=words.text()))
        button.clicked.connect(partial(self.fix_asked.emit, contact_id, reason.field))
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(button)
        self.buttons.append(button)
        return line

    def _words(self, kind: str) -> str:
        return {
            "no_way_to_reach": self.tr("Neither phone nor mail"),
            "number_for_name": self.tr("A number stands for the name"),
            "phone_broken": self.tr("A phone looks broken"),
            "duplicate": self.tr("May be in the book twice"),
            "no_phone": self.tr("No phone"),
            "phone_gone": self.tr("No phone that is still valid"),
            "number_in_name": self.tr("A phone stands in the name"),
            "company_in_name": self.tr("A company stands in the name"),
            "email_broken": self.tr("A mail address looks broken"),
            "no_consent": self.tr("No consent recorded"),
            "never_contacted": self.tr("Never contacted, source unknown"),
            "birthday_incomplete": self.tr("The birthday is incomplete"),
            "no_postcode": self.tr("An address without postcode"),
        }.get(kind, kind)
