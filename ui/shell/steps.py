"""Undo and redo of the whole program, with the names of what they take back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from app.events import Changes
from app.jobs import Ticket
from app.ops import Op
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit

if TYPE_CHECKING:
    from app.services.history import HistoryService
    from app.shapes.history import HistoryEntry
    from app.store import Undone

NEWEST = 30  # entries among which what was just done is looked for
TAKEN_BACK = (Op.UNDO, Op.REDO)
TOLD = {  # what happens beside the place one looks at; anything else shows itself
    Op.ADD_CONTACT,
    Op.ADD_STAFF,
    Op.ASSIGN_OWNER,
    Op.CANCEL_SALE,
    Op.CHANGE_SETTING,
    Op.CLEAR_OWNER,
    Op.CLOSE_DAY,
    Op.EXCHANGE_SALE,
    Op.LOG_INTERACTION,
    Op.KEEP_APART,
    Op.MAKE_DEMO,
    Op.MERGE_CONTACTS,
    Op.MERGE_MANY,
    Op.REMOVE_INTERACTION,
    Op.REMOVE_NOTE,
    Op.REMOVE_PASS,
    Op.REMOVE_PAYMENT,
    Op.REMOVE_POINT,
    Op.REMOVE_SALES,
    Op.REFUND_SALE,
    Op.REMOVE_SEGMENT,
    Op.REMOVE_STAFF,
    Op.RENAME_STAFF,
    Op.RESTORE_CONTACTS,
    Op.RETIRE_PRODUCTS,
    Op.SAVE_SEGMENT,
    Op.SELL,
    Op.TAG_CONTACTS,
    Op.TAKE_BACK_USE,
    Op.TAKE_PAYMENT,
    Op.TRASH_CONTACTS,
    Op.UNTAG_CONTACTS,
    Op.USE_PASS,
}


@dataclass(frozen=True, slots=True)
class Latest:
    """What can be undone and redone now, and the entry of the change that was asked about."""

    undo: HistoryEntry | None
    redo: HistoryEntry | None
    asked: HistoryEntry | None


class Steps(QObject):
    """The two actions; they follow the data, and tell of what was done."""

    told = Signal(str, object)  # a sentence, and the change set that Undo takes back or None

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._history: HistoryService | None = None
        self._latest = Latest(None, None, None)
        self.undo_action = QAction(self)
        self.redo_action = QAction(self)
        self.undo_action.setShortcuts([QKeySequence("Ctrl+Z")])
        self.redo_action.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self.undo_action.triggered.connect(self._on_undo)
        self.redo_action.triggered.connect(self._on_redo)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()

    def follow(self, history: HistoryService, bridge: ChangeBridge) -> None:
        """Take the steps of a shop that is open now."""
        self._history = history
        bridge.changed.connect(self._on_changed)
        self._ask(None)

    def forget(self) -> None:
        """Know no shop any more."""
        self._history = None
        self._on_known(Latest(None, None, None))

    def take_back(self, change_set: int | None) -> None:
        """Undo one change set, or the last step."""
        self._move(lambda history: history.undo(change_set), "undo.done")

    def retranslate(self) -> None:
        """Say what the actions would take back."""
        for action, entry, plain, named in (
            (self.undo_action, self._latest.undo, self.tr("&Undo"), self.tr("&Undo: {what}")),
            (self.redo_action, self._latest.redo, self.tr("&Redo"), self.tr("&Redo: {what}")),
        ):
            action.setEnabled(entry is not None)
            action.setText(plain if entry is None else named.format(what=self._name(entry)))

    def _name(self, entry: HistoryEntry) -> str:
        op, facts = entry.op, entry.facts
        if op in TAKEN_BACK:
            op, facts = facts["of"], facts.get("facts") or {}
        return self._kit.messages.done(op, facts).replace("&", "&&")

    def _on_undo(self) -> None:
        self.take_back(None)

    def _on_redo(self) -> None:
        self._move(lambda history: history.redo(), "redo.done")

    def _move(self, move: Callable[[HistoryService], Undone], key: str) -> None:
        if (history := self._history) is None:
            return
        job = self._kit.runner.write(lambda _ticket: move(history))
        job.succeeded.connect(lambda undone: self._tell(undone, key))

    def _tell(self, undone: Undone, key: str) -> None:
        messages = self._kit.messages
        said = messages.say(key, what=messages.done(undone.op, undone.facts))
        if undone.kept:
            said += " " + messages.say("undo.kept", count=len(undone.kept))
        self.told.emit(said, None)
        if undone.change_set is None:  # nothing has changed, but the next step is an earlier one
            self._ask(None)

    def _on_changed(self, changes: Changes) -> None:
        self._ask(changes)

    def _ask(self, changes: Changes | None) -> None:
        if (history := self._history) is None:
            return
        asked = changes.change_set if changes is not None and changes.op in TOLD else 0

        def latest(_ticket: Ticket) -> Latest:
            return latest_of(history, asked)

        self._kit.runner.read(latest).succeeded.connect(self._on_known)

    def _on_known(self, latest: Latest) -> None:
        self._latest = latest
        self.retranslate()
        if latest.asked is not None:
            said = self._kit.messages.done(latest.asked.op, latest.asked.facts)
            self.told.emit(said, latest.asked.change_set)


def latest_of(history: HistoryService, asked: int) -> Latest:
    """Return what can be undone and redone, and the entry of the change set `asked`."""
    entries = history.entries(limit=NEWEST) if asked else []
    told = next((entry for entry in entries if entry.change_set == asked), None)
    return Latest(history.next_undo(), history.next_redo(), told)
