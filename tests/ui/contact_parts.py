"""What the tests of one contact have in common: keys, a listener for links, the shop's people."""

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QInputMethodEvent
from PySide6.QtWidgets import QApplication

from app.shapes.interactions import InteractionForm
from ui.contacts.full_page import FullPage

CONTROL = Qt.KeyboardModifier.ControlModifier
LONG = "한" * 190 + "🌷 محمد"


class Links(QObject):
    """Stands for the programs of the PC that open tel: and mailto:."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []
        for scheme in ("tel", "mailto"):
            QDesktopServices.setUrlHandler(scheme, self, "on_opened")

    @Slot(QUrl)
    def on_opened(self, url: QUrl) -> None:
        self.opened.append(url.toString())

    def close(self) -> None:
        for scheme in ("tel", "mailto"):
            QDesktopServices.unsetUrlHandler(scheme)


def full_page(core, kit, bridge, page, *sections):
    """The page of a contact with these sections at its right."""
    full = FullPage(
        kit, core.contacts, core.notes, core.interactions, core.staff, page.detail.edits
    )
    full.follow(bridge)
    for section in sections:
        full.add_section(section, right=True)
    return full


def focused():
    return QApplication.focusWidget()


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    """A key for whatever has the focus, as on a real keyboard."""
    qtbot.keyClick(focused(), key, modifier)


def write(qtbot, text):
    """Latin letters key by key, others as an input method hands them over."""
    if text.isascii():
        qtbot.keyClicks(focused(), text)
        return
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(focused(), event)


def rows_of(widget):
    """The lines of a list of fields, by name."""
    return {row.field.name: row for row in widget.properties.rows}


def log_many(core, contact_id, count):
    """Put that many calls into the shop in one step."""
    with core.store.action("log_interaction", kind="call") as unit:
        for number in range(count):
            unit.interactions.add(
                [contact_id],
                kind="call",
                outcome="talked",
                body=f"Call number {number}",
                happened_at=f"2025-01-01T{number // 3600:02}:{number // 60 % 60:02}"
                f":{number % 60:02}.000Z",
            )


def log(core, contact_id, **values):
    return core.interactions.log(InteractionForm(contact_ids=(contact_id,), **values))
