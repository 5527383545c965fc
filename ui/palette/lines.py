"""Makes the lines of the palette: contacts, deals, notes, commands, tags, and actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from app.shapes.contacts import FoundContact
from app.shapes.deals import DealRow
from ui.common.deal_words import money_words
from ui.common.kit import Kit
from ui.common.stage_looks import LOOKS, NOWHERE, stage_words
from ui.common.widgets.avatar import avatar_colour
from ui.palette.commands import Command
from ui.palette.results import Result

TAGS = 50  # most tags shown
DIALLED = "+0123456789*#"


class PaletteLines(QObject):
    """Turns what was found into lines; choosing one of them is told by signal."""

    contact_chosen = Signal(object)  # id
    tag_chosen = Signal(str)
    deal_chosen = Signal(object)  # id
    action_chosen = Signal(object, str)  # id; 'log', 'note', 'tag' or 'trash'

    def __init__(
        self, kit: Kit, commands: Callable[[], list[Command]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._commands = commands

    def found(
        self,
        text: str,
        contacts: Sequence[FoundContact],
        snippets: Mapping[int, str],
        deals: Sequence[DealRow] = (),
    ) -> list[Result]:
        """Return contacts, what is done with the best one, deals, notes that fit, and commands."""
        people = [self._contact(c, text) for c in contacts if c.id not in snippets]
        notes = [self._note(c, snippets[c.id], text) for c in contacts if c.id in snippets]
        lines = [
            *headed(self.tr("Contacts"), people),
            *(self._with(people[0].contact) if people and people[0].contact else ()),
            *headed(self.tr("Deals"), [self._deal(deal, text) for deal in deals]),
            *headed(self.tr("Notes"), notes),
            *self.commands(text),
        ]
        return lines or self.nothing(text)

    def commands(self, text: str) -> list[Result]:
        """Return the commands whose names fit."""
        lines = [
            Result(c.title, c.run, key=c.key, icon=c.icon or "chevron-right", matched=text)
            for c in self._commands()
            if c.fits(text)
        ]
        return headed(self.tr("Commands"), lines)

    def tags(self, text: str, tags: Sequence[tuple[str, int]]) -> list[Result]:
        """Return the tags, given with the number of their contacts, whose names fit."""
        number = self._kit.formats.number
        lines = [
            Result(
                name,
                partial(self.tag_chosen.emit, name),
                why=number(count),
                icon="tag",
                matched=text,
            )
            for name, count in tags
            if text.casefold() in name.casefold()
        ]
        return headed(self.tr("Tags"), lines[:TAGS])

    def actions(self, contact: FoundContact) -> list[Result]:
        """Return what can be done with a contact."""
        opened = partial(self.contact_chosen.emit, contact.id)
        lines = [Result(self.tr("Open"), opened, icon="square-arrow-out-up-right")]
        phone = next(iter(contact.phones), "")
        if phone:
            call = self.tr("Call {phone}").format(phone=phone)
            lines.append(Result(call, partial(dial, phone), icon="phone-call"))
        away = partial(self.action_chosen.emit, contact.id, "trash")
        lines += [
            *self._usual(contact),
            Result(self.tr("Put in the trash"), away, icon="trash-2", key=self.tr("Del")),
        ]
        return headed(self.tr("With {name}").format(name=contact.name), lines)

    def _with(self, contact: FoundContact) -> list[Result]:
        return headed(self.tr("With {name}").format(name=contact.name), self._usual(contact))

    def _usual(self, contact: FoundContact) -> list[Result]:
        def act(name: str) -> Callable[[], object]:
            return partial(self.action_chosen.emit, contact.id, name)

        return [
            Result(self.tr("Log a call"), act("log"), icon="phone", key="L"),
            Result(self.tr("Write a note"), act("note"), icon="sticky-note", key="E"),
            Result(self.tr("New task"), act("task"), icon="circle-check", key="T"),
            Result(self.tr("Add a tag"), act("tag"), icon="tag", key="#"),
        ]

    def nothing(self, text: str) -> list[Result]:
        """Return what is said when nothing was found."""
        title = Result(self.tr("Nothing found"))
        if text.startswith((">", "#")):
            return [title]
        hint = self.tr("Try part of a name, initial consonants or the last digits of a phone.")
        return [title, Result(hint, quiet=True)]

    def _contact(self, contact: FoundContact, text: str) -> Result:
        why = {
            "initials": self.tr("by initial consonants"),
            "phone": self.tr("by phone"),
            "email": self.tr("by e-mail"),
            "tag": self.tr("by tag"),
            "note": self.tr("in a note"),
            "company": self.tr("by company"),
            "number": self.tr("by number"),
        }
        return Result(
            contact.name,
            partial(self.contact_chosen.emit, contact.id),
            meta=next(iter(contact.phones), ""),
            why=why.get(contact.why, ""),
            avatar=avatar_colour(contact.id),
            matched=text,
            contact=contact,
            pill=self._pill(contact),
        )

    def _pill(self, contact: FoundContact) -> tuple[str, str, str] | None:
        if not contact.stage:
            return None
        words = stage_words(contact.stage, self._kit.language.code)
        return words, *LOOKS.get(contact.stage, NOWHERE)

    def _deal(self, deal: DealRow, text: str) -> Result:
        worth = money_words(deal.amount, deal.currency, self._kit.formats)
        return Result(
            deal.title,
            partial(self.deal_chosen.emit, deal.id),
            meta=" · ".join(part for part in (deal.contact, worth) if part),
            why=deal.stage,
            icon="square-kanban",
            matched=text,
        )

    def _note(self, contact: FoundContact, snippet: str, text: str) -> Result:
        return Result(
            f"“{snippet}”",
            partial(self.contact_chosen.emit, contact.id),
            meta=self.tr("note, {name}").format(name=contact.name),
            icon="file-text",
            matched=text,
            contact=contact,
        )


def headed(title: str, lines: Sequence[Result]) -> list[Result]:
    """Return lines below their heading, nothing if there are none."""
    return [Result(title), *lines] if lines else []


def dial(phone: str) -> None:
    """Hand a number to whatever makes calls on this PC."""
    number = "".join(sign for sign in phone if sign in DIALLED)
    QDesktopServices.openUrl(QUrl(f"tel:{number}"))
