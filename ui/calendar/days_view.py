"""Days with what they hold: choosing, opening and moving by key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from app.shapes.agenda import Agenda, AgendaEntry
from ui.calendar.place import Chosen, More, Placed, Slot, can_move, minute_of
from ui.common.ahead_words import long_day
from ui.common.entry_looks import entry_sentence
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.widgets.note import announce

ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier
SUNDAY = 6  # date.weekday() of the first day of a week
WEEK = 7
FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)  # what is worth looking at


class DaysView(QAbstractScrollArea):
    """Shows days; arrows go from day to day, Enter to the entries of one and opens them.

    What is asked for is told by signals; the page writes and reads.
    """

    opened = Signal(object)  # AgendaEntry
    new_asked = Signal(object)  # Slot
    day_asked = Signal(object)  # date that has more than there is room for
    moved = Signal(object, object)  # AgendaEntry, Slot
    lengthened = Signal(object, int)  # AgendaEntry, minutes
    turned = Signal()  # other days are to be read
    menu_asked = Signal(object, QPoint)  # AgendaEntry, place on the screen
    today_asked = Signal()

    def __init__(
        self, kit: Kit, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        """`now` is the shop's clock."""
        super().__init__(parent)
        self._kit = kit
        self._now = now
        self.agenda = Agenda((), (), {})
        self.chosen: Chosen | None = None
        self._day = now().date()
        self._placed: list[Placed] = []
        self._more: list[More] = []
        self._stale = True  # whether what stands where has to be laid out again
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        kit.theme.changed.connect(self.refresh)

    # What is shown

    @property
    def day(self) -> date:
        """The day one is at."""
        return self._day

    @property
    def days(self) -> list[date]:
        """Every day that is shown, in order."""
        raise NotImplementedError

    @property
    def entry(self) -> AgendaEntry | None:
        """The chosen entry."""
        if self.chosen is None:
            return None
        found = [one for one in self.agenda.entries if self.chosen.fits(one)]
        return next((one for one in found if one.on == self._day), found[0] if found else None)

    @property
    def placed(self) -> list[Placed]:
        """What is shown and where."""
        if self._stale:
            self._stale = False
            self._placed, self._more = [], []
            self._lay_out()
        return self._placed

    @property
    def more(self) -> list[More]:
        """The lines that tell how many have no room."""
        return self._more if self.placed is not None else []

    def show_agenda(self, agenda: Agenda) -> None:
        """Show what was read of the days shown."""
        self.agenda = agenda
        entry = self.entry
        if self.chosen is not None and entry is None:
            self.chosen = None
        elif entry is not None:
            self._day = entry.on
        self.refresh()

    def entries_of(self, day: date) -> list[AgendaEntry]:
        """Return what a day holds."""
        return [entry for entry in self.agenda.entries if entry.on == day]

    def choose_day(self, day: date) -> None:
        """Go to a day, read aloud what it holds; other days are asked for where it is not shown."""
        self._go(day)

    def choose_entry(self, entry: AgendaEntry) -> None:
        """Choose an entry and go to its day."""
        self.chosen = Chosen.of(entry)
        self._day = entry.on
        self._tell()
        self._show_chosen()
        self.viewport().update()

    def expect(self, task_id: int, day: date) -> None:
        """Choose a task once it is read: it has been moved to that day."""
        self.chosen = Chosen("task", task_id, None, None, None, None)
        self._day = day

    def show_changed(self, entry: AgendaEntry, changed: AgendaEntry) -> None:
        """Show an entry as it will be: the next key goes on from there."""
        told = Chosen.of(entry)
        kept = (one for one in self.agenda.entries if not told.fits(one))
        order = sorted([*kept, changed], key=lambda one: (one.on, bool(one.time), one.time))
        self.agenda = replace(self.agenda, entries=tuple(order))
        if self.chosen is not None and self.chosen.fits(entry):
            self.chosen, self._day = Chosen.of(changed), changed.on
        self.refresh()

    def turn(self, steps: int) -> None:
        """Show the days so many steps further on."""
        raise NotImplementedError

    def heading(self) -> str:
        """Return which days are shown."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Lay out again and paint."""
        self._stale = True
        self._fit_scroll()
        self.viewport().update()

    # For those that show days one way or the other

    def _lay_out(self) -> None:
        """Fill `_placed` and `_more`."""
        raise NotImplementedError

    def _paint(self, painter: QPainter) -> None:
        """Paint the days and what they hold."""
        raise NotImplementedError

    def slot_at(self, at: QPointF) -> Slot | None:
        """Return the day, and the hour where hours are shown, at a point of the view."""
        raise NotImplementedError

    def _fit_scroll(self) -> None:
        """Say how far there is to scroll."""

    def _show_chosen(self) -> None:
        """Bring what is chosen into view."""

    def _arrow(self, across: int, down: int) -> None:
        """Go on by an arrow key."""
        raise NotImplementedError

    def _shifted(self, entry: AgendaEntry, across: int, down: int) -> Slot | None:
        """Return where Alt and an arrow move an entry."""
        return Slot(entry.on + timedelta(days=across + WEEK * down), minute_of(entry))

    # Keys

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            bare = event.modifiers() & ~(KEYPAD | SHIFT)
            moves = Qt.Key(event.key()) in ARROWS and bare == ALT and self.chosen is not None
            if moves or (event.key() == Qt.Key.Key_Escape and self._holds_escape()):
                event.accept()  # not Back and Forward
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers() & ~KEYPAD
        arrow = ARROWS.get(key)
        # Shift alone too: some systems keep Alt and Shift together to themselves.
        if arrow and held in (ALT, SHIFT, ALT | SHIFT) and self.entry is not None:
            self._on_moving_key(self.entry, *arrow, longer=bool(held & SHIFT))
        elif held:
            super().keyPressEvent(event)
        elif arrow:
            self._arrow(*arrow)
        elif not self._plain_key(key) and not self._letter(event):
            super().keyPressEvent(event)

    def _plain_key(self, key: Qt.Key) -> bool:
        week_day = (self._day.weekday() - SUNDAY) % WEEK
        if key in ENTER:
            self._on_enter()
        elif key == Qt.Key.Key_Escape and self._holds_escape():
            self._let_go()
        elif key == Qt.Key.Key_PageUp:
            self.turn(-1)
        elif key == Qt.Key.Key_PageDown:
            self.turn(1)
        elif key == Qt.Key.Key_Home:
            self._go(self._day - timedelta(days=week_day))
        elif key == Qt.Key.Key_End:
            self._go(self._day + timedelta(days=WEEK - 1 - week_day))
        elif key == Qt.Key.Key_Menu and self.entry is not None:
            self._ask_menu(self.entry)
        else:
            return False
        return True

    def _letter(self, event: QKeyEvent) -> bool:
        letter = letter_of(event)
        if letter == "t":
            self.today_asked.emit()
        elif letter == "n":
            self.new_asked.emit(self.slot())
        else:
            return False
        return True

    def slot(self) -> Slot:
        """Return where something new would stand."""
        return Slot(self._day)

    def _on_enter(self) -> None:
        entry = self.entry
        if entry is not None:
            self.opened.emit(entry)
        elif first := self.entries_of(self._day)[:1]:
            self.choose_entry(first[0])
        else:
            self.new_asked.emit(self.slot())

    def _on_moving_key(self, entry: AgendaEntry, across: int, down: int, *, longer: bool) -> None:
        if not can_move(entry):
            announce(self, self.tr("This stays on its day"))
        elif longer:
            if down and entry.duration_min and entry.what == "task":
                step, whole = self.step(), entry.whole()
                self.lengthened.emit(whole, max(step, entry.duration_min + down * step))
        else:
            entry = entry.whole()
            slot = self._shifted(entry, across, down)
            if slot is not None and FIRST <= slot.day <= LAST:
                self._show_day(slot.day)
                self.moved.emit(entry, slot)

    def step(self) -> int:
        """Return by how many minutes keys lengthen an appointment."""
        return 15

    def _walk(self, steps: int) -> bool:
        """Choose the entry before or after the chosen one of the day; tell whether there is one."""
        entries = self.entries_of(self._day)
        entry = self.entry
        place = entries.index(entry) + steps if entry in entries else 0 if steps > 0 else -1
        if not 0 <= place < len(entries):
            return False
        self.choose_entry(entries[place])
        return True

    def _go(self, day: date) -> None:
        if not FIRST <= day <= LAST:
            return
        self.chosen = None
        self._day = day
        self._show_day(day)
        self._tell()
        self._show_chosen()
        self.viewport().update()

    def _show_day(self, day: date) -> None:
        """Let the days around one be read, where it is not shown."""
        if day not in self.days:
            self._day = day
            self._turn_to(day)

    def _turn_to(self, day: date) -> None:
        """Show the days around this one."""
        raise NotImplementedError

    def _tell(self) -> None:
        entry = self.entry
        if entry is not None:
            announce(self, entry_sentence(entry, self._kit))
            return
        formats, entries = self._kit.formats, self.entries_of(self._day)
        parts = [long_day(self._day, formats)]
        parts += [holiday.name for holiday in self.agenda.holidays if holiday.on == self._day]
        if entries:
            one, many = self.tr("1 entry"), self.tr("{n} entries")
            parts.append(formats.count(len(entries), one, many))
        announce(self, ", ".join(parts))

    def _holds_escape(self) -> bool:
        return self.chosen is not None

    def _let_go(self) -> None:
        """Let go of what is chosen."""
        self.chosen = None
        self.viewport().update()

    def placed_at(self, at: QPointF) -> Placed | None:
        """Return the entry at a point of the view; the one painted last is on top."""
        return next((one for one in reversed(self.placed) if one.rect.contains(at)), None)

    def _ask_menu(self, entry: AgendaEntry) -> None:
        placed = next((one for one in self.placed if one.entry is entry), None)
        at = placed.rect.bottomLeft().toPoint() if placed else self.viewport().rect().center()
        self.menu_asked.emit(entry, self.viewport().mapToGlobal(at))

    # Qt

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            placed = self.placed_at(QPointF(event.pos()))
            words = entry_sentence(placed.entry, self._kit) if placed else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._kit.theme.colour("surface"))
        self._paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_chosen()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _on_scrolled(self) -> None:
        self._stale = True
        self.viewport().update()
