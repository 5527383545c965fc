"""How a shop begins: with its own list, with a sample shop, or empty."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.common.icons import logo
from ui.common.kit import Kit
from ui.common.language import LANGUAGES
from ui.common.text import CENTRE
from ui.common.widgets.button import Button
from ui.common.widgets.help_button import HelpButton
from ui.common.widgets.icon_mark import IconMark
from ui.common.widgets.label import Label
from ui.common.widgets.segmented import Segmented
from ui.welcome.card import WelcomeCard, card_focus

GAP = 20
TRUST = (("hard-drive", "success"), ("undo-2", "success"), ("cloud-off", "success"))
SIDES = (32, 0, 24, 0)
ORDER = ("en", "ko")
LOW = 820  # px of height; below this the page stands closer and leaves the sign out
ROOMS = ((64, 4), (24, 0), (45, 20), (40, 14))  # px between the parts; with little height


class WelcomePage(QFrame):
    """Asks how to begin; whoever shows it does what is asked. Files can be dropped anywhere."""

    import_asked = Signal()
    sample_asked = Signal()
    empty_asked = Signal()
    open_asked = Signal()  # a Dangol file of another PC
    restore_asked = Signal()  # a backup
    language_chosen = Signal(str)
    files_dropped = Signal(object)  # list[Path]
    paste_asked = Signal()  # of the table that was copied in a spreadsheet
    topic = "first-steps"  # of the help that tells about it

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setObjectName("Canvas")
        self.setAcceptDrops(True)
        theme = kit.theme
        self.language = Segmented(
            theme, {code: LANGUAGES[code] for code in ORDER}, self.tr("Language"), size=32
        )
        self.title = Label(theme, "", "display", align=CENTRE)
        self.text, self.question = (
            Label(theme, "", "heading", "text-2", strong=False, align=CENTRE) for _line in range(2)
        )
        self.file_card = WelcomeCard(theme, "sheet", "primary", "upload")
        self.sample_card = WelcomeCard(theme, "shop", "secondary")
        self.empty_card = WelcomeCard(theme, "empty", "secondary")
        self.trust = [Label(theme, "", colour="text-2") for _mark in TRUST]
        self.other = Label(theme, "", "caption", "text-2")
        self.open_button = Button(theme, "", "link", size="xs")
        self.or_label = Label(theme, "", "caption", "text-2")
        self.restore_button = Button(theme, "", "link", size="xs")
        self.version = Label(theme, "", "caption", "muted")
        self._build()
        self._connect()
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Welcome"))
        self.language.choose(self._kit.language.code)
        self.language.setAccessibleName(self.tr("Language"))
        self.title.set_text(self.tr("Welcome to Dangol"))
        self.text.set_text(self.tr("Know your regulars, and keep them coming back."))
        self.question.set_text(self.tr("How do you want to begin?"))
        card = self.file_card
        card.title.set_text(self.tr("Import a spreadsheet"))
        card.text.set_text(
            self.tr(
                "Bring your customers from Excel, CSV or your phone’s contacts."
                " Dangol finds the columns for you."
            )
        )
        card.button.set_text(self.tr("Choose a file"))
        card.hint.set_text(self.tr("or drop it here"))
        card = self.sample_card
        card.title.set_text(self.tr("Look around first"))
        card.text.set_text(
            self.tr("Open a flower shop with invented customers. Remove it all with one click.")
        )
        card.button.set_text(self.tr("Use sample data"))
        card = self.empty_card
        card.title.set_text(self.tr("Start empty"))
        card.text.set_text(
            self.tr("Type in your first customer now. You can import a list whenever you like.")
        )
        card.button.set_text(self.tr("Start empty"))
        promises = (
            self.tr("Your data stays on this PC"),
            self.tr("Every step can be undone"),
            self.tr("Works without the internet"),
        )
        for label, promise in zip(self.trust, promises, strict=True):
            label.set_text(promise)
        self.other.set_text(self.tr("Already use Dangol on another PC?"))
        self.open_button.set_text(self.tr("I come from another PC"))
        self.or_label.set_text(self.tr("or"))
        self.restore_button.set_text(self.tr("restore a backup"))
        number = version_of()
        self.version.set_text(self.tr("Version {number}").format(number=number) if number else "")

    def set_busy(self, *, busy: bool) -> None:
        """Show that the sample shop is being made, and take nothing else meanwhile."""
        self.sample_card.button.set_busy(self.tr("Making it") if busy else "")
        for button in (self.file_card.button, self.empty_card.button, self.open_button):
            button.setEnabled(not busy)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        card_focus(self.file_card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < LOW
        self._mark.setVisible(not low)
        for room, (wide, close) in zip(self._rooms, ROOMS, strict=True):
            room.setFixedHeight(close if low else wide)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_of(event):
            event.acceptProposedAction()
            self.file_card.set_dropping(dropping=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.file_card.set_dropping(dropping=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.file_card.set_dropping(dropping=False)
        if files := files_of(event):
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def _build(self) -> None:
        self._rooms = [QWidget() for _room in ROOMS]
        above, below_mark, above_cards, below_cards = self._rooms
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 16, 0, 16)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons scroll it
        middle = QWidget()
        middle.setProperty("clear", "true")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(0)
        self._mark = QLabel()
        self._mark.setPixmap(logo(64, self.devicePixelRatioF()))
        self._mark.setAlignment(CENTRE)
        for widget in (above, self._mark, below_mark, self.title):
            column.addWidget(widget)
        column.addSpacing(7)
        column.addWidget(self.text)
        column.addWidget(self.question)
        column.addWidget(above_cards)
        cards = QHBoxLayout()
        cards.setSpacing(GAP)
        cards.addStretch(1)
        for card in (self.file_card, self.sample_card, self.empty_card):
            cards.addWidget(card)
        cards.addStretch(1)
        column.addLayout(cards)
        column.addWidget(below_cards)
        column.addLayout(self._promises())
        column.addStretch(1)
        area.setWidget(middle)
        whole.addWidget(area, 1)
        whole.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        mark = QLabel()
        mark.setPixmap(logo(28, self.devicePixelRatioF()))
        row = QHBoxLayout()
        row.setContentsMargins(*SIDES)
        row.setSpacing(10)
        row.addWidget(mark)
        row.addWidget(Label(self._kit.theme, "Dangol", "heading"))
        row.addStretch(1)
        row.addWidget(HelpButton(self._kit.theme))
        row.addWidget(IconMark(self._kit.theme, "languages", "text-2"))
        row.addWidget(self.language)
        return row

    def _promises(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for (icon, colour), label in zip(TRUST, self.trust, strict=True):
            row.addWidget(IconMark(self._kit.theme, icon, colour))
            row.addWidget(label)
            row.addSpacing(24 if label is not self.trust[-1] else 0)
        row.addStretch(1)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(*SIDES)
        row.setSpacing(6)
        for widget in (self.other, self.open_button, self.or_label, self.restore_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.version)
        return row

    def _connect(self) -> None:
        self.file_card.button.clicked.connect(self.import_asked)
        self.sample_card.button.clicked.connect(self.sample_asked)
        self.empty_card.button.clicked.connect(self.empty_asked)
        self.open_button.clicked.connect(self.open_asked)
        self.restore_button.clicked.connect(self.restore_asked)
        self.language.chosen.connect(self.language_chosen)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste_asked.emit)


def files_of(event: QDropEvent) -> list[Path]:
    """Return the files of this PC that are being dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def version_of() -> str:
    """Return the number of this Dangol, or nothing where it was not installed."""
    try:
        return version("dangol")
    except PackageNotFoundError:
        return ""
