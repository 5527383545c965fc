"""Push buttons in the kinds and sizes of the design."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.common.painting import RING, box, ring
from ui.common.text import draw_text
from ui.common.theme import Theme
from ui.common.widgets.state import State, literal, state_of, words_of

GAP = 6
ICON = 16
RADIUS = 6
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
NO_MODIFIER = Qt.KeyboardModifier.NoModifier
SPIN = 60  # ms between two pictures of the spinner
SPIN_STEP = 30  # degrees


@dataclass(frozen=True, slots=True)
class Size:
    """Height, padding at the text's side, and type style."""

    height: int
    padding: int
    style: str


SIZES = {
    "xs": Size(28, 11, "caption"),
    "sm": Size(28, 11, "body"),
    "md": Size(32, 13, "body"),
    "lg": Size(40, 17, "reading"),
}

# kind: (at rest, under the pointer, pressed), each (fill, border, text); '' is none.
KINDS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "primary": (
        ("accent", "", "on-accent"),
        ("accent-hover", "", "on-accent"),
        ("accent-pressed", "", "on-accent"),
    ),
    "secondary": (
        ("surface", "border-strong", "text"),
        ("hover", "border-strong", "text"),
        ("pressed", "border-strong", "text"),
    ),
    "ghost": (("", "", "text-2"), ("hover", "", "text"), ("pressed", "", "text")),
    "danger": (
        ("surface", "danger-border", "danger"),
        ("danger-soft", "danger-border", "danger"),
        ("danger-soft", "danger", "danger"),
    ),
    "confirm": (
        ("danger-confirm", "", "on-accent"),
        ("danger-confirm", "", "on-accent"),
        ("danger", "", "on-accent"),
    ),
    "soft": (
        ("accent-soft", "accent-border", "accent-text"),
        ("accent-soft-hover", "accent-border", "accent-text"),
        ("selection", "accent-border", "accent-text"),
    ),
    "link": (("", "", "accent-text"), ("", "", "accent-hover"), ("", "", "accent-pressed")),
    "warning": (
        ("", "", "warning"),
        ("warning-soft", "", "warning"),
        ("warning-soft", "warning-border", "warning"),
    ),
}
FILLED = {"primary", "confirm"}
STRONG = {"primary", "confirm", "soft", "link"}
DISABLED = {
    "primary": ("neutral-soft", "", "disabled"),
    "confirm": ("neutral-soft", "", "disabled"),
    "ghost": ("", "", "disabled"),
    "link": ("", "", "disabled"),
}
CHECKED = ("accent-soft", "accent-border", "accent-text")


class Button(QPushButton):
    """A push button; `kind` is primary, secondary, ghost, danger, confirm, soft, link or warning.

    While busy it shows a spinner, keeps its width and takes no clicks, but keeps the focus.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        kind: str = "secondary",
        *,
        icon: str = "",
        trailing: str = "",
        size: str = "md",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(literal(text), parent)
        self.kind = kind
        self._theme = theme
        self._size = SIZES[size]
        self._icon = icon
        self._trailing = trailing
        self._busy = ""
        self._angle = 0
        self._spinner = QTimer(self, interval=SPIN)
        self._spinner.timeout.connect(self._on_spun)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def busy(self) -> bool:
        """Whether the spinner runs."""
        return bool(self._busy)

    def set_text(self, text: str) -> None:
        """Show another text; an & in it is an &."""
        self.setText(literal(text))

    def set_icon(self, name: str) -> None:
        """Show another icon, or none."""
        self._icon = name
        self.updateGeometry()
        self.update()

    def set_busy(self, text: str) -> None:
        """Show the spinner beside this text, as 'Saving'; an empty one ends it."""
        if text and not self._busy and self.isVisible():
            self.setMinimumWidth(self.width())
        elif not text:
            self.setMinimumWidth(0)
        self._busy = text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, bool(text))
        self._spin()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = self._theme.metrics(self._size.style, strong=self._strong)
        height = self._theme.height(self._size.height, self._size.style)
        if self._is_icon():
            return QSize(height, height)
        width = words.horizontalAdvance(self._words())
        if self.kind != "link":
            width += 2 * self._size.padding
        for shown in (self._leading(), self._trailing):
            width += ICON + GAP - 2 if shown else 0  # the icon's side has 2 px less padding
        return QSize(ceil(width), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._busy:
            event.ignore()
            return
        plain = event.modifiers() in {NO_MODIFIER, Qt.KeyboardModifier.KeypadModifier}
        if event.key() in ENTER and plain:  # else a dialog would press its default one instead
            self.click()
            return
        super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._spin()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._spinner.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        state = state_of(self)
        fill, border, text = self._colours(state)
        rect = QRectF(self.rect())
        if fill or border:
            box(
                painter,
                rect,
                RADIUS,
                self._theme.colour(fill) if fill else None,
                self._theme.colour(border) if border else None,
            )
        if state.ring:
            ring(painter, self._theme, rect, RADIUS)
            if self.kind in FILLED:
                gap = rect.adjusted(RING, RING, -RING, -RING)
                box(painter, gap, RADIUS - RING, border=self._theme.colour("surface"), width=RING)
        self._paint_content(painter, rect, text)
        painter.end()

    def _paint_content(self, painter: QPainter, rect: QRectF, text: str) -> None:
        theme = self._theme
        font = theme.font(self._size.style, strong=self._strong)
        width = self.sizeHint().width()
        padding = 0 if self.kind == "link" else self._size.padding
        left = padding if self.kind == "link" else max(0.0, (rect.width() - width) / 2) + padding
        plain = theme.colour(text)
        top = rect.center().y() - ICON / 2
        if self._is_icon():
            at = QPointF(rect.center().x() - ICON / 2, top)
            self._paint_icon(painter, at, self._leading(), self._icon_colour(text))
            return
        if leading := self._leading():
            left -= 2 if padding else 0
            self._paint_icon(painter, QPointF(left, top), leading, self._icon_colour(text))
            left += ICON + GAP
        room = rect.width() - left - (ICON + GAP if self._trailing else 0)
        words = QRectF(left, rect.top(), room + 1, rect.height())
        left += draw_text(painter, words, self._words(), font, plain) + GAP
        if self._trailing:
            at = QPointF(left, top)
            theme.paint_icon(painter, at, self._trailing, ICON, self._icon_colour(text))

    def _paint_icon(self, painter: QPainter, at: QPointF, name: str, colour: QColor) -> None:
        if not self._busy:
            self._theme.paint_icon(painter, at, name, ICON, colour)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(at.x() + ICON / 2, at.y() + ICON / 2)
        painter.rotate(self._angle)
        self._theme.paint_icon(painter, QPointF(-ICON / 2, -ICON / 2), name, ICON, colour)
        painter.restore()

    def _icon_colour(self, text: str) -> QColor:
        at_rest = self.kind == "secondary" and text == "text" and not self.underMouse()
        return self._theme.colour("text-2" if at_rest else text)

    @property
    def _strong(self) -> bool:
        return self.kind in STRONG

    def _words(self) -> str:
        return self._busy or words_of(self)

    def _is_icon(self) -> bool:
        return bool(self._leading()) and not self._words()

    def _leading(self) -> str:
        return "loader-circle" if self._busy else self._icon

    def _colours(self, state: State) -> tuple[str, str, str]:
        rest, hover, down = KINDS[self.kind]
        if not state.enabled:
            return DISABLED.get(self.kind, ("surface", "border", "disabled"))
        if self._busy:
            return rest
        if state.down:
            return down
        if state.checked:
            return CHECKED
        return hover if state.hover else rest

    def _spin(self) -> None:
        if self._busy and self.isVisible() and not self._theme.reduced_motion:
            self._spinner.start()
        else:
            self._spinner.stop()

    def _on_spun(self) -> None:
        self._angle = (self._angle + SPIN_STEP) % 360
        self.update()
