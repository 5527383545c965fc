"""The head of a contact's page: who it is, how to reach them, what is done most."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.shapes.contacts import ContactDetail
from ui.common.kit import Kit
from ui.common.text import draw_text
from ui.common.theme import Theme
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.contacts.photo import PhotoAvatar
from ui.contacts.tag_strip import TagStrip
from ui.contacts.tier_looks import TierPill
from ui.contacts.wiring import first_of

HEIGHT = 104
AVATAR = 64
ICON = 14
MOST_TAGS = 4
GAP = 8  # px between two buttons
ROOM = 560  # px that name, marks, tags and the ways to reach somebody need
NAME = 140  # px of a name that are always seen
LARGE_TEXT = 1.25  # from which on a narrow page has no room for words on any button


class Profile(QFrame):
    """Avatar, name, tags and how to reach somebody; buttons at the right."""

    note_asked = Signal()
    log_asked = Signal()
    task_asked = Signal()
    sale_asked = Signal()

    def __init__(
        self, kit: Kit, tags: Callable[[], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        """`tags` is asked for the tags in use."""
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._detail: ContactDetail | None = None
        self.setObjectName("Header")
        self.setMinimumHeight(theme.height(HEIGHT, "number", HEIGHT - 28))
        self.avatar = PhotoAvatar(kit, AVATAR)
        self.name = Label(theme, "", "number")
        self.tier = TierPill(kit)
        self.tags = TagStrip(kit, tags, most=MOST_TAGS)
        self.phone = Fact(theme, "phone")
        self.mail = Fact(theme, "mail")
        self.owner = Fact(theme, "user-round")
        self.call_button = Button(theme, "", icon="phone")
        self.mail_button = Button(theme, "", icon="mail")
        self.note_button = Button(theme, "", icon="sticky-note")
        self.log_button = Button(theme, "", icon="phone-call")
        self.task_button = Button(theme, "", icon="circle-check")
        self.sale_button = Button(theme, "", "primary", icon="receipt")
        self._build()
        self.call_button.clicked.connect(lambda: self._open("tel:", "phone"))
        self.mail_button.clicked.connect(lambda: self._open("mailto:", "email"))
        self.note_button.clicked.connect(self.note_asked)
        self.log_button.clicked.connect(self.log_asked)
        self.task_button.clicked.connect(self.task_asked)
        self.sale_button.clicked.connect(self.sale_asked)
        kit.language.changed.connect(self.retranslate)
        theme.changed.connect(self._fit)
        self.retranslate()

    def show_contact(self, detail: ContactDetail, owner: str) -> None:
        """Show a contact; `owner` is the name of who looks after it."""
        self._detail = detail
        self.avatar.show_photo_of(detail)
        self.name.set_text(detail.name)
        self._keep_name()
        self.tags.show_tags(detail.tags)
        self.tier.show_contact(detail.id, str(detail.values.get("stage") or ""))
        phone, mail = first_of(detail, "phone"), first_of(detail, "email")
        for fact, text in ((self.phone, phone), (self.mail, mail), (self.owner, owner)):
            fact.setText(text)
            fact.setVisible(bool(text))
            fact.updateGeometry()
        self.call_button.setEnabled(bool(phone))
        self.mail_button.setEnabled(bool(mail))

    def add_mark(self, widget: QWidget) -> None:
        """Put something behind the name, as the stage."""
        self._first.insertWidget(self._first.count() - 1, widget)

    def retranslate(self) -> None:
        """Set every word again."""
        words = (
            self.tr("Call"), self.tr("Mail"), self.tr("Note"), self.tr("Log a call"),
            self.tr("Task"), self.tr("Record sale"),
        )  # fmt: skip
        self._words = dict(zip(self._buttons(), words, strict=True))
        for button, text in self._words.items():
            button.setAccessibleName(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        for widget in (self.name, self.phone, self.mail, self.owner):
            widget.setMaximumWidth(self.width() // 4)  # a long one leaves room for the others

    def _fit(self) -> None:
        """Leave the icons alone of what is done less, where name and tags need the room."""
        for button, text in self._words.items():
            button.set_text(text)
            button.setToolTip("")
        scale = self._kit.theme.text_scale
        taken = sum(button.sizeHint().width() + GAP for button in self._words) + AVATAR
        narrow = self.width() - taken < ROOM * scale
        for button, text in self._words.items():
            if narrow and (button is not self.sale_button or scale > LARGE_TEXT):
                button.set_text("")
                button.setToolTip(text)
            button.updateGeometry()

    def _keep_name(self) -> None:
        """Let marks and tags be cut before the name is."""
        least = round(NAME * self._kit.theme.text_scale)  # else a wide page could not be narrowed
        self.name.setMinimumWidth(min(self.name.sizeHint().width(), least))

    def _buttons(self) -> tuple[Button, ...]:
        return (
            self.call_button, self.mail_button, self.note_button, self.log_button,
            self.task_button, self.sale_button,
        )  # fmt: skip

    def _build(self) -> None:
        facts = QHBoxLayout()
        facts.setSpacing(16)
        for fact in (self.phone, self.mail, self.owner):
            facts.addWidget(fact)
        facts.addStretch(1)
        self._first = first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.name)
        first.addWidget(self.tier)
        first.addWidget(self.tags, 1, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addStretch(1)
        words.addLayout(first)
        words.addLayout(facts)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.setSpacing(16)
        row.addWidget(self.avatar)
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in self._buttons():
            buttons.addWidget(button)
        row.addLayout(buttons)
        self.tags.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _open(self, scheme: str, kind: str) -> None:
        if self._detail is not None:
            QDesktopServices.openUrl(QUrl(scheme + first_of(self._detail, kind)))


class Fact(QLabel):
    """A small icon and a short text."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = self._theme.metrics("body", digits=True).horizontalAdvance(self.text())
        return QSize(round(width) + ICON + 8, self._theme.line("body"))

    def minimumSizeHint(self) -> QSize:
        return QSize(ICON + 32, self._theme.line("body"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = self.rect().toRectF()
        at = QPointF(0, rect.center().y() - ICON / 2)
        self._theme.paint_icon(painter, at, self._icon, ICON, "muted")
        font = self._theme.font("body", digits=True)
        place = rect.adjusted(ICON + 6, 0, 1, 0)
        draw_text(painter, place, self.text(), font, self._theme.colour("text-2"))
        painter.end()
