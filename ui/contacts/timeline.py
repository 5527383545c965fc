"""What happened with a contact, as items for the eye."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.shapes.contacts import ContactDetail, InteractionRow, NoteRow
from ui.common.kit import Kit
from ui.common.widgets.timeline import TimelineDelegate, TimelineItem

translate = QCoreApplication.translate

ICONS = {
    "call": "phone",
    "visit": "store",
    "text": "message-square",
    "messenger": "message-circle",
    "email": "mail",
    "meeting": "users-round",
    "gift": "gift",
    "complaint": "triangle-alert",
    "other": "circle-dot",
}
ROLES = {"complaint": "warning", "visit": "success", "gift": "persimmon"}


def timeline_of(detail: ContactDetail, kit: Kit) -> list[TimelineItem]:
    """Return notes and interactions of a contact, newest first, then its beginning."""
    dated: list[tuple[str, TimelineItem]] = [(n.at, _note(n, kit)) for n in detail.notes]
    dated += [(i.at, _interaction(i, kit)) for i in detail.interactions]
    dated.sort(key=lambda pair: pair[0], reverse=True)
    added = TimelineItem(
        "user-plus", "neutral", escape(translate("Timeline", "Added")), "",
        kit.formats.moment(detail.created_at),
    )  # fmt: skip
    return [item for _at, item in dated] + [added]


def _note(note: NoteRow, kit: Kit) -> TimelineItem:
    title = translate("Timeline", "Pinned note") if note.pinned else translate("Timeline", "Note")
    icon = "pin" if note.pinned else "sticky-note"
    return TimelineItem(icon, "neutral", title, note.body, kit.formats.moment(note.at))


def _interaction(interaction: InteractionRow, kit: Kit) -> TimelineItem:
    return TimelineItem(
        ICONS.get(interaction.kind, "circle-dot"),
        ROLES.get(interaction.kind, "info"),
        escape(kind_words(interaction.kind)),
        interaction.body,
        kit.formats.moment(interaction.at),
    )


def kind_words(kind: str) -> str:
    """Return a kind of interaction in words."""
    words = {
        "call": translate("Timeline", "Call"),
        "visit": translate("Timeline", "Visit"),
        "text": translate("Timeline", "Text message"),
        "messenger": translate("Timeline", "Messenger"),
        "email": translate("Timeline", "Mail"),
        "meeting": translate("Timeline", "Meeting"),
        "gift": translate("Timeline", "Gift"),
        "complaint": translate("Timeline", "Complaint"),
    }
    return words.get(kind, translate("Timeline", "Contact"))


class TimelinePanel(QWidget):
    """Paints items one below the other, as high as they need; its parent scrolls."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delegate = TimelineDelegate(kit.theme, self)
        self._items: list[TimelineItem] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        kit.theme.changed.connect(self.updateGeometry)

    def show_items(self, items: Iterable[TimelineItem]) -> None:
        """Show these items."""
        self._items = list(items)
        self.setAccessibleName(". ".join(item.sentence for item in self._items))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._delegate.height(item, width) for item in self._items)

    def sizeHint(self) -> QSize:
        width = self.width()
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = 0
        for item in self._items:
            height = self._delegate.height(item, self.width())
            rect = QRectF(0, top, self.width(), height)
            if rect.intersects(QRectF(event.rect())):
                self._delegate.paint_item(painter, rect, item, last=item is self._items[-1])
            top += height
        painter.end()
