"""The step a plan offers once the one before is done, with one key each way."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from app.shapes.tasks import StepRow
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.shadow import MARGIN
from ui.common.widgets.button import Button
from ui.common.widgets.floating import Floating
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.kbd import Kbd
from ui.common.widgets.label import Label
from ui.common.widgets.note import announce

HEIGHT = 48
LIFT = 112  # px: above the toast, which tells that the step before is done
ADD, LEAVE = "A", "X"
STAYS = 30_000  # ms; afterwards the step is still offered on the contact's page
TYPED_IN = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)


class StepOffer(Floating):
    """Stays until it is answered, for half a minute; its keys work wherever nobody types."""

    taken = Signal(object)  # run id: the step is to become a task
    left_out = Signal(object)  # run id: the plan goes on without it

    def __init__(self, kit: Kit, host: QWidget) -> None:
        super().__init__(kit.theme, host, "raised", "border-strong", LIFT)
        theme = kit.theme
        self._kit = kit
        self.plan = self._step = ""
        self.run_id: int | None = None
        self.text = Label(theme, "", "strong")
        self.add_button = Button(theme, "", "primary", size="sm")
        self.leave_button = Button(theme, "", "ghost", size="sm")
        self.close_button = IconButton(theme, "x", "")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN + 17, MARGIN, MARGIN + 9, MARGIN)
        row.setSpacing(8)
        for part in (
            self.text, self.add_button, Kbd(theme, ADD), self.leave_button, Kbd(theme, LEAVE),
            self.close_button,
        ):  # fmt: skip
            row.addWidget(part)
        self._time = QTimer(self, singleShot=True, interval=STAYS)
        self._time.timeout.connect(self._on_time)
        self.add_button.clicked.connect(self._take)
        self.leave_button.clicked.connect(self._leave)
        self.close_button.clicked.connect(self.hide)
        kit.language.changed.connect(self.retranslate)
        self.retranslate()
        self.hide()

    def offer(self, run_id: int, plan: str, step: StepRow) -> None:
        """Offer the next step of a plan that is under way."""
        self.run_id, self.plan, self._step = run_id, plan, step.title
        self.retranslate()
        self.show()
        self._time.start()
        keys = self.tr("{add} adds it, {leave} leaves it out").format(add=ADD, leave=LEAVE)
        announce(self, f"{self.text.text()}. {keys}")

    def retranslate(self) -> None:
        """Set every word again."""
        words = self.tr("Next in {plan}: {step}")
        self.text.set_text(words.format(plan=self.plan, step=self._step))
        self.add_button.set_text(self.tr("Add"))
        self.add_button.setAccessibleName(self.tr("Add {step}").format(step=self._step))
        self.leave_button.set_text(self.tr("Leave out"))
        self.leave_button.setAccessibleName(self.tr("Leave {step} out").format(step=self._step))
        self.close_button.set_name(self.tr("Later"))
        self._row.activate()
        self.place()

    def sizeHint(self) -> QSize:
        height = self._theme.height(HEIGHT) + 2 * MARGIN
        return QSize(self._row.sizeHint().width(), height)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def hideEvent(self, event: QHideEvent) -> None:
        self._time.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return watched is QApplication.focusWidget() and self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        focused = QApplication.focusWidget()
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if isinstance(focused, TYPED_IN) or over is not None:
            return False
        act = {ADD.lower(): self._take, LEAVE.lower(): self._leave}.get(letter_of(event))
        if act is not None:
            act()
        return act is not None

    def _take(self) -> None:
        self.hide()
        self.taken.emit(self.run_id)

    def _leave(self) -> None:
        self.hide()
        self.left_out.emit(self.run_id)

    def _on_time(self) -> None:
        if self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self._host):
            self._time.start()
        else:
            self.hide()
