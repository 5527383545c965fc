"""How often to be in touch with somebody, or with those of a tag or a stage."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.shapes.stay_in_touch import TouchForm
from ui.common.form_dialog import FormDialog
from ui.common.interval_words import WEEK
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.interval_field import IntervalField
from ui.common.widgets.label import Label

IDEAL = 4 * WEEK  # days that stand there where nothing was wanted yet


class TouchDialog(FormDialog):
    """The wanted interval and the longest one; until it is typed the longest is twice as long."""

    def __init__(
        self,
        kit: Kit,
        about: str,
        days: tuple[int, int] | None,
        put: Callable[[TouchForm | None], object],
        *,
        removable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`put` is given what is wanted; None takes it away, which is offered if `removable`."""
        super().__init__(kit, parent)
        self._put = put
        self._removes = False
        self._follows = days is None
        self.ideal = IntervalField(kit.theme)
        self.most = IntervalField(kit.theme)
        ideal, most = days or (IDEAL, 2 * IDEAL)
        self.ideal.show_days(ideal)
        self.most.show_days(most)
        self.add(self.tr("Every"), self.ideal)
        self.add(self.tr("At most"), self.most)
        hint = self.tr(
            "The clock starts again at each two-way contact. A plan or a call nobody answered "
            "does not move it."
        )
        self.body.addWidget(Label(kit.theme, hint, "caption", "muted", wrap=True))
        self.set_words(self.tr("Stay in touch: {who}").format(who=about), self.tr("Save"))
        self.remove_button = Button(kit.theme, self.tr("Not any more"), "ghost")
        self._buttons.insertWidget(0, self.remove_button)
        self.remove_button.setVisible(removable)
        self.remove_button.clicked.connect(self._on_remove)
        self.ideal.changed.connect(self._follow)
        self.most.number.textEdited.connect(self._stop_following)
        self.ideal.number.selectAll()
        self.ideal.number.setFocus()

    def job(self) -> Callable[[], object] | None:
        if self._removes:
            return lambda: self._put(None)
        ideal, most = self.ideal.days(), self.most.days()
        if not ideal:
            self.refuse(self.kit.messages.say("form.not_a_number"), self.ideal.number)
        elif not most:
            self.refuse(self.kit.messages.say("form.not_a_number"), self.most.number)
        elif most < ideal:
            words = self.tr("The longest cannot be shorter than what is wanted.")
            self.refuse(words, self.most.number)
        else:
            form = TouchForm(ideal, most)
            return lambda: self._put(form)
        return None

    def _on_remove(self) -> None:
        self._removes = True
        self.accept()

    def _stop_following(self) -> None:
        self._follows = False

    def _follow(self) -> None:
        ideal = self.ideal.days()
        if self._follows and ideal:
            self.most.show_days(2 * ideal, str(self.ideal.unit.currentData()))
