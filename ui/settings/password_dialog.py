"""Giving the shop a password, another one, or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from app.errors import WrongPasswordError
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.checkbox import CheckBox
from ui.common.widgets.label import Label
from ui.common.widgets.note import Note, announce
from ui.common.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from app.locking import Key

SHORTEST = 8  # characters
WIDTH = 560


class PasswordDialog(FormDialog):
    """Asks for the present password, then twice for the new one; says first that it is final.

    `saved` carries (the new password, '' for none; whether older backups are encrypted too).
    """

    def __init__(
        self, kit: Kit, key: Key | None, parent: QWidget | None = None, *, removes: bool = False
    ) -> None:
        super().__init__(kit, parent, width=WIDTH)
        theme = kit.theme
        self._key = key
        self._removes = removes
        self._mode = "remove" if removes else "change" if key else "set"
        self.present, self.new, self.again = (SecretField() for _ in range(3))
        self.confirmed = QLineEdit()
        self.show_box = CheckBox(theme, self.tr("Show what I type"))
        self.backups_box = CheckBox(theme, self.tr("Encrypt the backups that are there as well"))
        self.backups_box.setChecked(True)
        self._word = self.tr("final")
        titles = {
            "set": self.tr("Give the shop a password"),
            "change": self.tr("Change the password"),
            "remove": self.tr("Remove the password"),
        }
        acts = {
            "set": self.tr("Encrypt the shop"),
            "change": self.tr("Change the password"),
            "remove": self.tr("Remove the password"),
        }
        self.set_words(titles[self._mode], acts[self._mode])
        if key is not None:
            self.add(self.tr("Present password"), self.present)
        if not removes:
            self.add(self.tr("New password"), self.new)
            self.add(self.tr("Once more"), self.again)
        self.body.addWidget(self.show_box)
        self.notice = Label(theme, "", "caption", "warning", wrap=True)
        self.notice.hide()
        self.body.addWidget(self.notice)
        self._note = Note(theme, self._warning(), "warning")
        self.body.addWidget(self._note)
        if not removes:
            words = self.tr("To show that you know this, type the word <b>{word}</b> here.")
            self._ask = Label(theme, words.format(word=self._word), wrap=True, markup=True)
            self._ask.setBuddy(self.confirmed)
            self.confirmed.setAccessibleName(self._ask.text())
            self.body.addWidget(self._ask)
            self.body.addWidget(self.confirmed)
        if self._mode == "set":
            self.body.addWidget(self.backups_box)
        for field in (self.present, self.new, self.again):
            self.show_box.toggled.connect(field.show_text)
            field.noticed.connect(self._on_noticed)
        (self.present if key is not None else self.new).setFocus()

    def job(self) -> Callable[[], object] | None:
        new = "" if self._removes else self.new.text()
        if self._key is not None and not self.present.text():
            self.refuse(self.tr("Type the present password."), self.present)
            return None
        if not self._removes and not self._is_good(new):
            return None
        key, present, backups = self._key, self.present.text(), self.backups_box.isChecked()

        def proved() -> tuple[str, bool]:
            if key is not None and not key.is_of(present):
                raise WrongPasswordError("")
            return new, backups and not self._removes

        return proved

    def _is_good(self, new: str) -> bool:
        if len(new) < SHORTEST:
            words = self.tr("A password has at least {n} characters.").format(n=SHORTEST)
            self.refuse(words, self.new)
        elif new != self.again.text():
            self.refuse(self.tr("The two are not the same."), self.again)
        elif self.confirmed.text().strip().casefold() != self._word.casefold():
            words = self.tr("Type the word {word} to go on.").format(word=self._word)
            self.refuse(words, self.confirmed)
        else:
            return True
        return False

    def _warning(self) -> str:
        if self._removes:
            return self.tr(
                "Whoever has the file, or this PC, can then read everything in it, and the files of"
                " contacts. Backups made until now keep their password."
            )
        return self.tr(
            "<b>A forgotten password is final.</b> Nobody can open the shop or its backups without"
            " it: there is no second way in, not for us either. Write it down and keep it in a"
            " safe place."
        )

    def _on_refused(self, error: BaseException) -> None:
        if isinstance(error, WrongPasswordError):
            self.save_button.setEnabled(True)
            self.present.clear()
            self.refuse(self.tr("That is not the present password."), self.present)
        else:
            super()._on_refused(error)

    def _on_noticed(self, what: str) -> None:
        said = {
            "caps": self.tr("Caps Lock is on."),
            "hangul": self.tr(
                "This is Hangul. Where the letters are hidden, many keyboards type Latin ones"
                " instead: then choose “Show what I type” to unlock the shop, too."
            ),
        }
        words = said.get(what, "")
        if words != self.notice.text():
            self.notice.set_text(words)
            self.notice.setVisible(bool(words))
            announce(self.notice, words)
