"""An enquiry whole: everything that can be said of one, and why it is judged as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from app.shapes.enquiries import CHANNELS, EnquiryForm
from ui.common.form_dialog import FormDialog
from ui.common.kit import Kit
from ui.common.score_looks import score_words
from ui.common.widgets.contact_field import ContactField
from ui.common.widgets.label import Label
from ui.enquiries.words import ICONS, InboxLine, channel_words

if TYPE_CHECKING:
    from ui.enquiries.desk import EnquiryDesk

WIDTH = 560
TEXT = 112  # px


class EnquiryDialog(FormDialog):
    """Ctrl+Enter saves; whom it is linked to is said by P in the inbox."""

    def __init__(
        self, kit: Kit, desk: EnquiryDesk, line: InboxLine, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, parent, width=WIDTH)
        row = line.row
        self._desk = desk
        self._row = row
        self.channel = QComboBox()
        for channel in CHANNELS:
            icon = kit.theme.icon(ICONS[channel])
            self.channel.addItem(icon, channel_words(channel, kit), channel)
        self.channel.setCurrentIndex(self.channel.findData(row.channel))
        self.text = QPlainTextEdit(row.text)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(kit.theme.height(TEXT))
        self.name_line = QLineEdit(row.name)
        self.phone = QLineEdit(row.phone)
        self.email = QLineEdit(row.email)
        self.referred_by = ContactField(kit, desk.contacts)
        if row.referred_by_id is not None:
            self.referred_by.show_contact(row.referred_by_id, row.referred_by)
        self.owner = QComboBox()
        self.owner.addItem(self.tr("Nobody"), None)
        for one in desk.staff.all():
            self.owner.addItem(one.name, one.id)
        if self.owner.findData(row.owner_id) < 0:  # somebody who works here no longer
            self.owner.addItem(row.owner, row.owner_id)
        self.owner.setCurrentIndex(self.owner.findData(row.owner_id))
        for words, field in (
            (self.tr("What they want"), self.text),
            (self.tr("How it came"), self.channel),
            (self.tr("Name"), self.name_line),
            (self.tr("Phone"), self.phone),
            (self.tr("E-mail"), self.email),
            (self.tr("Sent by"), self.referred_by),
            (self.tr("Owner"), self.owner),
        ):
            self.add(words, field)
        words = score_words(line.score, kit, desk.currency())
        self.score = Label(kit.theme, words, "caption", "text-2", wrap=True, digits=True)
        name = self.tr("Score")
        self.score.setAccessibleName(f"{name}: {words}")
        self.body.addWidget(self.score)
        self.set_words(self.tr("Enquiry"), self.tr("Save"))
        self.text.setFocus()

    def form_now(self) -> EnquiryForm:
        """Return the enquiry as the fields say it."""
        return EnquiryForm(
            channel=self.channel.currentData(),
            text=self.text.toPlainText().strip(),
            name=self.name_line.text().strip(),
            phone=self.phone.text().strip(),
            email=self.email.text().strip(),
            contact_id=self._row.contact_id,
            product_id=self._row.product_id,
            owner_id=self.owner.currentData(),
            referred_by_id=self.referred_by.contact_id,
        )

    def job(self) -> Callable[[], object] | None:
        """Return what saves it; None where something is missing."""
        if not self.referred_by.is_settled():
            self.refuse(self.tr("Choose who is meant"), self.referred_by)
            return None
        form, enquiries, enquiry_id = self.form_now(), self._desk.enquiries, self._row.id
        return lambda: enquiries.edit(enquiry_id, form)
