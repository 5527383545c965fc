"""What the shop's own fields hold, in the words of the window."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from PySide6.QtCore import QCoreApplication

from app.custom_texts import choice_words, exact_text, plain_number
from app.shapes.custom_fields import CustomContent, CustomValueRow, FieldRow
from ui.common.kit import Kit

translate = QCoreApplication.translate


def content_words(field: FieldRow, value: CustomValueRow, kit: Kit, currency: str) -> str:
    """Return what a contact has in a field, as people read it."""
    content, formats = value.content, kit.formats
    if isinstance(content, bool):
        return yes_words() if content else no_words()
    if isinstance(content, date):
        return formats.birthday(content.isoformat())
    if isinstance(content, Decimal):
        whole, _dot, rest = plain_number(abs(content)).partition(".")
        sign = "-" if content < 0 else ""
        return sign + formats.number(int(whole)) + (f".{rest}" if rest else "")
    if field.kind == "money" and isinstance(content, int):
        return formats.money(content, currency)
    named = field.kind in ("person", "file")
    return value.name if named else _words(field, content, kit)


def _words(field: FieldRow, content: CustomContent, kit: Kit) -> str:
    """Return a text as it is and choices by their names."""
    language = kit.language.code
    if isinstance(content, tuple):
        return kit.formats.listing([choice_words(field, each, language) for each in content])
    return exact_text(field, content, language, "")


def typed_words(field: FieldRow, content: CustomContent | None, kit: Kit, currency: str) -> str:
    """Return the text an editor begins with."""
    return "" if content is None else exact_text(field, content, kit.language.code, currency)


def yes_words() -> str:
    """Return the word for a yes."""
    return translate("CustomFields", "Yes")


def no_words() -> str:
    """Return the word for a no."""
    return translate("CustomFields", "No")
