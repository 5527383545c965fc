"""The sheet of the design: every small part in every state."""

from PySide6.QtCore import (
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.common.painting import box, ring
from ui.common.row_delegate import (
    RowDelegate,
)
from ui.common.text import CENTRE, draw_text
from ui.common.theme import Theme
from ui.common.widgets.avatar import Avatar
from ui.common.widgets.button import Button
from ui.common.widgets.card import Card
from ui.common.widgets.checkbox import CheckBox, RadioButton
from ui.common.widgets.chip import Chip
from ui.common.widgets.field_hint import FieldHint
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.kbd import Kbd
from ui.common.widgets.label import Label
from ui.common.widgets.menu import Menu
from ui.common.widgets.note import Note
from ui.common.widgets.pill import Pill
from ui.common.widgets.progress import ProgressLine
from ui.common.widgets.search_field import SearchField
from ui.common.widgets.segmented import Segmented
from ui.common.widgets.tag import Dot, Tag
from ui.common.widgets.toast import Toast
from ui.common.widgets.toggle import Toggle
from ui.gallery.samples import Painted, SampleModel, shown, spread

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
FACES = (
    ("김민지", 6, 48),
    ("이서연", 0, 40),
    ("김민지", 6, 28),
    ("박준호", 2, 24),
    ("김민지", 6, 20),
    ("카페 모루", 4, 40),
    ("카페 모루", 4, 28),
    ("최유진", 3, 28),
    ("황민석", 4, 28),
    ("최수빈", 1, 28),
    ("강지호", 5, 28),
)
SIDES = {"sm": 28, "md": 32, "lg": 40}


class Sheet(QWidget):
    """Buttons to icons, as on the picture of the design."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("Canvas")
        self._theme = theme
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout(self)
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
        avatars = [
            Avatar(theme, name, colour, size, company=name == "카페 모루")
            for name, colour, size in FACES
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
