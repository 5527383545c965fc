"""The page that stands in the whole window while a shop is locked."""

from __future__ import annotations

import math

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.locking_attempts import Attempts
from ui.common.kit import Kit
from ui.common.text import CENTRE
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.empty_state import IconSquare
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce
from ui.common.widgets.secret_field import SecretField

WIDTH = 400
SECOND = 1000  # ms


class LockPage(QWidget):
    """Asks for the password, or for a PIN where there are some; tells nothing of the shop.

    Whoever shows it answers `given` with `refuse`, or takes it away.
    """

    given = Signal(str, bool)  # what was typed, and whether it is a PIN
    left = Signal()  # the way out: another shop, or back
    topic = "password"  # of the help that tells about it

    def __init__(
        self,
        kit: Kit,
        *,
        pins: bool = False,
        way_out: str = "",
        moved: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`way_out` is 'other' for another shop, 'back' where one can go back, else ''.

        What one can go back from is a backup, or a shop that has `moved` from another PC.
        """
        super().__init__(parent)
        theme = kit.theme
        self._kit = kit
        self._way_out = way_out
        self._has_pins = self._asks_pin = pins
        self._moved = moved
        self._pause = 0
        self.attempts = Attempts()
        self._is_backup = way_out == "back"
        self._title = Label(theme, "", "title", wrap=True, align=CENTRE)
        self._text = Label(theme, "", colour="text-2", wrap=True, align=CENTRE, balanced=True)
        self.field = SecretField()
        self.field.setFixedHeight(theme.height(40))
        self.show_box = CheckBox(theme, " ")
        self.hint = FieldHint(theme)
        self.button = Button(theme, "", "primary", size="lg")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.switch_button = Button(theme, "", "link")
        self.way_button = Button(theme, "", "link")
        self._build()
        self._clock = QTimer(self, interval=SECOND)
        self._clock.timeout.connect(self._on_second)
        self.field.returnPressed.connect(self._on_given)
        self.field.noticed.connect(self._on_noticed)
        self.button.clicked.connect(self._on_given)
        self.show_box.toggled.connect(self.field.show_text)
        self.switch_button.clicked.connect(self._on_switched)
        self.way_button.clicked.connect(self.left)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        pin = self._asks_pin
        title = self.tr("This backup is locked") if self._is_backup else self.tr("Dangol is locked")
        if self._moved:
            title = self.tr("This shop is locked")
        self.setAccessibleName(title)
        self._title.set_text(title)
        if self._moved:
            text = self.tr("Type the password it has on the other PC.")
        elif self._is_backup:
            text = self.tr("It was made under another password. Type that one.")
        elif pin:
            text = self.tr("Type your PIN.")
        else:
            text = self.tr("Type the password of the shop.")
        self._text.set_text(text)
        name = self.tr("PIN") if pin else self.tr("Password")
        self.field.setPlaceholderText(name)
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(text)
        self.show_box.setText(self.tr("Show what I type"))
        self.button.set_text(self.tr("Unlock"))
        self.switch_button.set_text(
            self.tr("Use the password instead") if pin else self.tr("Use a PIN instead")
        )
        self.switch_button.setVisible(self._has_pins)
        ways = {"other": self.tr("Open another shop…"), "back": self.tr("Back to the shop")}
        self.way_button.set_text(ways.get(self._way_out, ""))
        self.way_button.setVisible(bool(self._way_out))

    def ask_password(self) -> None:
        """Ask for the password from now on: no PIN is taken any more."""
        self._has_pins = self._asks_pin = False
        self._ask_anew()

    def _on_switched(self) -> None:
        self._asks_pin = not self._asks_pin
        self._ask_anew()

    def _ask_anew(self) -> None:
        self.hint.show_hint("")
        self.field.clear()
        self.retranslate()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str, seconds: float = 0) -> None:
        """Say why not; nothing can be typed until the seconds are over."""
        self.button.set_busy("")
        self.field.clear()
        self.hint.show_hint(words)
        announce(self.field, words, urgent=True)
        self._pause = math.ceil(seconds)
        self._open_field()
        if self._pause:
            self._clock.start()
            self._tell_pause()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        theme = self._kit.theme
        centre = Qt.AlignmentFlag.AlignHCenter
        self.setObjectName("Canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card = Card(theme, padding=32)
        card.setFixedWidth(round(WIDTH * theme.text_scale))
        inner = card.column
        inner.addWidget(IconSquare(theme, "lock", "accent"), 0, centre)
        inner.addWidget(self._title)
        inner.addWidget(self._text)
        inner.addSpacing(4)
        inner.addWidget(self.field)
        inner.addWidget(self.hint)
        inner.addWidget(self.show_box)
        inner.addWidget(self.button)
        inner.addWidget(self.switch_button, 0, centre)
        inner.addWidget(self.way_button, 0, centre)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(card, 0, centre)
        column.addStretch(1)

    def _open_field(self) -> None:
        # Disabled, it would hand the keys on to the box below, where a space shows the password.
        self.field.setReadOnly(bool(self._pause))
        self.button.setEnabled(not self._pause)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_pause(self) -> None:
        if self._pause:
            one, many = self.tr("Again in 1 second"), self.tr("Again in {n} seconds")
            self.button.set_text(self._kit.formats.count(self._pause, one, many))
        else:
            self.retranslate()

    def _on_second(self) -> None:
        self._pause = max(0, self._pause - 1)
        self._tell_pause()
        if not self._pause:
            self._clock.stop()
            self._open_field()

    def _on_noticed(self, what: str) -> None:
        said = {
            "caps": self.tr("Caps Lock is on."),
            "hangul": self.tr("This is Hangul: check the Hangul key (한/영)."),
        }
        words = said.get(what, "")
        if words != self.hint.text():
            self.hint.show_hint(words, "muted")
            announce(self.field, words)

    def _on_given(self) -> None:
        typed = self.field.text()
        if typed and not self.field.isReadOnly():
            self.field.setReadOnly(True)
            self.button.set_busy(self.tr("Unlocking"))
            self.given.emit(typed, self._asks_pin)
