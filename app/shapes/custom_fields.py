"""Fields of the shop's own, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

# By kind: text str, number Decimal, money int (minor units), date, yes_no bool, choice int,
# choices tuple of int (choices' ids), person and file int (the contact's, the attachment's id).
CustomContent = str | Decimal | int | bool | date | tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A value a field of choices offers, or no longer offers."""

    id: int
    label_ko: str
    label_en: str
    retired: bool

    def label(self, language: str) -> str:
        """Return its name in a language, in the other one where it has none."""
        return _label(self.label_ko, self.label_en, language)


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field of the shop's own; `kind` is one of `db.kinds.FIELD_KINDS`."""

    id: int
    kind: str
    label_ko: str
    label_en: str
    in_list: bool
    retired: bool
    choices: tuple[ChoiceRow, ...]

    def label(self, language: str) -> str:
        """Return its name in a language, in the other one where it has none."""
        return _label(self.label_ko, self.label_en, language)


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldForm:
    """What somebody told about a field: a name in one language is enough."""

    kind: str
    label_ko: str = ""
    label_en: str = ""
    in_list: bool = False
    choices: tuple[str, ...] = ()  # to begin with, in either language


@dataclass(frozen=True, slots=True)
class ChoiceForm:
    """A choice as somebody wants it; `id` None is a new one."""

    id: int | None
    label_ko: str = ""
    label_en: str = ""
    retired: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class FieldEdit:
    """A field that is there, as somebody wants it; choices left out stay as they are."""

    label_ko: str
    label_en: str
    in_list: bool
    choices: tuple[ChoiceForm, ...] = ()


@dataclass(frozen=True, slots=True)
class CustomValueRow:
    """What a contact has in a field; `name` is that of the person it points at."""

    field_id: int
    content: CustomContent
    name: str = ""


def _label(korean: str, english: str, language: str) -> str:
    return (korean or english) if language == "ko" else (english or korean)
