"""Columns of the list that show fields of the shop's own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from app.shapes.custom_fields import FieldRow
from ui.common.kit import Kit
from ui.contacts.custom_words import content_words

if TYPE_CHECKING:
    from app.services.custom_fields import CustomFieldService

OWN = "custom:"  # begins the key of a column, the id of its field follows
MOST = 8192  # contacts whose words are kept: more than the list keeps rows of


class OwnColumns:
    """Reads what contacts have in the fields that are columns, as their rows are read."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._service: CustomFieldService | None = None
        self._currency: Callable[[], str] = lambda: "KRW"
        self._texts: dict[int, dict[int, str]] = {}
        self.fields: tuple[FieldRow, ...] = ()  # that may be columns
        self.currency = "KRW"  # of the shop, as it was when the fields were read

    def serve(self, service: CustomFieldService, currency: Callable[[], str]) -> None:
        """Say where fields and values are read, and what amounts are counted in."""
        self._service, self._currency = service, currency

    def read_fields(self) -> None:
        """Read which fields there are; what was known of contacts is forgotten."""
        self._texts.clear()
        if self._service is not None:
            self.currency = self._currency()
            self.fields = tuple(field for field in self._service.all() if field.in_list)

    def field(self, key: str) -> FieldRow | None:
        """Return the field a column shows; None for another column, or a field not offered."""
        field_id = field_id_of(key)
        return next((field for field in self.fields if field.id == field_id), None)

    def read(self, contacts: Collection[int], keys: Sequence[str]) -> None:
        """Read what these contacts have in the columns that are shown."""
        if self._service is None or not keys or not contacts:
            return
        if len(self._texts) > MOST:
            self._texts.clear()
        shown = {field.id: field for key in keys if (field := self.field(key)) is not None}
        found = self._service.of_many(contacts)
        currency = self._currency()
        for contact_id in contacts:
            self._texts[contact_id] = {
                value.field_id: content_words(shown[value.field_id], value, self._kit, currency)
                for value in found.get(contact_id, ())
                if value.field_id in shown
            }

    def text(self, key: str, contact_id: int) -> str:
        """Return what stands in the column of a contact; '' where it was not read."""
        return self._texts.get(contact_id, {}).get(field_id_of(key), "")


def field_id_of(key: str) -> int:
    """Return the id of the field a column shows; 0 for other columns."""
    number = key.removeprefix(OWN)
    return int(number) if key != number and number.isdecimal() else 0
