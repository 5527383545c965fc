"""The line that takes a new enquiry in: how it came, from whom, what is wanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.errors import UserError
from app.jobs import Ticket
from app.shapes.enquiries import CHANNELS, EnquiryForm, Match
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.enquiries.words import ICONS, channel_words

if TYPE_CHECKING:
    from ui.enquiries.desk import EnquiryDesk

PAUSE = 120  # ms without a keystroke before it is looked for
WHO = 208  # px of the field for phone or name
PHONE = re.compile(r"[+\d][\d\s().-]{5,}")
Found = tuple[str, Sequence[Match]]
FIRST = "phone"  # the way most of them come that somebody writes down


class NewEnquiryLine(QFrame):
    """Enter goes from field to field and takes it in from the last; a known phone names them."""

    added = Signal(object)  # enquiry id

    def __init__(self, kit: Kit, desk: EnquiryDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._desk = desk
        self._writes = False
        self.setObjectName("Toolbar")
        self.channel = QComboBox()
        self.who = QLineEdit()
        self.who.setFixedWidth(round(WHO * theme.text_scale))
        self.text = QLineEdit()
        self.add_button = Button(theme, "", "soft", icon="plus", size="sm")
        self.known = Label(theme, "", "caption", "text-2", digits=True)
        self.problem = FieldHint(theme)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._build()
        self.who.textChanged.connect(self._on_typed)
        self.who.returnPressed.connect(self.text.setFocus)
        self.text.returnPressed.connect(self.add)
        self.add_button.clicked.connect(self.add)
        self._pause.timeout.connect(self._look)
        self.setFocusProxy(self.who)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        chosen = self.channel.currentData() or FIRST
        self.channel.clear()
        for channel in CHANNELS:
            icon = self._kit.theme.icon(ICONS[channel])
            self.channel.addItem(icon, channel_words(channel, self._kit), channel)
        self.channel.setCurrentIndex(self.channel.findData(chosen))
        self.channel.setAccessibleName(self.tr("How it came"))
        self.who.setPlaceholderText(self.tr("Phone, name or e-mail"))
        self.who.setAccessibleName(self.tr("Who asks"))
        self.text.setPlaceholderText(self.tr("What do they want?"))
        self.text.setAccessibleName(self.tr("What do they want?"))
        self.add_button.set_text(self.tr("Take in"))
        self.add_button.updateGeometry()

    def form(self) -> EnquiryForm:
        """Return the enquiry as it stands in the line."""
        phone, email, name = parts_of(self.who.text())
        return EnquiryForm(
            channel=self.channel.currentData(),
            text=self.text.text().strip(),
            name=name,
            phone=phone,
            email=email,
        )

    def add(self) -> None:
        """Take in what is typed."""
        if self._writes:
            return
        form, enquiries = self.form(), self._desk.enquiries
        self._writes = True
        job = self._kit.runner.write(lambda _ticket: enquiries.add(form), quiet=True)
        job.succeeded.connect(self._on_added)
        job.failed.connect(self._on_refused)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.channel, self.who):
            row.addWidget(part)
        row.addWidget(self.text, 1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 16, 8)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.known)
        column.addWidget(self.problem)
        self.known.hide()

    def _on_typed(self) -> None:
        self.problem.show_hint("")
        self._pause.start()

    def _look(self) -> None:
        text, enquiries = self.who.text(), self._desk.enquiries
        phone, email, name = parts_of(text)

        def task(_ticket: Ticket) -> Found:
            return text, enquiries.matches_of(phone, email, name) if text.strip() else ()

        job = self._kit.runner.read(task, quiet=True)
        job.succeeded.connect(self._on_found)  # its own: nothing comes after it is gone

    def _on_found(self, answer: Found) -> None:
        text, found = answer
        if text != self.who.text():
            return  # something else is typed meanwhile
        self.known.setVisible(bool(text.strip()))
        self.known.set_text(self._known_words(found))

    def _known_words(self, found: Sequence[Match]) -> str:
        if not found:
            return self.tr("Nobody known yet: a new person")
        sure = [match for match in found if match.why != "name"]
        if sure:
            return self.tr("This is {name}").format(name=sure[0].name)
        names = self._kit.formats.listing([match.name for match in found[:3]])
        return self.tr("May be {names}; P says who it is").format(names=names)

    def _on_added(self, enquiry_id: int) -> None:
        self._writes = False
        self.who.clear()
        self.text.clear()
        self.known.hide()
        self.problem.show_hint("")
        self.who.setFocus()
        self.added.emit(enquiry_id)

    def _on_refused(self, error: BaseException) -> None:
        self._writes = False
        if not isinstance(error, UserError):
            self._kit.runner.failed.emit(error)
            return
        words = self._kit.messages.describe(error)
        self.problem.show_hint(words)
        announce(self, words)
        self.who.setFocus()


def parts_of(text: str) -> tuple[str, str, str]:
    """Return phone, e-mail and name out of what was typed in one field."""
    email = next((word for word in text.split() if "@" in word.strip("@")), "")
    rest = text.replace(email, " ") if email else text
    found = PHONE.search(rest)
    phone = found.group().strip() if found else ""
    name = " ".join((rest.replace(phone, " ") if phone else rest).split()).strip(" ,·/")
    return phone, email, name
