"""When reminders ring, what is put off to when, and what the program does on this PC."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.settings import DAY_REMINDER, EVENING, MORNING, QUIET_FROM, QUIET_UNTIL
from ui.common.kit import Kit
from ui.common.widgets.card import Card
from ui.common.widgets.segmented import Segmented
from ui.common.widgets.toggle import Toggle
from ui.settings.choices import Choices
from ui.settings.section import Section, SettingRow, fill
from ui.settings.typed_field import TypedField

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.autostart import Autostart
    from app.settings import Setting

HOUR = 88  # px
TIME = re.compile(r"(\d{1,2})(?:[:.시]\s*(\d{2})?)?\s*분?")
LAST_HOUR, LAST_MINUTE = 23, 59
FIRST_PAGE, STAY, YES = "start/page", "tray/stay", "yes"  # what this PC remembers


class RemindersSection(Section):
    """Hours belong to the shop; the tray and the start with the computer to this PC."""

    icon = "alarm-clock"

    def __init__(
        self,
        kit: Kit,
        choices: Choices,
        autostart: Autostart,
        keep: Callable[[bool], None],
        parent: QWidget | None = None,
    ) -> None:
        """`keep` lets the program go on in the tray when its window is closed, or not."""
        super().__init__(kit, parent)
        theme = kit.theme
        self._choices = choices
        self._autostart = autostart
        self._keep = keep
        self.hours: dict[str, TypedField] = {}
        self._settings = (DAY_REMINDER, MORNING, EVENING, QUIET_FROM, QUIET_UNTIL)
        self._rows: dict[str, SettingRow] = {}
        for setting in self._settings:
            quiet = setting in (QUIET_FROM, QUIET_UNTIL)
            field = TypedField(needed=not quiet)
            field.setFixedWidth(round(HOUR * theme.text_scale))
            field.typed.connect(lambda text, setting=setting: self._on_typed(setting, text))
            self.hours[setting.key] = field
            self._rows[setting.key] = SettingRow(theme, field)
        self.start = Toggle(theme)
        self.stay = Toggle(theme)
        self.first = Segmented(theme, {"home": " ", "contacts": " "}, "", size=32)
        for key, control in (("start", self.start), ("stay", self.stay), ("first", self.first)):
            self._rows[key] = SettingRow(theme, control)
        rows = self._rows
        self._ringing, self._putting_off = Card(theme, " "), Card(theme, " ")
        self._here = Card(theme, " ")
        quiet_rows = rows[QUIET_FROM.key], rows[QUIET_UNTIL.key]
        self.column.addWidget(fill(self._ringing, rows[DAY_REMINDER.key], *quiet_rows))
        self.column.addWidget(fill(self._putting_off, rows[MORNING.key], rows[EVENING.key]))
        self.column.addWidget(fill(self._here, rows["start"], rows["stay"], rows["first"]))
        self.start.clicked.connect(self._on_start)
        self.stay.clicked.connect(self._on_stay)
        self.first.chosen.connect(self._on_first)

    def title(self) -> str:
        return self.tr("Reminders")

    def about(self) -> str:
        return self.tr("When something rings, and what this PC does for it.")

    def retranslate(self) -> None:
        super().retranslate()
        rows = self._rows
        self._ringing.set_title(self.tr("Ringing"))
        self._putting_off.set_title(self.tr("Putting off"))
        self._here.set_title(self.tr("This PC"))
        rows[DAY_REMINDER.key].set_words(
            self.tr("Reminder of a task without an hour"), self.tr("In the morning of its day.")
        )
        rows[QUIET_FROM.key].set_words(
            self.tr("Quiet from"),
            self.tr("Nothing rings until the hour below. Left empty, it always rings."),
        )
        rows[QUIET_UNTIL.key].set_words(
            self.tr("Quiet until"), self.tr("What rang meanwhile is told together.")
        )
        rows[MORNING.key].set_words(
            self.tr("Morning"), self.tr("What is put off to another day comes back then.")
        )
        rows[EVENING.key].set_words(self.tr("Evening"))
        rows["start"].set_words(self.tr("Start with the computer"))
        rows["stay"].set_words(
            self.tr("Go on in the tray"),
            self.tr("Closing the window keeps the program there, and reminders go on."),
        )
        rows["first"].set_words(self.tr("First page"), self.tr("What is in front at the start."))
        self.first.set_texts({"home": self.tr("Home"), "contacts": self.tr("Contacts")})
        self.refresh()

    def refresh(self) -> None:
        for setting in self._settings:
            self.hours[setting.key].show_text(self._choices.get(setting))
        state = self.kit.state
        self.start.setChecked(self._autostart.is_on)
        self.stay.setChecked(state.text(STAY) == YES)
        self.first.choose(state.text(FIRST_PAGE) or "home")

    def _on_typed(self, setting: Setting[str], text: str) -> None:
        hour = hour_of(text)
        if hour is None:
            self.hours[setting.key].bring_back(self._choices.get(setting))
            return
        self.hours[setting.key].bring_back(hour)
        self._choices.put(setting, hour)

    def _on_start(self) -> None:
        try:
            self._autostart.turn(on=self.start.isChecked())
        except UserError as error:
            self.kit.runner.failed.emit(error)
            self.refresh()

    def _on_stay(self) -> None:
        on = self.stay.isChecked()
        self.kit.state.put_text(STAY, YES if on else "")
        self._keep(on)

    def _on_first(self, key: str) -> None:
        self.kit.state.put_text(FIRST_PAGE, key)


def hour_of(text: str) -> str | None:
    """Return an hour somebody typed as '09:00', '' for none; None for what is no hour."""
    if not text.strip():
        return ""
    found = TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if hour > LAST_HOUR or minute > LAST_MINUTE:
        return None
    return f"{hour:02d}:{minute:02d}"
