"""The panel beside the list: everything about one contact."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import GoneError
from app.shapes.contacts import ContactDetail
from ui.common.kit import Kit
from ui.common.stage_looks import LOOKS, NOWHERE, stage_words
from ui.common.text import CENTRE
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.label import Label
from ui.common.widgets.pill import Pill
from ui.common.widgets.quick_button import QuickButton
from ui.contacts.contact_controls import ContactControls
from ui.contacts.edits import ContactEdits
from ui.contacts.photo import PhotoAvatar
from ui.contacts.properties import PropertyList
from ui.contacts.section import ContactSection
from ui.contacts.stop_note import StopNote
from ui.contacts.story import Story
from ui.contacts.tag_strip import TagStrip
from ui.contacts.tier_looks import TierPill
from ui.contacts.wiring import connect_edits, first_of, names_of

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.interactions import InteractionService
    from app.services.notes import NoteService
    from app.services.staff import StaffService

WIDTH = 372
BAR = 48
SIDE, SIDE_NARROW = 20, 16  # px beside what is shown, and on a narrow page
MOST_TAGS = 12


class DetailPanel(QFrame):
    """Shows one contact and passes on what is typed over; decides nothing itself.

    What is being typed stays as it is when the data change meanwhile.
    """

    moved = Signal(int)  # rows down
    closed = Signal()
    full_page_asked = Signal(object)  # contact id
    history_asked = Signal(object)  # contact id
    print_asked = Signal(object)  # contact id
    trash_asked = Signal(object)  # contact id
    erase_asked = Signal(object)  # contact id

    def __init__(self, kit: Kit, contacts: ContactService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("Detail")
        self._kit = kit
        self._contacts = contacts
        self._staff: StaffService | None = None
        self._detail: ContactDetail | None = None
        self._sections: list[ContactSection] = []
        self.edits = ContactEdits(kit, contacts, self)
        self._build_bar()
        self._build_body()
        self._connect()
        kit.language.changed.connect(self.retranslate)
        self.retranslate()
        self.show_contact(None)

    def serve(
        self, notes: NoteService, interactions: InteractionService, staff: StaffService
    ) -> None:
        """Give it what else it shows and writes: the timeline, and who works here."""
        self._staff = staff
        self.edits.serve(notes, interactions)
        self.story.serve(interactions)
        self.story.show()
        for button in (self.note_button, self.log_button):
            button.setEnabled(True)

    @property
    def contact_id(self) -> int | None:
        """The id of the contact that is shown."""
        return self._detail.id if self._detail else None

    def show_contact(self, contact_id: int | None) -> None:
        """Show a contact; one that has gone meanwhile shows as none."""
        if contact_id != self.contact_id:
            self.properties.finish()
            self.tags.fold()
            self.story.timeline.close_editor()
        self._detail = None
        if contact_id is not None:
            with suppress(GoneError):
                self._detail = self._contacts.detail(contact_id, story=False)
        if self._detail is None:
            self.properties.finish()
        self._area.setVisible(self._detail is not None or not self.isVisible())
        self.nobody.setVisible(self._area.isHidden())
        self._fill()

    def show_place(self, line: int, count: int, *, more: bool) -> None:
        """Say which of how many it is."""
        self.controls.show_place(line, count, more=more)

    def follow_scores(self) -> None:
        """Show the group anew: scores have been reckoned."""
        if self._detail is not None:
            self._fill_marks(self._detail)

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be changed."""
        if self._detail is None:
            self.close_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.properties.focus_first()

    def set_side(self, side: int) -> None:
        """Leave that much room beside what is shown."""
        self._column.setContentsMargins(side, side, side, 20)

    def add_section(self, section: ContactSection) -> None:
        """Put a part of its own below the fields."""
        self._sections.append(section)
        self._column.insertWidget(self._column.indexOf(self.story), section)
        if self._detail is not None:
            section.show_contact(self._detail)

    def press_letter(self, letter: str) -> bool:
        """Let the part that has this key act; return whether there is one."""
        section = next((s for s in self._sections if letter and s.letter == letter), None)
        if section is not None and self._detail is not None:
            section.letter_pressed()
        return section is not None

    def start_note(self) -> None:
        """Open the composer for a note."""
        self._start("note")

    def start_log(self) -> None:
        """Open the composer for a call."""
        self._start("call")

    def start_tag(self) -> None:
        """Open the field for a tag."""
        if self._detail is not None:
            self.tags.start()

    def retranslate(self) -> None:
        """Set every word again."""
        self.setAccessibleName(self.tr("Details"))
        self.full_button.set_name(self.tr("Open as a page"))
        self.close_button.set_name(self.tr("Close details"), "Ctrl+\\")
        for button, words in (
            (self.call_button, self.tr("Call")),
            (self.mail_button, self.tr("Mail")),
            (self.note_button, self.tr("Note")),
            (self.task_button, self.tr("Task")),
            (self.log_button, self.tr("Log")),
        ):
            button.setText(words)
            button.updateGeometry()
        self.log_button.setAccessibleName(self.tr("Log a call"))
        self.task_button.setAccessibleName(self.tr("Add a task"))
        self.nobody.set_text(self.tr("Choose a contact to see more of them here."))
        self._fill()
        self.controls.retranslate()

    def _build_bar(self) -> None:
        theme = self._kit.theme
        self.controls = controls = ContactControls(self._kit, self, lambda: self.contact_id)
        self.full_button = IconButton(theme, "maximize-2", "")
        self.close_button = IconButton(theme, "x", "")
        bar = QFrame()
        bar.setObjectName("Toolbar")
        bar.setFixedHeight(theme.height(BAR, space=28))
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(2)
        row.addWidget(controls.up_button)
        row.addWidget(controls.down_button)
        row.addSpacing(6)
        row.addWidget(controls.place_label, 1)
        row.addWidget(self.full_button)
        row.addWidget(controls.more_button)
        row.addWidget(self.close_button)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(1, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(bar)

    def _build_body(self) -> None:
        kit, theme = self._kit, self._kit.theme
        self.avatar = PhotoAvatar(kit, 48)
        self.name = Label(theme, "", "title")
        self.stage = Pill(theme, "", "neutral")
        self.tier = TierPill(kit)  # in the stage's place once it is known
        self.since = Label(theme, "", colour="muted")
        self.call_button = QuickButton(theme, "", "phone")
        self.mail_button = QuickButton(theme, "", "mail")
        self.note_button = QuickButton(theme, "", "sticky-note")
        self.task_button = QuickButton(theme, "", "circle-check")
        self.log_button = QuickButton(theme, "", "phone-call")
        self.tags = TagStrip(
            kit, lambda: [name for name, _count in self._contacts.tags()], most=MOST_TAGS
        )
        self.properties = PropertyList(kit, self._contacts)
        self.story = Story(kit, compact=True)
        self.nobody = Label(theme, "", colour="muted", wrap=True, align=CENTRE, balanced=True)
        self.nobody.hide()  # until it is known that nobody is chosen
        self._body = QWidget()
        self._body.setProperty("clear", "true")
        self._column = column = QVBoxLayout(self._body)
        column.setContentsMargins(SIDE, SIDE, SIDE, 20)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addSpacing(4)
        self.stopped = StopNote(kit)
        column.addWidget(self.stopped)
        quick = QHBoxLayout()
        quick.setSpacing(8)
        for button in self._quick_buttons():
            quick.addWidget(button, 1)
        column.addLayout(quick)
        column.addWidget(self.tags)
        column.addWidget(self.properties)
        column.addWidget(self.story)
        column.addStretch(1)
        self.story.hide()
        for button in (self.note_button, self.log_button):
            button.setEnabled(False)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._body)
        self.story.watch(self._area)
        self._whole.addWidget(self.nobody, 1, Qt.AlignmentFlag.AlignVCenter)
        self._whole.addWidget(self._area, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.name)
        first.addWidget(self.stage)
        first.addWidget(self.tier)
        first.addStretch(1)
        names.addLayout(first)
        names.addWidget(self.since)
        head.addWidget(self.avatar)
        head.addLayout(names, 1)
        return head

    def _quick_buttons(self) -> tuple[QuickButton, ...]:
        return (
            self.call_button,
            self.mail_button,
            self.note_button,
            self.task_button,
            self.log_button,
        )

    def _connect(self) -> None:
        controls = self.controls
        for told, asked in (
            (controls.moved, self.moved),
            (controls.print_asked, self.print_asked),
            (controls.history_asked, self.history_asked),
            (controls.trash_asked, self.trash_asked),
            (controls.erase_asked, self.erase_asked),
        ):
            told.connect(asked)
        self.close_button.clicked.connect(self.closed)
        self.full_button.clicked.connect(lambda: self.full_page_asked.emit(self.contact_id))
        self.call_button.clicked.connect(lambda: self._open("tel:", "phone"))
        self.mail_button.clicked.connect(lambda: self._open("mailto:", "email"))
        self.note_button.clicked.connect(self.start_note)
        self.log_button.clicked.connect(self.start_log)
        self.task_button.clicked.connect(lambda: self.press_letter("t"))
        self.tags.typed.connect(lambda tag: self.edits.tag(self.contact_id or 0, tag))
        self.tags.removed.connect(lambda tag: self.edits.untag(self.contact_id or 0, tag))
        connect_edits(self.edits, self.properties, self.story)

    def _fill(self) -> None:
        detail = self._detail
        self._body.setVisible(detail is not None)
        for button in (self.controls.more_button, self.full_button):
            button.setEnabled(detail is not None)
        if detail is None:
            return
        self.avatar.show_photo_of(detail)
        self.stopped.show_contact(detail)
        self.name.set_text(detail.name)
        self._fill_marks(detail)
        since = str(detail.values.get("first_seen_on") or detail.created_at)
        month = self._kit.formats.month(since)
        self.since.set_text(self.tr("Customer since {month}").format(month=month))
        self.call_button.setEnabled(bool(first_of(detail, "phone")))
        self.mail_button.setEnabled(bool(first_of(detail, "email")))
        self.tags.show_tags(detail.tags)
        staff = self._staff.everybody() if self._staff is not None else []
        self.properties.set_staff(staff)
        owner_id = None
        with suppress(GoneError):  # to the trash between two reads
            owner_id = self._contacts.owner_of(detail.id)
        self.properties.show_contact(detail, owner_id)
        for section in self._sections:
            section.show_contact(detail)
        self.story.set_names(names_of(staff))
        together = detail.kind != "person"
        self.story.show_contact(detail.id, detail.name, together=together)

    def _fill_marks(self, detail: ContactDetail) -> None:
        known = self.tier.show_contact(detail.id)
        self._show_stage("" if known else str(detail.values.get("stage") or ""))

    def _show_stage(self, stage: str) -> None:
        self.stage.setVisible(bool(stage))
        if stage:
            words = stage_words(stage, self._kit.language.code)
            self.stage.show_state(words, *LOOKS.get(stage, NOWHERE))
            self.stage.updateGeometry()

    def _start(self, kind: str) -> None:
        if self._detail is not None and self._staff is not None:
            self.story.composer.start(kind)
            self._area.ensureWidgetVisible(self.story.composer)

    def _open(self, scheme: str, kind: str) -> None:
        if self._detail is not None:
            QDesktopServices.openUrl(QUrl(scheme + first_of(self._detail, kind)))
