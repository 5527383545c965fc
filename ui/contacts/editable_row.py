"""A field of a contact that is typed over in place."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit, QWidget

from app.errors import GoneError
from app.links import address_of
from ui.common.jobs import Job
from ui.common.theme import Theme
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.pill import Pill
from ui.common.widgets.property_row import EDGE, LABEL, PENCIL, PropertyRow
from ui.contacts.fields import FieldShown

EMPTY = "—"
PATIENCE = 300  # ms before it is told that something is being saved
SMALL = 24  # px of a button in a row
ENDS = {Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter}
OPENS = {"phone": "phone", "email": "mail", "link": "external-link"}  # kind: icon


class EditableRow(PropertyRow):
    """Click, Enter or F2 opens an editor over the value: Enter saves, Esc reverts.

    Leaving the editor saves, too; what did not change is not saved. What takes long to be saved
    says so; what was refused comes back into the editor. A phone, e-mail or link has a menu and
    a button that opens it, both there while the pointer or the keyboard is.
    """

    typed = Signal(str)
    opened = Signal()  # the phone, e-mail or link shall be used
    menu_asked = Signal(object)  # where, on the screen
    closed = Signal()  # the editor is no more

    def __init__(
        self,
        theme: Theme,
        field: FieldShown,
        *,
        label_width: int = LABEL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            theme,
            field.name,
            field.shown or EMPTY,
            editable=True,
            label_width=label_width,
            parent=parent,
        )
        self._theme = theme
        self.field = field
        self.suggest: Callable[[], Sequence[str]] | None = None
        self._editor: QLineEdit | None = None
        self._text = ""  # as typed last
        self._job: Job | None = None  # that brings it to the disk
        self._saving = Label(theme, "", "caption", "muted")
        self._saving.hide()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._show_saving)
        self._pill = Pill(theme, "", "persimmon", "cake")
        self.open_button = IconButton(theme, OPENS.get(field.point_kind, "link"), "", size=SMALL)
        # Over the end of the label: a value that made room for it would jump.
        self.more_button = IconButton(theme, "ellipsis", "", size=SMALL, parent=self)
        for widget in (self._saving, self._pill, self.open_button):
            self.add(widget)
        self.open_button.clicked.connect(self.opened)
        self.more_button.clicked.connect(self._on_more)
        self.edited.connect(self.open_editor)
        self.show_field(field)

    @property
    def is_open(self) -> bool:
        """Whether somebody is typing into it."""
        return self._editor is not None

    @property
    def is_waiting(self) -> bool:
        """Whether what was typed is on its way to the disk."""
        return self._job is not None

    @property
    def has_focus(self) -> bool:
        """Whether it, its editor or one of its buttons has the focus."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def show_field(self, field: FieldShown) -> None:
        """Show what has become of the field; an editor that is open keeps its text."""
        self.field = field
        self.set_name(field.name)
        self.set_value((self._text if self._job is not None else field.shown) or EMPTY)
        self._value.set_colour("muted" if field.gone or not field.shown else "text")
        if field.soon:
            self._pill.show_state(field.soon, "persimmon", "cake")
            self._pill.updateGeometry()
        self._show_pill()
        self.open_button.set_name(self.opening())
        self.more_button.set_name(self.tr("More about {value}").format(value=field.shown))
        self._show_buttons(there=self.underMouse() or self.has_focus)

    @property
    def can_be_opened(self) -> bool:
        """Whether it is a phone, e-mail or link that is still valid and leads somewhere."""
        field = self.field
        if field.point_kind == "link" and not address_of(field.raw, field.label):
            return False
        return bool(field.point_id) and field.point_kind in OPENS and not field.gone

    def opening(self) -> str:
        """Return the words of what opens it."""
        words = {
            "phone": self.tr("Call {value}"),
            "email": self.tr("Write to {value}"),
        }.get(self.field.point_kind, self.tr("Open {value}"))
        return words.format(value=self.field.shown)

    def open_editor(self) -> None:
        """Turn the value into an editor."""
        if self._editor is None:
            self._open(self.field.raw).setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, text: str) -> QLineEdit:
        editor = QLineEdit(text, self)
        editor.setProperty("cell", "true")
        editor.setAccessibleName(self.field.name)
        editor.installEventFilter(self)
        if self.suggest is not None:
            completer = QCompleter(list(self.suggest()), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            editor.setCompleter(completer)
        self._editor = editor
        self._place()
        editor.show()
        editor.raise_()
        editor.selectAll()
        return editor

    def wait_for(self, job: Job) -> None:
        """Show what was typed last until that job ends; if it fails, in the editor again."""
        self.settle()
        self._job = job
        job.failed.connect(self._on_refused)
        job.finished.connect(self.settle)
        self._patience.start()
        self.show_field(self.field)

    def settle(self) -> None:
        """Show the field as it is on the disk."""
        job, self._job = self._job, None
        if job is None:
            return
        job.failed.disconnect(self._on_refused)
        job.finished.disconnect(self.settle)
        self._patience.stop()
        self._saving.hide()
        self.show_field(self.field)

    def finish(self) -> None:
        """Save what an open editor holds."""
        self._close(save=True)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self._show_buttons(there=event.type() == QEvent.Type.HoverEnter or self.has_focus)
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_buttons(there=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.field.point_id:
            self.menu_asked.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self._show_pill()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._editor:
            # Enter is kept from the row, which would open the editor again.
            if isinstance(event, QKeyEvent) and Qt.Key(event.key()) in ENDS:
                if event.type() == QEvent.Type.KeyPress:
                    self._close(save=event.key() != Qt.Key.Key_Escape)
                event.accept()
                return True
            popup = Qt.FocusReason.PopupFocusReason
            if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != popup:
                self._close(save=True)
        return super().eventFilter(watched, event)

    def _show_pill(self) -> None:
        """Show the pill where the date beside it stays whole."""
        width = self._value.sizeHint().width() + self._pill.sizeHint().width()
        room = self.width() - self._value.x() - PENCIL - EDGE
        self._pill.setVisible(bool(self.field.soon) and width + self._row.spacing() <= room)

    def _show_buttons(self, *, there: bool) -> None:
        self.more_button.setVisible(there and bool(self.field.point_id))
        self.open_button.setVisible(there and self.can_be_opened)

    def _show_saving(self) -> None:
        self._saving.set_text(self.tr("Saving…"))
        self._saving.show()

    def _on_refused(self, error: BaseException) -> None:
        # A contact that is gone has no line to type into any more.
        if isinstance(error, GoneError) or not self.isVisible() or self._editor is not None:
            return
        focused = self.has_focus
        editor = self._open(self._text)
        if focused:  # else somebody types elsewhere by now
            editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_more(self) -> None:
        corner = QPoint(0, self.more_button.height())
        self.menu_asked.emit(self.more_button.mapToGlobal(corner))

    def _place(self) -> None:
        left = round(self._label_width * max(1.0, self._theme.text_scale)) + 2
        at = left - SMALL - 12, (self.height() - SMALL) // 2
        self.more_button.setGeometry(*at, SMALL, SMALL)
        if self._editor is not None:
            self._editor.setGeometry(left, 0, self.width() - left, self.height())

    def _close(self, *, save: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        text, had_focus = editor.text().strip(), editor.hasFocus()
        editor.hide()
        editor.deleteLater()
        if had_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if save and text != self.field.raw:
            self._text = text
            self.typed.emit(text)
        self.closed.emit()
