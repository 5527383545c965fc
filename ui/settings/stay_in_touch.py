"""How often the shop wants to be in touch, by stage and by tag."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.jobs import Ticket
from app.kinds import STAGES
from app.shapes.stay_in_touch import TouchForm, TouchRule
from app.shapes.tags import TagRow
from ui.common.bars import clear
from ui.common.interval_words import touch_words
from ui.common.kit import Kit
from ui.common.stage_looks import stage_words
from ui.common.touch_dialog import TouchDialog
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu, popup, under
from ui.settings.section import Section

if TYPE_CHECKING:
    from app.services.stay_in_touch import StayInTouchService
    from app.services.tags import TagService

MOST = 100  # tags to choose from
Read = tuple[list[TouchRule], list[TagRow]]
Place = tuple[str, str]  # scope, and the stage or the tag's name


class TouchSettings(Section):
    """A line for each stage, and one for each tag something is wanted of."""

    icon = "clock"
    topic = "plans"
    tables = frozenset({"touch_rule", "tag"})

    def __init__(
        self,
        kit: Kit,
        touch: StayInTouchService,
        tags: TagService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._touch = touch
        self._tags_service = tags
        self._rules: dict[Place, TouchRule] = {}
        self._tags: list[str] = []
        self._read: Read | None = None
        self._asked = 0  # times it was read: an answer from before is no longer wanted
        self.dialog: TouchDialog | None = None
        self.menu: Menu | None = None
        self.buttons: dict[Place, Button] = {}
        theme = kit.theme
        self.stages, self.tags = Card(theme, " "), Card(theme, " ")
        self._stage_lines, self._tag_lines = QVBoxLayout(), QVBoxLayout()
        self.add_button = Button(theme, "", icon="plus")
        for card, lines in ((self.stages, self._stage_lines), (self.tags, self._tag_lines)):
            lines.setSpacing(4)
            card.column.addLayout(lines)
            self.column.addWidget(card)
        self.tags.column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_button.clicked.connect(self._ask_tag)

    def title(self) -> str:
        return self.tr("Stay in touch")

    def about(self) -> str:
        return self.tr(
            "How often you want to speak with customers. What is set for a contact comes before "
            "its tags, and those before its stage."
        )

    def retranslate(self) -> None:
        super().retranslate()
        self.stages.set_title(self.tr("By stage"))
        self.tags.set_title(self.tr("By tag"))
        self.add_button.set_text(self.tr("Add a tag"))
        self.add_button.updateGeometry()
        self._show()

    def refresh(self) -> None:
        touch, tags = self._touch, self._tags_service

        def task(_ticket: Ticket) -> Read:
            return [rule for rule in touch.rules() if rule.scope != "contact"], tags.all()

        self._asked += 1
        self.kit.runner.read(task).succeeded.connect(partial(self._take, self._asked))

    def _take(self, asked: int, read: Read) -> None:
        if asked != self._asked or read == self._read:
            return
        self._read = read
        rules, tags = read
        self._rules = {(rule.scope, rule.stage or rule.name): rule for rule in rules}
        self._tags = [tag.name for tag in tags]
        self._show()

    def _show(self) -> None:
        focused = next((place for place, b in self.buttons.items() if b.hasFocus()), None)
        clear(self._stage_lines)
        clear(self._tag_lines)
        self.buttons = {}
        for stage in STAGES:
            words = stage_words(stage, self.kit.language.code)
            self._stage_lines.addWidget(self._line(("stage", stage), words))
        for scope, name in self._rules:
            if scope == "tag":
                self._tag_lines.addWidget(self._line((scope, name), name))
        if not self._tag_lines.count():
            hint = self.tr("Nothing is wanted of a tag yet.")
            self._tag_lines.addWidget(Label(self.kit.theme, hint, colour="muted", wrap=True))
        if focused is not None:
            self.buttons.get(focused, self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, place: Place, name: str) -> QWidget:
        theme, rule = self.kit.theme, self._rules.get(place)
        wanted = touch_words(rule.ideal_days, rule.max_days, self.kit.formats) if rule else "—"
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        change = Button(theme, self.tr("Change"), "ghost", size="sm")
        change.setAccessibleName(self.tr("{name}: {wanted}").format(name=name, wanted=wanted))
        change.clicked.connect(partial(self._ask, place, name))
        self.buttons[place] = change
        row.addWidget(Label(theme, name), 1)
        row.addWidget(Label(theme, wanted, colour="text-2" if rule else "muted", digits=True))
        row.addWidget(change)
        return holder

    def _ask(self, place: Place, name: str, *_checked: object) -> None:
        rule, touch = self._rules.get(place), self._touch
        days = (rule.ideal_days, rule.max_days) if rule else None

        def put(form: TouchForm | None) -> None:
            touch.put(*place, form)

        self.dialog = dialog = TouchDialog(
            self.kit, name, days, put, removable=rule is not None, parent=self.window()
        )
        dialog.finished.connect(partial(self._on_closed, place))
        dialog.open()

    def _ask_tag(self) -> None:
        free = [name for name in self._tags if ("tag", name) not in self._rules]
        self.menu = menu = Menu(self.kit.theme, parent=self)
        menu.setAccessibleName(self.add_button.text())
        for name in free[:MOST]:
            action = menu.add(name.replace("&", "&&"), "tag")
            action.triggered.connect(partial(self._ask, ("tag", name), name))
        if not free:
            menu.add(self.tr("There is no other tag")).setEnabled(False)
        popup(menu, under(self.add_button))
        menu.setActiveAction(menu.actions()[0])

    def _on_closed(self, place: Place, _result: int) -> None:
        self.dialog = None
        self.window().activateWindow()  # some window managers forget it
        self.buttons.get(place, self.add_button).setFocus(Qt.FocusReason.OtherFocusReason)
