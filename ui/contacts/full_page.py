"""One contact on a page of its own."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import GoneError
from ui.common.bars import bar, indent
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.page import Page
from ui.common.widgets.button import Button
from ui.common.widgets.help_button import HelpButton
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.section_header import SectionHeader
from ui.contacts.contact_controls import ContactControls
from ui.contacts.profile import Profile
from ui.contacts.properties import PropertyList
from ui.contacts.section import ContactSection
from ui.contacts.side import Side
from ui.contacts.stop_note import StopNote
from ui.contacts.story import Story, StoryView
from ui.contacts.wiring import connect_edits, names_of

if TYPE_CHECKING:
    from app.events import Changes
    from app.services.contacts import ContactService
    from app.services.interactions import InteractionService
    from app.services.notes import NoteService
    from app.services.staff import StaffService
    from app.shapes.contacts import ContactDetail
    from ui.common.bridge import ChangeBridge
    from ui.contacts.edits import ContactEdits

BAR = 48
BAR_LEFT = 16  # px before the first button, whose own room follows
LEFT, RIGHT = 272, 312
LEFT_SIDE, RIGHT_SIDE = 24, 20  # px left of what stands in the first and the third column
BAR_ROOM = 24  # px more at the left where the third column is folded under the first
FOLDS = 1080  # px of page below which the third column goes under the first
SHOWN = {
    "contact", "contact_point", "contact_tag", "tag", "note", "interaction", "staff", "relation",
}  # fmt: skip


class FullPage(Page):
    """Fields at the left, what is written in the middle, what else there is at the right.

    E, L and # start a note, a log and a tag; Esc closes.
    """

    icon = "users-round"
    topic = "contact"
    in_nav = False
    closed = Signal()
    moved = Signal(int)  # rows down
    history_asked = Signal(object)  # contact id
    print_asked = Signal(object)  # contact id
    trash_asked = Signal(object)  # contact id
    erase_asked = Signal(object)  # contact id

    def __init__(
        self,
        kit: Kit,
        contacts: ContactService,
        notes: NoteService,
        interactions: InteractionService,
        staff: StaffService,
        edits: ContactEdits,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._kit = kit
        self._contacts = contacts
        self._notes = notes
        self._staff = staff
        self._edits = edits
        self._detail: ContactDetail | None = None
        self._folded = False
        self._sections: list[ContactSection] = []
        self.profile = Profile(kit, lambda: [name for name, _count in contacts.tags()])
        self.stopped = StopNote(kit, side=24, space=8)
        self.properties = PropertyList(kit, contacts, narrow=True)
        self.story = Story(kit)
        self.side = Side(kit)
        self.story.serve(interactions)
        self._build_bar()
        self._build_columns()
        self._connect()
        kit.theme.changed.connect(self._fit)
        self.retranslate()

    @property
    def contact_id(self) -> int | None:
        """The id of the contact that is shown."""
        return self._detail.id if self._detail else None

    def title(self) -> str:
        return self.tr("Contact")

    def place(self) -> object:
        return self.contact_id

    def go_to(self, place: object) -> None:
        if isinstance(place, int):
            self.show_contact(place)

    def follow(self, bridge: ChangeBridge) -> None:
        """Keep up with the data while it is on the screen."""
        bridge.changed.connect(self._on_changed)

    def add_section(self, section: ContactSection, *, right: bool = False, place: int = -1) -> None:
        """Put a part of its own below the fields, or below what stands at the right.

        `place` is how many such parts stand above it; by default all.
        """
        self._sections.append(section)
        where = self._below_right if right else self._below_left
        if where.count() or not right:  # a line of its own, gone where the part is
            section.draw_line_above()
        where.insertWidget(place, section)
        if self._detail is not None:
            section.show_contact(self._detail)

    def put_above(self, section: ContactSection) -> None:
        """Put a part of its own above what is written."""
        self._sections.append(section)
        self._above.addWidget(section)
        if self._detail is not None:
            section.show_contact(self._detail)

    def show_contact(self, contact_id: int) -> None:
        """Show a contact; closes if it has gone meanwhile."""
        if contact_id != self.contact_id:
            self.properties.finish()
            self.profile.tags.fold()
            self.story.timeline.close_editor()
        try:
            detail = self._contacts.detail(contact_id, story=False)
        except GoneError:
            self.properties.finish()
            self._detail = None
            self.closed.emit()
            return
        anew, self._detail = contact_id != self.contact_id, detail
        self._fill(detail)
        if anew:
            for area in (self.left, self.middle, self.right):
                area.verticalScrollBar().setValue(0)

    def put_beside(self, view: StoryView) -> None:
        """Let a view be chosen instead of the timeline."""
        self.story.put_beside(view)
        if self._detail is not None:
            view.show_contact(self._detail)

    def show_place(self, line: int, count: int, *, more: bool) -> None:
        """Say which of how many it is in the list it came from."""
        self.controls.show_place(line, count, more=more)

    def start_note(self) -> None:
        """Put the cursor where a note is written."""
        self._start("note")

    def start_log(self) -> None:
        """Put the cursor where a call is logged."""
        self._start("call")

    def start_tag(self) -> None:
        """Open the field for a tag."""
        self.profile.tags.start()

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Contact"))
        self.back_button.set_name(self.tr("Back to the list"), "Esc")
        self.list_button.set_text(self.tr("All contacts"))
        self.list_button.updateGeometry()
        self.close_button.set_name(self.tr("Close"), "Esc")
        self.about.set_title(self.tr("About"))
        if self._detail is not None:
            self._fill(self._detail)
        self.controls.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {"e": self.start_note, "l": self.start_log, "#": self.start_tag}
        acts |= {s.letter: s.letter_pressed for s in self._sections if s.letter}
        letter = letter_of(event)
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif letter in acts:
            acts[letter]()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _build_bar(self) -> None:
        theme = self._kit.theme
        self.back_button = IconButton(theme, "arrow-left", "")
        self.list_button = Button(theme, "", "ghost", size="sm")
        self.crumb = Label(theme, "", "strong")
        self.controls = controls = ContactControls(self._kit, self, lambda: self.contact_id)
        self.close_button = IconButton(theme, "x", "")
        step = Label(theme, "›  ", colour="muted")
        self._bar = bar(
            theme,
            "Toolbar",
            BAR,
            [
                self.back_button, self.list_button, step, self.crumb, HelpButton(theme), None,
                controls.place_label, controls.up_button, controls.down_button,
                controls.more_button, self.close_button,
            ],
            gap=4,
        )  # fmt: skip
        indent(self._bar, BAR_LEFT)

    def _build_columns(self) -> None:
        theme = self._kit.theme
        self.about = SectionHeader(theme, "")
        fields = QWidget()
        fields.setProperty("clear", "true")
        self._first = QVBoxLayout(fields)
        self._first.setContentsMargins(0, 0, 0, 20)
        self._first.setSpacing(8)
        inner = QVBoxLayout()
        inner.setContentsMargins(LEFT_SIDE, 16, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self.about)
        inner.addWidget(self.properties)
        self._below_left = QVBoxLayout()
        self._below_left.setSpacing(12)
        self._below_left.setContentsMargins(0, 12, 12, 0)
        inner.addLayout(self._below_left)
        self._first.addLayout(inner)
        self._first.addStretch(1)
        story = QWidget()
        story.setObjectName("Canvas")
        column = QVBoxLayout(story)
        column.setContentsMargins(20, 16, 20, 20)
        self._above = QVBoxLayout()
        column.addLayout(self._above)
        column.addWidget(self.story, 1)
        self.left, self.middle, self.right = QScrollArea(), QScrollArea(), QScrollArea()
        self.left.setWidget(fields)
        self.middle.setWidget(story)
        self._build_third()
        columns = QHBoxLayout()
        columns.setSpacing(0)
        for number, area in enumerate((self.left, self.middle, self.right)):
            area.setWidgetResizable(True)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            if number:
                columns.addWidget(self._line())
            columns.addWidget(area, 1 if area is self.middle else 0)
        self._right_line = columns.itemAt(3).widget()  # type: ignore[union-attr]
        self.story.watch(self.middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addWidget(self.profile)
        whole.addWidget(self.stopped)
        whole.addLayout(columns, 1)

    def _build_third(self) -> None:
        self._beside = QWidget()
        self._beside.setProperty("clear", "true")
        self._below_right = QVBoxLayout()
        self._below_right.setSpacing(12)
        column = QVBoxLayout(self._beside)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.side)
        column.addLayout(self._below_right)
        column.addStretch(1)
        self._side_by(RIGHT_SIDE)
        self.right.setWidget(self._beside)

    def _side_by(self, left: int) -> None:
        self.side.set_side(left)
        self._below_right.setContentsMargins(left, 0, RIGHT_SIDE, 20)

    def _line(self) -> QFrame:
        line = QFrame()
        line.setObjectName("Line")
        line.setFixedWidth(1)
        return line

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.closed)
        self.list_button.clicked.connect(self.closed)
        self.close_button.clicked.connect(self.closed)
        controls = self.controls
        for told, asked in (
            (controls.moved, self.moved),
            (controls.print_asked, self.print_asked),
            (controls.history_asked, self.history_asked),
            (controls.trash_asked, self.trash_asked),
            (controls.erase_asked, self.erase_asked),
        ):
            told.connect(asked)
        profile, edits = self.profile, self._edits
        profile.note_asked.connect(self.start_note)
        profile.log_asked.connect(self.start_log)
        profile.tags.typed.connect(lambda tag: edits.tag(self.contact_id or 0, tag))
        profile.tags.removed.connect(lambda tag: edits.untag(self.contact_id or 0, tag))
        connect_edits(edits, self.properties, self.story)

    def _fill(self, detail: ContactDetail) -> None:
        staff = self._staff.everybody()
        owner_id = None
        with suppress(GoneError):  # to the trash between two reads
            owner_id = self._contacts.owner_of(detail.id)
        owner = next((row.name for row in staff if row.id == owner_id), "")
        self.crumb.set_text(detail.name)
        self.profile.show_contact(detail, owner)
        self.stopped.show_contact(detail)
        self.properties.set_staff(staff)
        self.properties.show_contact(detail, owner_id)
        self.side.show_contact(detail, self._notes.pinned(detail.id))
        for section in self._sections:
            section.show_contact(detail)
        self.story.set_names(names_of(staff))
        together = detail.kind != "person"
        self.story.show_contact(detail.id, detail.name, together=together)
        if self.story.beside is not None:
            self.story.beside.show_contact(detail)

    def _fit(self) -> None:
        self.crumb.setMaximumWidth(self.width() // 2)
        scale = max(1.0, self._kit.theme.text_scale)
        folded = self.width() < FOLDS * scale
        # What is folded in makes it scroll: the bar must not cost a phone its last digits.
        self.left.setFixedWidth(round((LEFT + BAR_ROOM * folded) * scale))
        self.right.setFixedWidth(round(RIGHT * scale))
        self._fold(folded)

    def _fold(self, folded: bool) -> None:  # noqa: FBT001 - what the width says
        if folded == self._folded:
            return
        self._folded = folded
        if folded:
            self.right.takeWidget()
            self._first.insertWidget(1, self._beside)
            self._beside.show()
        else:
            self._first.removeWidget(self._beside)
            self.right.setWidget(self._beside)
        self._side_by(LEFT_SIDE if folded else RIGHT_SIDE)
        self.right.setVisible(not folded)
        if self._right_line is not None:
            self._right_line.setVisible(not folded)

    def _start(self, kind: str) -> None:
        self.story.composer.start(kind)
        self.middle.verticalScrollBar().setValue(0)

    def _on_changed(self, changes: Changes) -> None:
        touched = changes.reshaped | changes.edited.keys()
        if not self.isVisible() or self.contact_id is None:
            return
        if touched & SHOWN:
            self.show_contact(self.contact_id)
            return
        beside = (self.story.beside,) if self.story.beside is not None else ()
        for part in (*self._sections, *beside):
            if touched & part.tables:
                part.refresh()
