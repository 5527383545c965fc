"""Who gets new deals and enquiries: by hand, in turn, or whoever has least to do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.shapes.enquiries import CHANNELS
from app.shapes.staff import StaffRow
from app.shapes.team import WAYS, Assignment
from app.words import kind_words
from ui.common.check_menu import CheckMenu
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.label import Label
from ui.common.widgets.menu import popup, under
from ui.team.desk import TeamDesk

WIDTH = 600
HAND = "hand"


class AssignDialog(FormDialog):
    """One line for each pipeline and each channel; what was not touched is not written."""

    def __init__(
        self,
        kit: Kit,
        desk: TeamDesk,
        known: Sequence[Assignment],
        staff: Sequence[StaffRow],
        pipelines: Sequence[tuple[int, str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent, width=WIDTH)
        self._desk = desk
        self.set_words(self.tr("Who gets what comes in"), self.tr("Save"))
        by_key = {(one.scope, one.of): one for one in known}
        code = kit.language.code
        self.choices: list[AssignField] = []
        asked: list[tuple[str, int | str, str]] = [("pipeline", *each) for each in pipelines]
        asked += [("channel", each, kind_words("enquiry_channel", each, code)) for each in CHANNELS]
        for scope, of, name in asked:
            if scope == "channel" and not any(c.was.scope == "channel" for c in self.choices):
                self._head(self.tr("New enquiries"))
            elif not self.choices:
                self._head(self.tr("New deals"))
            field = AssignField(kit, by_key.get((scope, of), Assignment(scope, of)), staff)
            self.add(name[:1].upper() + name[1:], field)
            self.choices.append(field)

    def job(self) -> Callable[[], object]:
        put = self._desk.assignments.put_all
        wanted = [field.now() for field in self.choices if field.now() != field.was]
        return lambda: put(wanted) if wanted else None

    def _head(self, words: str) -> None:
        label = Label(self.kit.theme, words, "strong")
        self.form.addWidget(label, self.form.rowCount(), 0, 1, 2)


class AssignField(QWidget):
    """A way to find the owner, and among whom."""

    def __init__(
        self, kit: Kit, was: Assignment, staff: Sequence[StaffRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self.was = was
        self._staff = staff
        self._chosen = set(was.staff_ids)
        self.way = QComboBox()
        for way in WAYS:
            words = kind_words("way", way, kit.language.code)
            self.way.addItem(words[:1].upper() + words[1:], way)
        self.way.setCurrentIndex(self.way.findData(was.way))
        self.among_button = Button(kit.theme, "", trailing="chevron-down")
        self.setFocusProxy(self.way)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.way, 1)
        row.addWidget(self.among_button, 1)
        self.way.currentIndexChanged.connect(self._show)
        self.among_button.clicked.connect(self.choose)
        self._show()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.way.setAccessibleName(name)
        self.among_button.setAccessibleName(f"{name}, {self.among_button.text()}")

    def now(self) -> Assignment:
        """Return what is chosen."""
        way = str(self.way.currentData())
        known = [one.id for one in self._staff if one.id in self._chosen]
        everybody = way == HAND or len(known) == len(self._staff)
        kept = self.was.staff_ids if way == HAND else () if everybody else tuple(known)
        if set(kept) == set(self.was.staff_ids):
            kept = self.was.staff_ids
        return Assignment(self.was.scope, self.was.of, way, kept)

    def choose(self) -> None:
        """Let people be checked."""
        menu = CheckMenu(self._kit.theme, parent=self)
        for one in self._staff:
            entry = menu.add_check(self._name(one), on=not self._chosen or one.id in self._chosen)
            entry.toggled.connect(partial(self._on_checked, one.id))
        popup(menu, under(self.among_button))

    def _on_checked(self, staff_id: int, on: bool) -> None:  # noqa: FBT001 - a slot
        everybody = {one.id for one in self._staff}
        chosen = self._chosen or everybody
        chosen = chosen | {staff_id} if on else chosen - {staff_id}
        self._chosen = set() if chosen == everybody else chosen
        self._show()

    def _name(self, one: StaffRow) -> str:
        return one.name or self.tr("Owner")

    def _show(self) -> None:
        names = [self._name(one) for one in self._staff if one.id in self._chosen]
        words = self._kit.formats.listing(names) if names else self.tr("Everybody")
        self.among_button.set_text(words)
        self.among_button.setVisible(self.way.currentData() != HAND)
