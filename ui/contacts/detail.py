"""The panel beside the list: everything about one contact."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.errors import GoneError
from app.shapes.contacts import ContactDetail
from ui.common.bars import clear
from ui.common.flow import FlowLayout
from ui.common.kit import Kit
from ui.common.widgets.avatar import Avatar, avatar_colour
from ui.common.widgets.button import Button
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu
from ui.common.widgets.quick_button import QuickButton
from ui.common.widgets.section_header import SectionHeader
from ui.common.widgets.tag import Tag
from ui.contacts.editable_row import EditableRow
from ui.contacts.fields import FieldShown, fields_of
from ui.contacts.table import tag_colour
from ui.contacts.timeline import TimelinePanel, timeline_of

if TYPE_CHECKING:
    from app.services.contacts import ContactService

WIDTH = 372
BAR = 48
NOTE_HEIGHT = 84


class DetailPanel(QFrame):
    """Shows one contact and passes on what is typed over; decides nothing itself."""

    moved = Signal(int)  # rows down
    closed = Signal()
    field_typed = Signal(object, str, str)  # contact id, column, text
    point_typed = Signal(object, object, str)  # contact id, FieldShown, text
    note_typed = Signal(object, str)  # contact id, text
    tag_typed = Signal(object, str)  # contact id, tag
    trash_asked = Signal(object)  # contact id

    def __init__(self, kit: Kit, contacts: ContactService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Detail")
        self._kit = kit
        self._contacts = contacts
        self._detail: ContactDetail | None = None
        self._place = (0, 0, False)
        self._rows: list[EditableRow] = []
        self._build_bar()
        self._build_body()
        self._connect()
        kit.language.changed.connect(self.retranslate)
        self.retranslate()
        self.show_contact(None)

    @property
    def contact_id(self) -> int | None:
        """The id of the contact that is shown."""
        return self._detail.id if self._detail else None

    def show_contact(self, contact_id: int | None) -> None:
        """Show a contact; one that has gone meanwhile shows as none."""
        self._detail = None
        if contact_id is not None:
            with suppress(GoneError):
                self._detail = self._contacts.detail(contact_id)
        self._fill()

    def show_place(self, line: int, count: int, *, more: bool) -> None:
        """Say which of how many it is."""
        self._place = (line, count, more)
        self.up_button.setEnabled(line > 0)
        self.down_button.setEnabled(line + 1 < count)
        number = self._kit.formats.number
        total = number(count) + ("+" if more else "")
        words = self.tr("{n} of {total}").format(n=number(line + 1), total=total)
        self.place_label.set_text(words if self._detail else "")

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be changed."""
        first: QWidget = self._rows[0] if self._rows else self.close_button
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def start_note(self) -> None:
        """Open the field for a new note."""
        self.note_box.show()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_tag(self) -> None:
        """Open the field for a tag."""
        self.tag_field.show()
        self.tag_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Details"))
        self.up_button.set_name(self.tr("Previous contact"))
        self.down_button.set_name(self.tr("Next contact"))
        self.more_button.set_name(self.tr("More"))
        self.close_button.set_name(self.tr("Close details"), "Ctrl+\\")
        self.trash_action.setText(self.tr("Move to trash"))
        for button, words in (
            (self.mail_button, self.tr("Mail")),
            (self.note_button, self.tr("Note")),
            (self.tag_button, self.tr("Tag")),
        ):
            button.setText(words)
            button.updateGeometry()
        self.note.setPlaceholderText(self.tr("What should the next one at the desk know?"))
        self.note.setAccessibleName(self.tr("New note"))
        self.save_note.set_text(self.tr("Save note"))
        self.drop_note.set_text(self.tr("Cancel"))
        self.tag_field.setPlaceholderText(self.tr("Tag, then Enter"))
        self.tag_field.setAccessibleName(self.tr("New tag"))
        self.timeline_header.set_title(self.tr("Timeline"))
        self._fill()
        self.show_place(*self._place[:2], more=self._place[2])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if watched is self.note and enter and held:
                self._on_note_saved()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.note_box.hide()
                self.tag_field.hide()
                return True
        return super().eventFilter(watched, event)

    def _build_bar(self) -> None:
        theme = self._kit.theme
        self.up_button = IconButton(theme, "chevron-up", "")
        self.down_button = IconButton(theme, "chevron-down", "")
        self.more_button = IconButton(theme, "ellipsis", "")
        self.close_button = IconButton(theme, "x", "")
        self.place_label = Label(theme, "", colour="muted", digits=True)
        self._menu = Menu(theme, parent=self)
        self.trash_action = self._menu.add("", "trash-2", danger=True)
        bar = QFrame()
        bar.setObjectName("Toolbar")
        bar.setFixedHeight(theme.height(BAR, space=28))
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(2)
        row.addWidget(self.up_button)
        row.addWidget(self.down_button)
        row.addSpacing(6)
        row.addWidget(self.place_label, 1)
        row.addWidget(self.more_button)
        row.addWidget(self.close_button)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(1, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(bar)

    def _build_body(self) -> None:
        theme = self._kit.theme
        self.avatar = Avatar(theme, "", 0, 48)
        self.name = Label(theme, "", "title")
        self.since = Label(theme, "", colour="muted")
        self.mail_button = QuickButton(theme, "", "mail")
        self.note_button = QuickButton(theme, "", "sticky-note")
        self.tag_button = QuickButton(theme, "", "tag")
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.save_note = Button(theme, "", "primary", size="sm")
        self.drop_note = Button(theme, "", "ghost", size="sm")
        self.tag_field = QLineEdit()
        self.timeline_header = SectionHeader(theme, "")
        self.timeline = TimelinePanel(self._kit)
        self._body = QWidget()
        self._body.setProperty("clear", "true")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(20, 16, 20, 20)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.since)
        head.addWidget(self.avatar)
        head.addLayout(names, 1)
        column.addLayout(head)
        quick = QHBoxLayout()
        quick.setSpacing(8)
        for button in (self.mail_button, self.note_button, self.tag_button):
            quick.addWidget(button, 1)
        column.addLayout(quick)
        column.addWidget(self._build_note())
        column.addWidget(self.tag_field)
        self._tags = QWidget()
        self._tag_flow = FlowLayout(self._tags)
        column.addWidget(self._tags)
        self._fields = QVBoxLayout()
        self._fields.setSpacing(0)
        column.addLayout(self._fields)
        column.addWidget(self.timeline_header)
        column.addWidget(self.timeline)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._body)
        self._whole.addWidget(self._area)

    def _build_note(self) -> QWidget:
        self.note_box = QWidget()
        column = QVBoxLayout(self.note_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.drop_note)
        buttons.addWidget(self.save_note)
        column.addWidget(self.note)
        column.addLayout(buttons)
        self.note_box.hide()
        self.tag_field.hide()
        return self.note_box

    def _connect(self) -> None:
        self.up_button.clicked.connect(partial(self.moved.emit, -1))
        self.down_button.clicked.connect(partial(self.moved.emit, 1))
        self.close_button.clicked.connect(self.closed)
        self.more_button.clicked.connect(self._on_more)
        self.trash_action.triggered.connect(self._with_id(self.trash_asked.emit))
        self.mail_button.clicked.connect(self._on_mail)
        self.note_button.clicked.connect(self.start_note)
        self.tag_button.clicked.connect(self.start_tag)
        self.save_note.clicked.connect(self._on_note_saved)
        self.drop_note.clicked.connect(self.note_box.hide)
        self.tag_field.returnPressed.connect(self._on_tag_typed)
        self.note.installEventFilter(self)
        self.tag_field.installEventFilter(self)

    def _fill(self) -> None:
        detail = self._detail
        self._body.setVisible(detail is not None)
        self.more_button.setEnabled(detail is not None)
        self._clear()
        if detail is None:
            return
        company = detail.kind == "company"
        self.avatar.show_contact(detail.name, avatar_colour(detail.id), company=company)
        self.name.set_text(detail.name)
        since = str(detail.values.get("first_seen_on") or detail.created_at)
        month = self._kit.formats.month(since)
        self.since.set_text(self.tr("Customer since {month}").format(month=month))
        self.mail_button.setEnabled(any(p.kind == "email" for p in detail.points))
        for tag in detail.tags:
            self._tag_flow.addWidget(Tag(self._kit.theme, tag, tag_colour(tag)))
        self._tags.setVisible(bool(detail.tags))
        for field in fields_of(detail, self._kit):
            self._add_row(detail.id, field)
        self.timeline.show_items(timeline_of(detail, self._kit))

    def _add_row(self, contact_id: int, field: FieldShown) -> None:
        row = EditableRow(self._kit.theme, field.name, field.shown, field.raw)
        if field.point_kind:
            row.typed.connect(lambda text: self.point_typed.emit(contact_id, field, text))
        else:
            row.typed.connect(lambda text: self.field_typed.emit(contact_id, field.field, text))
        self._rows.append(row)
        self._fields.addWidget(row)

    def _clear(self) -> None:
        for row in self._rows:
            self._fields.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()
        clear(self._tag_flow)

    def _with_id(self, act: Callable[[int], object]) -> Callable[[], None]:
        def run() -> None:
            if self.contact_id is not None:
                act(self.contact_id)

        return run

    def _on_more(self) -> None:
        self._menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _on_mail(self) -> None:
        points = self._detail.points if self._detail else ()
        address = next((p.value for p in points if p.kind == "email"), "")
        QDesktopServices.openUrl(QUrl(f"mailto:{address}"))

    def _on_note_saved(self) -> None:
        text = self.note.toPlainText().strip()
        if text and self.contact_id is not None:
            self.note_typed.emit(self.contact_id, text)
        self.note.clear()
        self.note_box.hide()

    def _on_tag_typed(self) -> None:
        text = self.tag_field.text().strip()
        if text and self.contact_id is not None:
            self.tag_typed.emit(self.contact_id, text)
        self.tag_field.clear()
        self.tag_field.hide()
