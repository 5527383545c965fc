"""The chips of the toolbar: what the list is narrowed to."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from app.shapes.filter_names import FilterNames
from app.shapes.filters import Condition, Filter
from ui.common.kit import Kit
from ui.common.widgets.chip import Chip
from ui.common.widgets.menu import Menu, popup, under
from ui.contacts.choices import Choice, Choices
from ui.contacts.filter_menu import FIELDS, FilterMenus, is_simple
from ui.contacts.filter_words import FilterWords

SHOWN = ("kind", "tag", "owner")  # as chips also while they are off
GAP = 8
LEAST = 96  # px of a sentence that is cut
MOST_DOTS = 3  # colours of tags before a sentence

Part = Condition | Filter


class FilterBar(QWidget):
    """One chip per condition, then those that are often asked for, then '+ Filter'.

    Where room is short, chips that are off go first, then sentences fold into '+2'.
    """

    changed = Signal()
    more_asked = Signal()  # conditions that are not offered here

    def __init__(self, kit: Kit, choices: Choices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._choices = choices
        self._parts: dict[str, Part] = {}  # chip's key -> what it lets through
        self._chips: dict[str, Chip] = {}
        self._folded: list[str] = []
        self.words = FilterWords(kit, self)
        self._menus = FilterMenus(kit, self.words, self)
        self.fold = Chip(kit.theme, "", parent=self)
        self.add = Chip(kit.theme, "", add=True, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._menus.chosen.connect(self._on_chosen)
        self.fold.clicked.connect(self._show_folded)
        self.add.clicked.connect(lambda: self._choices.ask(self._show_all))
        kit.theme.changed.connect(self._arrange)
        kit.tags.changed.connect(self._show)
        self.retranslate()

    def filter(self) -> Filter:
        """Return what is let through."""
        return Filter(tuple(self._parts.values()))

    def set_filter(self, wanted: Filter) -> None:
        """Show another filter."""
        parts: tuple[Part, ...] = wanted.parts
        if wanted.mode == "none" or (wanted.mode == "any" and len(parts) > 1):
            parts = (wanted,)
        self._parts = {}
        for part in parts:
            field = part.field if isinstance(part, Condition) else ""
            free = bool(field) and field not in self._parts
            self._parts[field if free else f"#{len(self._parts)}"] = part
        if any(isinstance(part, Filter) or part.field == "owner" for part in parts):
            self._choices.ask(self._take_names)
        self._show()
        self.changed.emit()

    def remove_last(self) -> None:
        """Take away the condition that was added last."""
        if self._parts:
            self._remove(next(reversed(self._parts)))

    def sentences(self) -> list[str]:
        """Return what each chip that is on says."""
        return [self.words.sentence(part) for part in self._parts.values()]

    def chip(self, field: str) -> Chip:
        """Return the chip of a field."""
        return self._chips[field]

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Filters"))
        self.add.set_name(self.tr("Filter"))
        self.add.setAccessibleName(self.tr("Add a filter"))
        for field in SHOWN:
            if field in self._chips:
                self._chips[field].set_name(self.words.field(field))
        self._show()

    def sizeHint(self) -> QSize:
        return QSize(LEAST, self.add.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _show(self) -> None:
        """Have one chip for each condition and for each field that is always offered."""
        keys = [*self._parts, *(field for field in SHOWN if field not in self._parts)]
        for key in [key for key in self._chips if key not in keys]:
            self._chips.pop(key).deleteLater()
        for key in keys:
            if key not in self._chips:
                self._chips[key] = self._make(key)
            part = self._parts.get(key)
            self._chips[key].set_active(self.words.sentence(part) if part is not None else "")
            self._chips[key].set_dots(self._dots(part))
        self._chips = {key: self._chips[key] for key in keys}
        self._arrange()

    def _dots(self, part: Part | None) -> list[str]:
        """Return the colours of the tags a condition names."""
        if not isinstance(part, Condition) or part.field != "tag":
            return []
        colours = [self._kit.tags.colour(str(name)) for name in part.values]
        return [colour for colour in colours if colour][:MOST_DOTS]

    def _make(self, key: str) -> Chip:
        chip = Chip(self._kit.theme, "" if key.startswith("#") else self.words.field(key))
        chip.setParent(self)
        chip.clicked.connect(lambda: self._open(key))
        chip.cleared.connect(lambda: self._remove(key))
        return chip

    def _arrange(self) -> None:
        order = list(self._chips)
        fitting = self._fitting(order, self.width())
        self._folded = [key for key in order if key in self._parts and key not in fitting]
        self.fold.set_name(f"+{len(self._folded)}")
        self.fold.setAccessibleName(
            self._kit.formats.count(
                len(self._folded), self.tr("1 more filter"), self.tr("{n} more filters")
            )
        )
        self.fold.setVisible(bool(self._folded))
        for key in order:
            self._chips[key].setVisible(key in fitting)
        tail = [self.fold, self.add] if self._folded else [self.add]
        kept = sum(GAP + chip.sizeHint().width() for chip in tail)
        left, height = 0, self.add.sizeHint().height()
        last: QWidget | None = None
        for chip in (*(self._chips[key] for key in fitting), *tail):
            width = chip.sizeHint().width()
            if chip not in tail:
                width = min(width, max(LEAST, self.width() - left - kept))
            chip.setGeometry(left, (self.height() - height) // 2, width, height)
            left += width + GAP
            if last is not None:
                QWidget.setTabOrder(last, chip)
            last = chip

    def _fitting(self, order: list[str], width: int) -> list[str]:
        """Return the chips there is room for; the first sentence stays, cut if need be."""
        fitting = list(order)

        def too_wide() -> bool:
            folded = any(key in self._parts and key not in fitting for key in order)
            fold = 44 + GAP if folded else 0
            chips = sum(self._chips[key].sizeHint().width() + GAP for key in fitting)
            return chips + fold + self.add.sizeHint().width() > width

        while fitting and too_wide():
            if len(fitting) == 1 and fitting[0] in self._parts:
                break
            fitting.pop()
        return fitting

    def _open(self, key: str) -> None:
        self._choices.ask(lambda choice: self._show_menu(key, choice))

    def _show_menu(self, key: str, choice: Choice) -> None:
        self._take_names(choice)
        chip = self._chips.get(key)
        if chip is None:
            return
        part = self._parts.get(key)
        if key in FIELDS and (part is None or (isinstance(part, Condition) and is_simple(part))):
            menu: QMenu = self._menus.of(key, part, choice, chip)
        else:
            menu = Menu(self._kit.theme, parent=chip)
            more = menu.add(self.tr("Edit the conditions …"), "list-filter")
            more.triggered.connect(self.more_asked)
            menu.add(self.tr("Remove"), "x").triggered.connect(lambda: self._remove(key))
        popup(menu, under(chip))

    def _show_all(self, choice: Choice) -> None:
        self._take_names(choice)
        menu = Menu(self._kit.theme, parent=self.add)
        hidden = [key for key in SHOWN if not self._chips[key].isVisible()]
        for field in FIELDS:
            if field in hidden or field not in SHOWN:
                part = self._parts.get(field)
                asked = part if isinstance(part, Condition) else None
                menu.addMenu(self._menus.of(field, asked, choice, menu))
        menu.addSeparator()
        menu.add(self.tr("More conditions …"), "list-filter").triggered.connect(self.more_asked)
        popup(menu, under(self.add))

    def _show_folded(self) -> None:
        menu = Menu(self._kit.theme, parent=self.fold)
        for key in self._folded:
            text = self.words.sentence(self._parts[key]).replace("&", "&&")
            action = menu.add(text, "x")
            action.setToolTip(self.tr("Remove"))
            action.triggered.connect(lambda _on=False, key=key: self._remove(key))
        popup(menu, under(self.fold))

    def take_names(self, names: FilterNames) -> None:
        """Know what the ids of a list's filter are called."""
        self.words.names = names
        self._show()

    def _take_names(self, choice: Choice) -> None:
        if self.words.staff != (staff := dict(choice.staff + choice.retired)):
            self.words.staff = staff
            self._show()

    def _on_chosen(self, field: str, condition: Condition | None) -> None:
        if condition is None:
            self._remove(field)
            return
        self._parts[field] = condition
        self._show()
        self.changed.emit()

    def _remove(self, key: str) -> None:
        if self._parts.pop(key, None) is None:
            return
        focused = self._chips[key].hasFocus()
        self._show()
        if focused and not (key in self._chips and self._chips[key].isVisible()):
            self.add.setFocus()
        self.changed.emit()
