"""What a user can do with notes."""

from app.inputs import required
from app.ops import Op
from app.shapes.contacts import NoteRow
from app.store import Store


class NoteService:
    """Notes once written; adding one is a verb of the contact. Each write is one undo step."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def pinned(self, contact_id: int, *, limit: int = 20) -> list[NoteRow]:
        """Return the pinned notes of a contact, newest first."""
        with self._store.read() as unit:
            notes = unit.contacts.notes(contact_id, limit=limit)
            return [NoteRow(n.id, n.body, bool(n.pinned), n.created_at) for n in notes if n.pinned]

    def edit(self, note_id: int, body: str) -> None:
        """Change the text of a note."""
        text = required(body, "body")
        with self._store.action(Op.EDIT_NOTE) as unit:
            unit.contacts.note(note_id).body = text

    def pin(self, note_id: int, *, pinned: bool) -> None:
        """Keep a note above the others, or let it go."""
        with self._store.action(Op.PIN_NOTE) as unit:
            unit.contacts.note(note_id).pinned = int(pinned)

    def remove(self, note_id: int) -> None:
        """Put a note in the trash."""
        with self._store.action(Op.REMOVE_NOTE) as unit:
            unit.contacts.remove_note(note_id)
