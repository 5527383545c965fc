"""The people, rows and pictures the gallery shows; texts are samples and not translated."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QWidget,
)

from ui.common.row_delegate import (
    ROW_ROLE,
    Cell,
    PersonCell,
    PillCell,
    RowLook,
    TagsCell,
    TextCell,
)
from ui.common.theme import Theme
from ui.common.widgets.state import SHOWN
from ui.common.widgets.tag import TagLook

TAGS: dict[str, int | None] = {
    "Corporate": 0,
    "Anniversary": 1,
    "Subscription": 2,
    "Bouquet": 3,
    "Class": 5,
    "Wedding": 6,
}
# name, company, tier, tags, last contact, icon|next task|late, sales, avatar colour
PEOPLE: tuple[tuple[Any, ...], ...] = (
    (
        "스튜디오 결",
        True,
        "VIP",
        "Corporate,Hotel",
        "Yesterday",
        "file-text|Renewal · May 20",
        5760000,
        0,
    ),
    ("카페 모루", True, "VIP", "Corporate,Class", "Today", "truck|Delivery · Thu", 3240000, 4),
    ("이하은", False, "VIP", "Wedding", "May 9", "file-text|Send quote · Today", 1980000, 7),
    ("황민석", False, "VIP", "Anniversary", "May 6", "", 1512000, 4),
    ("김민지", False, "At risk", "Bouquet,망원동", "Mar 31", "phone|Call · Tomorrow", 1035000, 6),
    ("강지호", False, "Regular", "Anniversary", "May 8", "cake|Birthday · May 19", 936000, 5),
    (
        "느린오후 책방",
        True,
        "Regular",
        "Corporate",
        "Yesterday",
        "repeat|Display · May 18",
        884000,
        2,
    ),
    ("최수빈", False, "VIP", "Class", "May 2", "message-square|Reply · Today", 872000, 1),
    ("정우진", False, "At risk", "Bouquet", "Mar 12", "phone|Call · May 10|late", 720000, 2),
    ("윤아름", False, "Regular", "Subscription,합정동", "May 11", "", 655000, 3),
    ("임도현", False, "Regular", "망원동", "May 8", "", 612000, 0),
    ("신예린", False, "New", "Wedding", "May 10", "calendar|Visit · May 16", 540000, 6),
)
HEADS = ("", "Name", "Tier", "Tags", "Last contact", "Next task", "12-mo sales")
Index = QModelIndex | QPersistentModelIndex
VCENTRE = Qt.AlignmentFlag.AlignVCenter


class PeopleModel(QAbstractTableModel):
    """The sample rows of a contact table."""

    def __init__(self, theme: Theme, checked: Sequence[int] = ()) -> None:
        super().__init__()
        self._theme = theme
        self._checked = set(checked)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(PEOPLE)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        editable = Qt.ItemFlag.ItemIsEditable if index.column() == 1 else Qt.ItemFlag(0)
        return super().flags(index) | editable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == ROW_ROLE:
            return self._look(index.row())
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole} and index.column() == 1:
            return PEOPLE[index.row()][0]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return HEADS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole and section == 6:
                return Qt.AlignmentFlag.AlignRight
        return None

    def _look(self, row: int) -> RowLook:
        name, company, tier, tags, last, task, sales, colour = PEOPLE[row]
        role, icon = self._theme.tier(tier)
        sign, words, late = (f"{task}||").split("|")[:3]
        cells: tuple[Cell | None, ...] = (
            None,
            PersonCell(name, colour, company),
            PillCell(tier, role, icon),
            TagsCell(tuple(TagLook(tag, TAGS.get(tag)) for tag in tags.split(","))),
            TextCell(last, "warning" if "Mar" in last else "text-2", digits=True),
            TextCell(
                words,
                "danger" if late else "text-2",
                sign,
                "danger" if late else "muted",
            ),
            TextCell(f"₩{sales:,}", "text", right=True, digits=True),
        )
        return RowLook(cells, checked=row in self._checked)


class SampleModel(QAbstractTableModel):
    """One row for each state a row can be in."""

    def __init__(self, theme: Theme, states: Sequence[str]) -> None:
        super().__init__()
        self._theme = theme
        self._states = states

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._states)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 4

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != ROW_ROLE:
            return None
        told = self._states[index.row()]
        pill = PillCell("Regular", *self._theme.tier("Regular"))
        text = TextCell(told, "muted", right=True)
        cells: tuple[Cell | None, ...] = (None, PersonCell("김민지", 6), pill, text)
        return RowLook(cells, checked=told == "checked")


class Painted(QWidget):
    """A picture of a fixed size made by a function of painter and rect."""

    def __init__(self, size: QSize, paint: Callable[[QPainter, QRectF], None]) -> None:
        super().__init__()
        self.setMinimumSize(size)
        self._paint = paint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter, QRectF(self.rect()))
        painter.end()


def shown(widget: QWidget, state: str) -> QWidget:
    """Show the widget in that state although nobody causes it."""
    if state == "disabled":
        widget.setEnabled(False)
    widget.setProperty(SHOWN, state)
    return widget


def spread(
    *widgets: QWidget,
    gap: int = 8,
    stretch: bool = False,
    margins: tuple[int, int, int, int] = (0, 0, 0, 0),
) -> QHBoxLayout:
    """Return the widgets side by side, equally wide or packed to the left."""
    row = QHBoxLayout()
    row.setSpacing(gap)
    row.setContentsMargins(*margins)
    for widget in widgets:
        row.addWidget(widget, 1 if stretch else 0, Qt.AlignmentFlag(0) if stretch else VCENTRE)
    if not stretch:
        row.addStretch(1)
    return row
