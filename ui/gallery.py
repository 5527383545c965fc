"""Every widget of the design language in every state: `dangol --gallery`.

A sheet for those who build screens. Its texts are samples and are not translated.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.common.painting import box, ring
from ui.common.row_delegate import (
    ROW_ROLE,
    Cell,
    PersonCell,
    PillCell,
    RowDelegate,
    RowLook,
    TagsCell,
    TextCell,
)
from ui.common.row_table import RowColumn, RowTable
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Scheme, Theme
from ui.common.widgets.avatar import Avatar
from ui.common.widgets.bulk_bar import BulkAction, BulkBar
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.checkbox import CheckBox, RadioButton
from ui.common.widgets.chip import Chip
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.kbd import Kbd
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu
from ui.common.widgets.nav_item import NavItem
from ui.common.widgets.note import Note
from ui.common.widgets.pill import Pill
from ui.common.widgets.progress import ProgressLine
from ui.common.widgets.property_row import PropertyRow
from ui.common.widgets.quick_button import QuickButton
from ui.common.widgets.search_field import SearchField
from ui.common.widgets.section_header import SectionHeader
from ui.common.widgets.segmented import Segmented
from ui.common.widgets.skeleton import Skeleton
from ui.common.widgets.stat_tile import Stat, StatTile
from ui.common.widgets.state import SHOWN
from ui.common.widgets.stepper import Stepper
from ui.common.widgets.tag import Dot, Tag, TagLook
from ui.common.widgets.timeline import ITEM_ROLE, Timeline, TimelineItem
from ui.common.widgets.toast import Toast
from ui.common.widgets.toggle import Toggle

STATES = ("", "hover", "pressed", "focus", "disabled")
KOREAN_TIERS = {
    "VIP": "VIP",
    "Regular": "단골",
    "At risk": "이탈 위험",
    "New": "신규",
    "Lapsed": "휴면",
}
STAGES = ("inquiry", "quote", "visit", "negotiation", "contract", "won", "lost")
LAYERS = (
    (("nav", "muted"), ("canvas", "text"), ("surface", "text"), ("raised", "text")),
    (("sunken", "muted"), ("hover", "muted"), ("pressed", "text"), ("accent-soft", "accent-text")),
    (
        ("accent", "on-accent"),
        ("accent-hover", "on-accent"),
        ("accent-pressed", "on-accent"),
        ("focus", "text"),
    ),
)
ROLES = ("success", "warning", "danger", "info", "plum", "persimmon", "neutral")
HEAT = ("6", "19", "48", "74", "96", "131")
TYPE = (
    ("Good morning, 서연", "display", "28/36 display"),
    ("₩11,240,000", "number", "22/28 number"),
    ("전체 고객 All contacts", "title", "18/28 title"),
    ("오늘 할 일 Today", "heading", "15/24 heading"),
    ("고양이를 키우셔서 백합은 빼 주세요.", "reading", "14/22 reading"),
    ("김민지 010-0142-3377", "strong", "13/20 strong"),
    ("Usually buys every 3 weeks", "body", "13/20 body"),
    ("Synced 2 min ago 동기화됨", "caption", "12/16 caption"),
)
ICONS = (
    "house users-round circle-check square-kanban megaphone chart-column zap settings refresh-cw",
    "phone mail sticky-note shopping-bag calendar clock alarm-clock repeat trending-down",
    "crown sparkles cake hourglass git-merge undo-2 upload download lock",
)
NOTES = {
    "info": "You can undo this import for 30 days.",
    "warning": "9 rows have problems. Fix them in the next step.",
    "danger": "The shared file cannot be reached.",
    "success": "1,204 contacts were added.",
}
TAGS: dict[str, int | None] = {
    "Corporate": 0,
    "Anniversary": 1,
    "Subscription": 2,
    "Bouquet": 3,
    "Class": 5,
    "Wedding": 6,
}
# name, company, tier, tags, last contact, (icon, next task, late), sales, avatar colour
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


class Gallery(QWidget):
    """The window: the sheet of the design and the widgets that are not on it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWindowTitle("Dangol gallery")
        self.resize(1440, 900)
        self.sheet = self._build_sheet()
        self.parts = self._build_parts()
        inside = QWidget(objectName="Canvas")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._choices())
        column.addWidget(self.sheet)
        column.addWidget(self.parts)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def _choices(self) -> QLayout:
        theme = self._theme
        schemes = Segmented(
            theme, {"system": "System", "light": "Light", "dark": "Dark"}, "Colours", size=32
        )
        sizes = {str(scale): f"{scale:.1%}" for scale in theme.tokens.text_scales}
        scales = Segmented(theme, sizes, "Text size", size=32)
        schemes.chosen.connect(self._on_scheme_chosen)
        scales.chosen.connect(self._on_scale_chosen)
        schemes.choose(theme.scheme.value)
        scales.choose(str(theme.text_scale))
        return spread(schemes, scales, margins=(24, 12, 24, 0))

    def _on_scheme_chosen(self, key: str) -> None:
        self._theme.use(Scheme(key))

    def _on_scale_chosen(self, key: str) -> None:
        self._theme.use(text_scale=float(key))

    def _build_sheet(self) -> QWidget:
        sheet = QWidget(objectName="Canvas")
        row = QHBoxLayout(sheet)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(16)
        columns = (
            (468, (self._buttons, self._inputs, self._chips, self._stages, self._avatars)),
            (452, (self._rows, self._floating, self._type)),
            (440, (self._layers, self._meaning, self._chart, self._messages, self._icons)),
        )
        for width, makers in columns:
            holder = QWidget()
            holder.setFixedWidth(width)
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(16)
            for make in makers:
                column.addWidget(make())
            column.addStretch(1)
            row.addWidget(holder)
        row.addStretch(1)
        return sheet

    def _build_parts(self) -> QWidget:
        parts = QWidget(objectName="Canvas")
        grid = QGridLayout(parts)
        grid.setContentsMargins(24, 0, 24, 24)
        grid.setSpacing(16)
        grid.addWidget(self._table(), 0, 0, 1, 3)
        grid.addWidget(self._navigation(), 1, 0)
        grid.addWidget(self._detail(), 1, 1)
        grid.addWidget(self._timeline(), 1, 2)
        grid.addWidget(self._numbers(), 2, 0, 1, 3)
        grid.addWidget(self._empty("square-kanban", "accent"), 3, 0)
        grid.addWidget(self._empty("search-x", "neutral"), 3, 1)
        grid.addWidget(self._waiting(), 3, 2)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        return parts

    def _card(self, title: str) -> Card:
        card = Card(self._theme)
        card.column.setContentsMargins(16, 12, 16, 16)
        card.column.addWidget(Label(self._theme, title, "caption", "muted", strong=True))
        return card

    def _buttons(self) -> QWidget:
        theme = self._theme
        card = self._card("Buttons: rest, hover, pressed, focus, disabled")
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        grid.setHorizontalSpacing(16)
        for line, kind in enumerate(("primary", "secondary", "ghost", "danger", "soft")):
            grid.addWidget(Label(theme, kind.capitalize(), "caption", "muted"), line, 0)
            for place, state in enumerate(STATES):
                grid.addWidget(shown(Button(theme, "Save", kind), state), line, place + 1)
        card.column.addLayout(grid)
        busy = Button(theme, "Save", "primary")
        busy.set_busy("Saving")
        star = IconButton(theme, "star", "Favourite")
        star.setCheckable(True)
        star.setChecked(True)
        sizes = [Button(theme, str(SIDES[size]), size=size) for size in SIDES]
        plus = IconButton(theme, "plus", "Add", outlined=True)
        card.column.addLayout(
            spread(*sizes, busy, plus, IconButton(theme, "ellipsis", "More"), star)
        )
        return card

    def _inputs(self) -> QWidget:
        theme = self._theme
        card = self._card("Inputs: rest, focus, error, read-only, disabled")
        search = SearchField(theme, "Search contacts", key="/", size=32, quiet=False)
        focused = QLineEdit("김민")
        wrong = QLineEdit("010-0142-33")
        wrong.setProperty("invalid", "true")
        fixed = QLineEdit("May 3, 2024")
        fixed.setReadOnly(True)
        off = QLineEdit("Not in use")
        off.setEnabled(False)
        for name, field in {"Name": focused, "Phone": wrong, "Since": fixed, "Old": off}.items():
            field.setAccessibleName(name)
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(search, 0, 0, 1, 2)
        grid.addWidget(focused, 0, 2, 1, 2)
        grid.addWidget(wrong, 1, 0, 1, 2)
        grid.addWidget(fixed, 1, 2)
        grid.addWidget(off, 1, 3)
        for place in range(4):
            grid.setColumnStretch(place, 1)
        card.column.addLayout(grid)
        card.column.addWidget(FieldHint(theme, "Two digits are missing"))
        card.column.addLayout(spread(*self._switches(), gap=4))
        return card

    def _switches(self) -> list[QWidget]:
        theme = self._theme
        boxes = [CheckBox(theme) for _ in range(4)]
        for number, state in enumerate(("Unchecked", "Checked", "PartiallyChecked", "Checked")):
            boxes[number].setTristate(number == 2)
            boxes[number].setCheckState(Qt.CheckState[state])
        radios = [RadioButton(theme) for _ in range(2)]
        toggles = [Toggle(theme) for _ in range(2)]
        for button in (*radios, *toggles):
            button.setAutoExclusive(False)
        radios[1].setChecked(True)
        toggles[1].setChecked(True)
        shown(boxes[3], "focus")
        for number, button in enumerate((*boxes, *radios, *toggles)):
            button.setAccessibleName(f"Sample {number + 1}")
        views = Segmented(theme, {"board": "Board", "list": "List"}, "View")
        return [*boxes, *radios, *toggles, views]

    def _chips(self) -> QWidget:
        theme = self._theme
        card = self._card("Chips, tiers, tags, status")
        area = Chip(theme, "Area")
        area.set_active("Area: 망원동")
        tiers = [Pill(theme, name, *theme.tier(name)) for name in KOREAN_TIERS]
        korean = [Pill(theme, word, *theme.tier(name)) for name, word in KOREAN_TIERS.items()]
        add = Chip(theme, "Filter", add=True)
        card.column.addLayout(spread(Chip(theme, "Tier"), area, add, *tiers[:2], gap=6))
        card.column.addLayout(spread(*tiers[2:], *korean[:3], gap=6))
        tags = [
            Tag(theme, "Bouquet", 3),
            Tag(theme, "Wedding", 6),
            Tag(theme, "망원동"),
            Tag(theme, "+1"),
        ]
        card.column.addLayout(spread(*korean[3:], *tags, Kbd(theme, "Ctrl K"), gap=6))
        return card

    def _stages(self) -> QWidget:
        card = self._card("Stages")
        dots = [Dot(self._theme, stage.capitalize(), stage) for stage in STAGES]
        card.column.addLayout(spread(*dots, gap=12))
        return card

    def _avatars(self) -> QWidget:
        theme = self._theme
        card = self._card("Avatars")
        faces = (
            ("김민지", 6, 48), ("이서연", 0, 40), ("김민지", 6, 28), ("박준호", 2, 24), ("김민지", 6, 20),
            ("카페 모루", 4, 40), ("카페 모루", 4, 28), ("최유진", 3, 28), ("황민석", 4, 28),
            ("최수빈", 1, 28), ("강지호", 5, 28),
        )  # fmt: skip
        avatars = [
            Avatar(theme, name, colour, size, company=name == "카페 모루")
            for name, colour, size in faces
        ]
        card.column.addLayout(spread(*avatars))
        return card

    def _rows(self) -> QWidget:
        theme = self._theme
        card = self._card("Rows")
        delegate = RowDelegate(theme, self)
        none, active = QStyle.StateFlag.State_None, QStyle.StateFlag.State_Active
        selected = QStyle.StateFlag.State_Selected
        states = (
            ("rest", active),
            ("hover", active),
            ("selected", active | selected),
            ("selected, hover", active | selected),
            ("keyboard focus", active),
            ("window inactive", none | selected),
            ("checked", active | selected),
        )
        model = SampleModel(theme, [told for told, _state in states])
        model.setParent(self)

        def paint(painter: QPainter, rect: QRectF) -> None:
            widths = (54, round(rect.width()) - 54 - 100 - 130, 100, 130)
            for row, (told, state) in enumerate(states):
                delegate.hovered = row if told.endswith("hover") else -1
                left = 0
                for column, width in enumerate(widths):
                    option = QStyleOptionViewItem()
                    option.rect = QRect(left, row * 36, width, 36)
                    option.state = state
                    delegate.paint(painter, option, model.index(row, column))
                    left += width
                if told == "keyboard focus":
                    ring(painter, theme, QRectF(0, row * 36, rect.width(), 35), 0)

        card.column.addWidget(Painted(QSize(300, 7 * 36), paint))
        return card

    def _floating(self) -> QWidget:
        theme = self._theme
        card = self._card("Menu, popover and toast")
        menu = Menu(theme, parent=card)
        menu.add("Log a call", "phone", "L")
        menu.add("Note", "sticky-note", "E")
        menu.add("Merge with…", "git-merge")
        menu.addSeparator()
        menu.add("Delete", "trash-2", "Del", danger=True)
        menu.setWindowFlags(Qt.WindowType.Widget)
        menu.setFixedSize(menu.sizeHint())
        host = QWidget()
        host.setMinimumHeight(64)
        self.toast = Toast(theme, host)
        self.toast.set_lift(8)
        line = ProgressLine(theme)
        line.show_progress("Importing 812 of 1,552", 812, 1552)
        right = QVBoxLayout()
        right.addWidget(host)
        right.addWidget(line)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(menu, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        card.column.addLayout(row)
        menu.show()
        menu.setActiveAction(menu.actions()[0])
        return card

    def _type(self) -> QWidget:
        card = self._card("Type")
        card.column.setSpacing(4)
        for text, style, told in TYPE:
            row = QHBoxLayout()
            row.addWidget(Label(self._theme, text, style), 1)
            row.addWidget(Label(self._theme, told, "caption", "muted"))
            card.column.addLayout(row)
        return card

    def _layers(self) -> QWidget:
        card = self._card("Layers and text")
        card.column.setSpacing(8)
        for line in LAYERS:
            swatches = [
                self._swatch(
                    name.removeprefix("accent-") if ink == "on-accent" else name,
                    name,
                    ink,
                    "border",
                )
                for name, ink in line
            ]
            card.column.addLayout(spread(*swatches, stretch=True))
        return card

    def _meaning(self) -> QWidget:
        card = self._card("Meaning")
        card.column.setSpacing(8)
        for part in (ROLES[:4], ROLES[4:]):
            swatches: list[QWidget] = [
                self._swatch(role, f"{role}-soft", role, f"{role}-border") for role in part
            ]
            swatches += [QWidget() for _ in range(4 - len(part))]
            card.column.addLayout(spread(*swatches, stretch=True))
        return card

    def _swatch(self, word: str, fill: str, ink: str, border: str) -> QWidget:
        theme = self._theme

        def paint(painter: QPainter, rect: QRectF) -> None:
            framed = fill == "focus"
            ground = theme.colour("surface" if framed else fill)
            edge = theme.colour("focus" if framed else border)
            box(painter, rect, 6, ground, edge, width=2 if framed else 1)
            words = rect.adjusted(7, rect.height() - 24, -4, -4)
            font = theme.font("caption", strong=fill.endswith("-soft") and fill != "accent-soft")
            draw_text(painter, words, word, font, theme.colour(ink))

        return Painted(QSize(60, 36), paint)

    def _chart(self) -> QWidget:
        theme = self._theme
        card = self._card("Chart, same in both themes")

        def paint(painter: QPainter, rect: QRectF) -> None:
            step = (rect.width() + 6) / 8
            for number in range(8):
                place = QRectF(number * step, 0, step - 6, 32)
                box(painter, place, 6, theme.series(number))
            step = rect.width() / 6
            for number, (fill, ink) in enumerate(theme.heat()):
                place = QRectF(number * step, 44, step, 28)
                painter.fillRect(place, fill)
                draw_text(painter, place, HEAT[number], theme.font("caption"), ink, CENTRE)

        card.column.addWidget(Painted(QSize(200, 72), paint))
        return card

    def _messages(self) -> QWidget:
        card = self._card("Messages")
        card.column.setSpacing(8)
        for role, text in NOTES.items():
            card.column.addWidget(Note(self._theme, text, role))
        return card

    def _icons(self) -> QWidget:
        theme = self._theme
        card = self._card("Icons, Lucide, stroke 1.75")

        def paint(painter: QPainter, rect: QRectF) -> None:
            step = rect.width() / 9
            for line, names in enumerate(ICONS):
                for place, name in enumerate(names.split()):
                    at = QPointF(place * step + step / 2 - 9, line * 26)
                    theme.paint_icon(painter, at, name, 18, "text-2")

        card.column.addWidget(Painted(QSize(200, 72), paint))
        return card

    def _table(self) -> QWidget:
        theme = self._theme
        card = Card(theme, padding=1)
        table = RowTable(theme)
        model = PeopleModel(theme)
        model.setParent(table)
        table.setModel(model)
        table.setAccessibleName("Sample contacts")
        widths = (0, 0, 92, 148, 88, 148, 96)
        table.set_columns([RowColumn(width) for width in widths])
        table.header.setSortIndicatorShown(True)
        table.header.setSortIndicator(6, Qt.SortOrder.DescendingOrder)
        table.selectRow(4)
        table.setFixedHeight(36 + 44 * 8)
        self.table = table
        self.bulk_bar = BulkBar(
            theme,
            table,
            [
                BulkAction("tag", "Tag", "tag"),
                BulkAction("owner", "Owner", "user-round"),
                BulkAction("message", "Message", "message-square"),
                BulkAction("task", "Task", "circle-check"),
                BulkAction("export", "Export", "download"),
                BulkAction("merge", "Merge", "git-merge"),
                BulkAction("delete", "Delete", "trash-2", apart=True),
            ],
        )
        card.column.addWidget(table)
        return card

    def _navigation(self) -> QWidget:
        theme = self._theme
        card = self._card("Navigation")
        card.column.setSpacing(2)
        items = [
            NavItem(theme, "Home", icon="house"),
            NavItem(theme, "Contacts", icon="users-round", count="1,842"),
            NavItem(theme, "Tasks", icon="circle-check", count="12", urgent=True),
            NavItem(theme, "VIP", dot="plum-solid", count="96"),
        ]
        items[1].setChecked(True)
        shown(items[3], "focus")
        for item in items:
            card.column.addWidget(item)
        card.column.addStretch(1)
        return card

    def _detail(self) -> QWidget:
        theme = self._theme
        card = self._card("Detail")
        quick = {"Call": "phone", "Mail": "mail", "Note": "sticky-note", "Task": "circle-check"}
        card.column.addLayout(
            spread(*[QuickButton(theme, text, icon) for text, icon in quick.items()], stretch=True)
        )
        note = Note(
            theme,
            "Usually buys every <b>3 weeks</b>. It has been <b>6 weeks</b> since the last visit.",
            "warning",
            icon="trending-down",
            action="Write a win-back message",
        )
        card.column.addWidget(note)
        card.column.setSpacing(8)
        rows = {"Phone": "010-0142-3377", "Mail": "minji.kim@example.com", "Birthday": "May 16"}
        made = [PropertyRow(theme, name, value, editable=True) for name, value in rows.items()]
        made[2].add(Pill(theme, "Saturday", "persimmon", "cake"))
        shown(made[1], "hover")
        for row in made:
            card.column.addWidget(row)
        return card

    def _timeline(self) -> QWidget:
        theme = self._theme
        card = self._card("Timeline")
        header = SectionHeader(theme, "Timeline", "4")
        header.add(IconButton(theme, "list-filter", "Filter the timeline"))
        card.column.addWidget(header)
        items = (
            TimelineItem(
                "trending-down", "warning", "Moved to <b>At risk</b>", "Rule: twice the usual interval",
                "9:12 AM",
            ),
            TimelineItem(
                "megaphone", "neutral", "Parents’ Day reminder sent", "Text message · no reply", "Apr 30"
            ),
            TimelineItem(
                "shopping-bag", "success", "Sale <b>₩72,000</b>", "Peony and eucalyptus bouquet", "Mar 31"
            ),
            TimelineItem(
                "sticky-note", "neutral", "Note by 박준호", "Picks up after 6 PM. Has a cat.", "Mar 28"
            ),
        )  # fmt: skip
        view = Timeline(theme, "Sample timeline")
        model = QStandardItemModel(view)
        for item in items:
            entry = QStandardItem()
            entry.setData(item, ITEM_ROLE)
            entry.setData(item.sentence, Qt.ItemDataRole.AccessibleTextRole)
            model.appendRow(entry)
        view.setModel(model)
        view.setMinimumHeight(220)
        card.column.addWidget(view)
        return card

    def _numbers(self) -> QWidget:
        theme = self._theme
        card = self._card("Numbers and steps")
        line = (3.0, 3.4, 2.9, 4.1, 4.6, 4.2, 5.3, 8.0)
        tiles = [
            StatTile(
                theme, "Revenue",
                Stat("₩21.18M", "18.6%", "vs 30 days before", rising=True, values=line),
            ),
            StatTile(theme, "New customers", Stat("73", "−6", "vs 79 before", rising=False, good=False, values=line[::-1]), 3),
            StatTile(theme, "At risk", Stat("148", "12", "vs 136 before", rising=True, good=False, values=line), 1),
        ]  # fmt: skip
        card.column.addLayout(spread(*tiles, stretch=True))
        steps = Stepper(theme, ("File", "Match columns", "Check", "Import"), 1)
        card.column.addWidget(steps, 0, Qt.AlignmentFlag.AlignHCenter)
        return card

    def _empty(self, icon: str, role: str) -> QWidget:
        theme = self._theme
        card = Card(theme)
        if role == "accent":
            text = "A deal is a bigger job you are still talking about: a wedding, an event."
            state = EmptyState(
                theme, icon, "No deals yet", text, action="New deal", action_icon="plus",
                second="See an example",
            )  # fmt: skip
        else:
            text = "Take one filter away, or look in all 1,842 contacts."
            state = EmptyState(
                theme, icon, "Nobody fits “망원동 + VIP + New”", text, role=role,
                action="Remove “New”", primary=False, second="Clear all",
            )  # fmt: skip
        card.column.addWidget(state)
        return card

    def _waiting(self) -> QWidget:
        card = self._card("Loading, after 0.3 s")
        card.column.addWidget(Skeleton(self._theme, "Loading"))
        card.column.addStretch(1)
        return card


SIDES = {"sm": 28, "md": 32, "lg": 40}


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


VCENTRE = Qt.AlignmentFlag.AlignVCenter


def open_gallery(theme: Theme) -> Gallery:
    """Show the gallery with what floats in it, and return it."""
    gallery = Gallery(theme)
    gallery.show()
    gallery.toast.say("Contact deleted", lambda: None)
    gallery.bulk_bar.set_count(5)
    return gallery
