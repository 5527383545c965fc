"""Which columns the list shows, and how they look."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.shapes.contacts import ContactRow
from app.shapes.custom_fields import FieldRow
from ui.common.kit import Kit
from ui.common.row_delegate import Cell, PersonCell, PillCell, TagsCell, TextCell
from ui.common.row_table import RowColumn
from ui.common.stage_looks import LOOKS, NOWHERE, stage_words
from ui.common.widgets.avatar import avatar_colour
from ui.contacts.custom_columns import OWN, OwnColumns, field_id_of
from ui.contacts.next_task_column import next_task_cell, next_task_words
from ui.contacts.score_columns import CHANCE, NEXT, SCORES, STAKE, TIER, VALUE, ScoreColumns
from ui.contacts.score_columns import RIGHT as RIGHT_SCORES
from ui.contacts.stay_in_touch_column import TOUCH, TouchColumn

KEPT = "contacts/columns"
NAME = "name"
USUAL = ("stage", "tags", "last_contact", "next_task", "sales_year")
FIRST_TO_GO = ("tags", "owner", "last_contact", "stage")  # where room is short
OWN_WIDTH = 112  # px of a column of the shop's own


@dataclass(frozen=True, slots=True)
class Kind:
    """A column to choose from: width of its content in px, and the key it is sorted by."""

    width: int
    sort: str = ""


# Sorted by is only what has an index: any other would read a million rows.
KINDS = {
    NAME: Kind(0, "name"),
    "stage": Kind(114),
    "tags": Kind(112),
    "last_contact": Kind(112, "last_contact_at"),
    "next_task": Kind(148, "next_task_at"),
    "phone": Kind(120),
    "company": Kind(112, "company"),
    "kind": Kind(80),
    "created": Kind(112, "created_at"),
    "first_seen": Kind(112),
    "source": Kind(96),
    "owner": Kind(76),
    "birthday": Kind(112),
    TOUCH: Kind(112),
    TIER: Kind(114),
    CHANCE: Kind(104),
    VALUE: Kind(112),
    STAKE: Kind(104),
    NEXT: Kind(112),
    "number": Kind(88),
    "sales_year": Kind(96, "sales_year"),
    "sales_total": Kind(96, "sales_total"),
    "visits": Kind(64, "visits"),
    "last_sale": Kind(96, "last_sale_on"),
    "owed": Kind(88, "owed"),
    "quality": Kind(64, "quality"),
}
AMOUNTS = ("sales_year", "sales_total", "owed")
NUMBERS = (*AMOUNTS, "visits", "quality", *RIGHT_SCORES)  # at the right edge of their column
CLEAR = ("stage", "tags", "next_task", "phone", "company", "kind", TIER)  # without their title

FIELDS = {
    "last_contact": "last_contact_at",
    "created": "created_at",
    "first_seen": "first_seen_on",
    "last_sale": "last_sale_on",
    "next_task": "next_task_at",
}  # of a ContactRow, where it is not called like the column


class Columns(QObject):
    """Knows the columns' names and what of a contact stands in them.

    A column of the shop's own field is remembered also while its field is not offered.
    """

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        kept = kit.state.text(KEPT, ",".join(USUAL)).split(",")
        self.chosen: tuple[str, ...] = tuple(
            key for key in dict.fromkeys(kept)
            if key != NAME and (key in KINDS or field_id_of(key))
        )  # fmt: skip
        self.own = OwnColumns(kit)
        self.touch = TouchColumn(kit)
        self.scores = ScoreColumns(kit)

    def shown(self) -> tuple[str, ...]:
        """Return the columns from the left, the name first."""
        there = (key for key in self.chosen if key in KINDS or self.own.field(key))
        return (NAME, *there)

    def offered(self) -> tuple[str, ...]:
        """Return every column there is to choose from, those of the shop's own fields last."""
        return (*KINDS, *(OWN + str(field.id) for field in self.own.fields))

    def kind(self, key: str) -> Kind:
        """Return the width and order of a column."""
        return KINDS.get(key) or Kind(OWN_WIDTH)

    def read_own(self, contacts: Collection[int]) -> None:
        """Read what stands in the columns that are not of the contact itself, before they show."""
        self.own.read(contacts, [key for key in self.shown() if key not in KINDS])
        if TOUCH in self.chosen:
            self.touch.read(contacts)
        if any(key in SCORES for key in self.chosen):
            self.scores.read(contacts)

    def choose(self, keys: Sequence[str]) -> None:
        """Show these columns beside the name, and remember it."""
        away = [key for key in self.chosen if key not in self.shown() and key not in keys]
        self.chosen = (*keys, *away)
        self._kit.state.put_text(KEPT, ",".join(self.chosen))

    def widths(self) -> list[RowColumn]:
        """Return the widths of the check box and the columns that are shown."""
        kinds = [self.kind(key) for key in self.shown()]
        boxes = RowColumn(0, sortable=False)
        return [boxes, *(RowColumn(kind.width, sortable=bool(kind.sort)) for kind in kinds)]

    def title(self, key: str) -> str:
        """Return what a column is called."""
        field: FieldRow | None = self.own.field(key)
        if field is not None:
            return field.label(self._kit.language.code)
        return {
            NAME: self.tr("Name"),
            "stage": self.tr("Stage"),
            "tags": self.tr("Tags"),
            "last_contact": self.tr("Last contact"),
            "next_task": self.tr("Next task"),
            "phone": self.tr("Phone"),
            "company": self.tr("Company"),
            "kind": self.tr("Kind"),
            "created": self.tr("Added"),
            "first_seen": self.tr("First visit"),
            "source": self.tr("Source"),
            "owner": self.tr("Owner"),
            "birthday": self.tr("Birthday"),
            TOUCH: self.tr("Stay in touch"),
            TIER: self.tr("Customer group"),
            CHANCE: self.tr("Back in 90 days"),
            VALUE: self.tr("Next 12 months"),
            STAKE: self.tr("At stake"),
            NEXT: self.tr("Next visit"),
            "number": self.tr("Number"),
            "quality": self.tr("Quality"),
            "sales_year": self.tr("12-mo sales"),
            "sales_total": self.tr("Sales"),
            "visits": self.tr("Visits"),
            "last_sale": self.tr("Last purchase"),
            "owed": self.tr("Owed"),
        }[key]

    def cell(self, key: str, contact: ContactRow, name: str, *, saving: bool = False) -> Cell:
        """Return how a column of a contact is painted.

        `name` may be on its way to the disk; `saving`: it has been for a while.
        """
        if key == NAME:
            company = contact.kind == "company"
            hint = self.tr("Saving…") if saving else ""
            return PersonCell(name, avatar_colour(contact.id), company=company, hint=hint)
        if key == "tags":
            return TagsCell(tuple(self._kit.tags.look(tag) for tag in contact.tags))
        if key == "stage" and contact.stage:
            return PillCell(self.text(key, contact), *LOOKS.get(contact.stage, NOWHERE))
        if key in (TOUCH, "last_contact"):
            slipping = "warning" if contact.stage == "slipping" else "text-2"
            colour = self.touch.colour(contact.id) if key == TOUCH else slipping
            return TextCell(self.text(key, contact), colour, digits=True)
        if key in (*SCORES, "next_task"):
            scores, formats = self.scores, self._kit.formats
            told = key in SCORES and scores.cell(key, contact.id, self.own.currency)
            return told or next_task_cell(contact, formats)
        colour = "warning" if key == "owed" else "text-2"
        digits = key not in ("company", "kind", "source", "owner")
        return TextCell(self.text(key, contact), colour, right=key in NUMBERS, digits=digits)

    def words(self, key: str, contact: ContactRow) -> str:
        """Return what stands in a column as it is read aloud: 'Last contact Mar 31'."""
        text = self.text(key, contact)
        return text if key in CLEAR or not text else f"{self.title(key)} {text}"

    def text(self, key: str, contact: ContactRow) -> str:
        """Return what stands in a column of a contact."""
        formats = self._kit.formats
        if key == "tags":
            return formats.listing(contact.tags)
        if key in SCORES or key == TOUCH or key not in KINDS:
            return self._read_apart(key, contact.id)
        if key == "kind":
            return self._kind(contact.kind)
        if key == "stage":
            return stage_words(contact.stage, self._kit.language.code) if contact.stage else ""
        if key in NUMBERS:
            return self._number(key, getattr(contact, key))
        value = str(getattr(contact, FIELDS.get(key, key)))
        shapes: dict[str, Callable[[str], str]] = {
            "created": formats.day_of,
            "last_contact": formats.day_of,
            "first_seen": formats.day,
            "birthday": formats.birthday,
            "last_sale": formats.day,
            "next_task": lambda _at: next_task_words(contact, formats),
        }
        return shapes[key](value) if value and key in shapes else value

    def _read_apart(self, key: str, contact_id: int) -> str:
        """Return what stands in a column that is not of the contact itself."""
        if key in SCORES:
            return self.scores.text(key, contact_id, self.own.currency)
        return self.touch.text(contact_id) if key == TOUCH else self.own.text(key, contact_id)

    def _number(self, key: str, value: int | None) -> str:
        if value is None or (value == 0 and key != "quality"):
            return ""
        formats = self._kit.formats
        return formats.money(value, self.own.currency) if key in AMOUNTS else formats.number(value)

    def _kind(self, kind: str) -> str:
        return {
            "person": self.tr("Person"),
            "company": self.tr("Company"),
            "household": self.tr("Household"),
        }.get(kind, kind)
