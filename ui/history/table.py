"""The table of what has been done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.ops import Op
from app.shapes.history import ChangedField, HistoryEntry
from app.words import change_sentence, content_words, field_words
from ui.common.growing_model import GrowingModel, Reader
from ui.common.kit import Kit
from ui.common.paged_model import Column
from ui.common.row_delegate import Cell, RowLook, TextCell
from ui.common.row_table import RowColumn
from ui.common.theme import Theme

WHAT, DETAILS, WHO, WHEN = 1, 2, 3, 4
WIDTHS = (
    RowColumn(34, sortable=False),  # the icon
    RowColumn(0, sortable=False),
    RowColumn(336, sortable=False),
    RowColumn(80, sortable=False),
    RowColumn(128, sortable=False),
)
NO_STEPS = (Op.UNDO, Op.REDO, Op.OUTSIDE, Op.START_SHOP, Op.ERASE_CONTACT)
INNER = {"invalid_reason", "invalid_since"}  # how a replaced phone is put away
PLAIN = {"body"}  # needs no name: the sentence says that it is a note
MARGIN = 18  # px: with the gap of a cell as far from the edge as the title of the page
ICON = 16
SIGNS: dict[str, str] = {
    Op.ADD_CONTACT: "user-plus",
    Op.EDIT_CONTACT: "pencil",
    Op.ADD_POINT: "phone",
    Op.EDIT_POINT: "phone",
    Op.REMOVE_POINT: "phone",
    Op.ADD_NOTE: "sticky-note",
    Op.EDIT_NOTE: "sticky-note",
    Op.REMOVE_NOTE: "sticky-note",
    Op.PIN_NOTE: "pin",
    Op.LOG_INTERACTION: "message-circle",
    Op.EDIT_INTERACTION: "message-circle",
    Op.REMOVE_INTERACTION: "message-circle",
    Op.TAG_CONTACTS: "tag",
    Op.UNTAG_CONTACTS: "tag",
    Op.TRASH_CONTACTS: "trash-2",
    Op.RESTORE_CONTACTS: "archive-restore",
    Op.IMPORT_CONTACTS: "upload",
    Op.SAVE_SEGMENT: "list-filter",
    Op.RENAME_SEGMENT: "list-filter",
    Op.REMOVE_SEGMENT: "list-filter",
    Op.ASSIGN_OWNER: "user-check",
    Op.CLEAR_OWNER: "user-check",
    Op.ADD_STAFF: "users-round",
    Op.RENAME_STAFF: "users-round",
    Op.REMOVE_STAFF: "users-round",
    **dict.fromkeys((Op.GIVE_ROLE, Op.END_ROLE, Op.TAKE_ROLE), "briefcase"),
    **dict.fromkeys((Op.RELATE, Op.EDIT_RELATION), "link"),
    **dict.fromkeys((Op.END_RELATION, Op.REMOVE_RELATION), "unlink"),
    **dict.fromkeys((Op.ADD_DATE, Op.EDIT_DATE, Op.REMOVE_DATE), "calendar-heart"),
    Op.RECORD_CONSENT: "shield-check",
    Op.STOP_CONTACT: "ban",
    **dict.fromkeys((Op.SET_CUSTOM, Op.BULK_EDIT), "pencil"),
    **dict.fromkeys((Op.SET_STAGE, Op.DECIDE_STAGES, Op.AGE_STAGES), "trending-up"),
    **dict.fromkeys((Op.PLAN_CONTACT, Op.FINISH_PLAN, Op.LOG_LINE), "calendar-clock"),
    **dict.fromkeys((Op.MEND_CONTACT, Op.LEAVE_AS_IS), "sparkles"),
    **dict.fromkeys((Op.RENAME_TAG, Op.MERGE_TAGS, Op.EDIT_TAG, Op.REMOVE_TAG), "tag"),
    **dict.fromkeys((Op.MERGE_CONTACTS, Op.MERGE_MANY), "merge"),
    Op.KEEP_APART: "split",
    **dict.fromkeys((Op.ADD_FILE, Op.REMOVE_FILE), "paperclip"),
    **dict.fromkeys((Op.SET_PHOTO, Op.REMOVE_PHOTO), "image"),
    **dict.fromkeys((Op.EDIT_SEGMENT, Op.FREEZE_SEGMENT), "list-filter"),
    Op.CHANGE_SETTING: "settings",
    Op.UNDO: "undo-2",
    Op.REDO: "redo-2",
}


@dataclass(frozen=True, slots=True)
class IconCell:
    """The sign of an action, in line with the title of the page."""

    icon: str

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF, *, compact: bool) -> None:
        """Paint inside `rect`."""
        at = QPointF(rect.left() + MARGIN, rect.center().y() - ICON / 2)
        theme.paint_icon(painter, at, self.icon, ICON, "muted")


class HistoryModel(GrowingModel):
    """What was done, what it changed, who did it and when.

    change_set (SQLite) -> ChangeRepository -> HistoryService -> HistoryModel -> RowTable
    """

    def __init__(self, kit: Kit, read: Reader, parent: QObject | None = None) -> None:
        super().__init__(kit.runner, read, parent)
        self._kit = kit
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word again."""
        self.columns = (
            Column("", ""),
            Column("what", self.tr("What was done")),
            Column("details", self.tr("What changed")),
            Column("who", self.tr("Who")),
            Column("when", self.tr("When")),
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.repaint_all()

    def entry_at(self, line: int) -> HistoryEntry | None:
        """Return the action in a line."""
        entry = self.row_at(line)
        return entry if isinstance(entry, HistoryEntry) else None

    def has_names(self) -> bool:
        """Tell whether any action is known to be somebody's."""
        return self.line_of(lambda entry: bool(entry.actor)) >= 0

    def look(self, row: Any) -> RowLook:
        what, details, who, when = (
            self.words(row, field) for field in ("what", "details", "who", "when")
        )
        colour = "muted" if row.undone else "text"
        cells: tuple[Cell | None, ...] = (
            IconCell(icon_of(row)),
            TextCell(what, colour, strong=not row.undone),
            TextCell(self._short(row), "muted" if row.undone else "text-2") if details else None,
            TextCell(who) if who else None,
            TextCell(when, digits=True),
        )
        sentence = ", ".join(part for part in (what, details, who, when) if part)
        return RowLook(cells, sentence=sentence)

    def words(self, row: Any, field: str) -> str:
        messages = self._kit.messages
        if field == "what":
            undone = " " + messages.say("history.undone") if row.undone else ""
            return messages.done(row.op, row.facts) + undone
        if field == "details":
            told = [self._change(change) for change in row.fields if is_told(row, change)]
            return self._kit.formats.listing(told)
        if field == "when":
            return self._kit.formats.exact(row.at)
        return str(row.actor) if field == "who" else ""

    def _short(self, row: HistoryEntry) -> str:
        """Return what changed in few words: the sentence before has named the field already."""
        told = [change for change in row.fields if is_told(row, change)]
        said = []
        for change in told:
            before, after = self._values(change)
            words = f"{before} → {after}" if before else after or "—"
            if row.facts.get("field") != change.field and change.field not in PLAIN:
                words = f"{field_words(change.field, self._kit.language.code)}: {words}"
            said.append(words)
        return self._kit.formats.listing(said)

    def _change(self, change: ChangedField) -> str:
        before, after = self._values(change)
        return change_sentence(change.field, before, after, self._kit.language.code)

    def _values(self, change: ChangedField) -> tuple[str, str]:
        return self._content(change.field, change.before), self._content(change.field, change.after)

    def _content(self, field: str, content: object) -> str:
        text = str(content or "")
        if field.endswith("_at") and text.endswith("Z"):
            return self._kit.formats.moment(text)
        return one_line(content_words(field, content, self._kit.language.code))


def one_line(value: object) -> str:
    """Return a value in one line; nothing is an empty text."""
    return "" if value is None else " ".join(str(value).split())


def is_told(entry: HistoryEntry, change: ChangedField) -> bool:
    """Tell whether people know the field: not what only the program keeps."""
    return change.field not in INNER and not (entry.op == Op.EDIT_POINT and change.field == "kind")


def icon_of(entry: HistoryEntry) -> str:
    """Return the sign of an action."""
    return SIGNS.get(entry.op, "circle-dot")


def can_undo(entry: HistoryEntry | None) -> bool:
    """Tell whether an action can be taken back."""
    return entry is not None and not entry.undone and entry.op not in NO_STEPS
