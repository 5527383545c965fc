"""What a user can do with tags as such; putting them on contacts is a verb of contacts."""

from __future__ import annotations

from app.inputs import plain_tag, require
from app.ops import Op
from app.shapes.tags import TagRow
from app.store import Store
from db.keys import clean, tag_id


class TagService:
    """Names, colours and groups of tags; each write is one transaction and one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> list[TagRow]:
        """Return every tag, by group and name, with how many contacts have it."""
        with self._store.read() as unit:
            return [TagRow(*row) for row in unit.tags.all()]

    def rename(self, name: str, new_name: str) -> None:
        """Give a tag another name; of a name that is there already, the two become one."""
        text = plain_tag(new_name)
        require(text, "name")
        with self._store.read() as unit:
            there = tag_id(text) != tag_id(name) and unit.tags.is_there(text)
        op = Op.MERGE_TAGS if there else Op.RENAME_TAG
        with self._store.action(op, tag=name, name=text) as unit:
            unit.tags.rename(name, text, now=unit.now(), origin=unit.changes.open_id)

    def paint(self, name: str, colour: str | None) -> None:
        """Give a tag a colour of the palette, or none."""
        with self._store.action(Op.EDIT_TAG, tag=name) as unit:
            unit.tags.get(name).colour = colour

    def put_in_group(self, name: str, family: str) -> None:
        """Show a tag within a group; an empty one takes it out."""
        with self._store.action(Op.EDIT_TAG, tag=name) as unit:
            unit.tags.get(name).family = clean(family) or None

    def remove(self, name: str) -> None:
        """Put a tag in the trash: no contact shows it any more."""
        with self._store.action(Op.REMOVE_TAG, tag=name) as unit:
            unit.tags.get(name).deleted_at = unit.now()
