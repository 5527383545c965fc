"""Paints the lines of the list of tasks as the design draws them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.repeat_words import repeat_words
from ui.common.kit import Kit
from ui.common.painting import box
from ui.common.row_delegate import Index
from ui.common.text import RIGHT, draw_text
from ui.common.widgets.avatar import avatar_colour, paint_avatar
from ui.common.widgets.checkbox import paint_box
from ui.common.widgets.tag import TagLook, paint_tag, tag_width
from ui.tasks.model import IS_SECTION, LINE, SectionLine, TaskLine
from ui.tasks.words import deal_words, due_words, icon_of

SECTION, TASK = 32, 40
SIDE = 8  # px from the edge of the list to a line's own
CHECK = 16  # px from there to the middle of the check box
ICON = 16
WORDS = 54  # px from there to the title
OWNER = 24
OWNER_ROOM = 32
DUE_ROOM = 112
CONTACT = 20
CONTACT_ROOM = 150
NARROW = 560  # px; a narrower list leaves the names of contacts out
ACTIONS = ("alarm-clock", "calendar", "ellipsis")
ACTION = 30  # px one of them takes
FADE = 2000  # ms a task that was just done stays
State = QStyle.StateFlag


class TaskDelegate(QStyledItemDelegate):
    """Sections 32 px high, tasks 40; pointer or selection bring what can be done with one."""

    faded = Signal()  # those just done have stood long enough

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._done: set[int] = set()  # just ticked, and still standing where they were
        self._timer = QTimer(self, singleShot=True, interval=FADE)
        self._timer.timeout.connect(self._on_faded)

    def show_done(self, task_id: int) -> None:
        """Tick a task and strike it out; `faded` comes two seconds later."""
        self._done.add(task_id)
        self._timer.start()

    @property
    def head(self) -> int:
        """Height of a section's name."""
        return self._kit.theme.height(SECTION)

    @property
    def is_fading(self) -> bool:
        """Whether something just done still stands where it was."""
        return self._timer.isActive()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        section = index.data(IS_SECTION)
        above = 16 if section and index.row() else 0
        height = self._kit.theme.height(SECTION if section else TASK)
        return QSize(0, height + above)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(LINE)
        if isinstance(line, SectionLine):
            self._paint_section(painter, option, line)
        elif isinstance(line, TaskLine):
            self._paint_task(painter, option, line)

    def action_at(self, line: QRectF, at: QPointF) -> str:
        """Return what lies under a point of a task's line: 'check', an icon of it, or ''."""
        if abs(at.x() - line.left() - SIDE - CHECK) <= CHECK:
            return "check"
        for place, name in enumerate(ACTIONS):
            if self._action_rect(line, place).contains(at):
                return name
        return ""

    def _on_faded(self) -> None:
        self._done.clear()
        self.faded.emit()

    def _paint_section(
        self, painter: QPainter, option: QStyleOptionViewItem, line: SectionLine
    ) -> None:
        theme = self._kit.theme
        rect = QRectF(option.rect).adjusted(SIDE, 0, -SIDE, 0)
        rect.setTop(rect.bottom() - theme.height(SECTION))
        if option.state & State.State_HasFocus:
            box(painter, rect, 6, border=theme.colour("focus"), width=2)
        left = rect.adjusted(SIDE, 0, 0, 0)
        if not line.is_open:
            at = QPointF(left.left(), left.center().y() - ICON / 2)
            theme.paint_icon(painter, at, "chevron-right", ICON, "muted")
            left.adjust(ICON + 6, 0, 0, 0)
        colour = theme.colour("danger" if line.section == "overdue" else "text")
        used = draw_text(painter, left, line.name, theme.font("strong"), colour)
        for words in (line.days, self._kit.formats.number(line.count)):
            if words:
                left.adjust(used + 8, 0, 0, 0)
                used = draw_text(
                    painter, left, words, theme.font("body", digits=True), theme.colour("muted")
                )

    def _paint_task(self, painter: QPainter, option: QStyleOptionViewItem, line: TaskLine) -> None:
        theme, row = self._kit.theme, line.row
        rect = QRectF(option.rect)
        chosen = bool(option.state & State.State_Selected)
        hover = bool(option.state & State.State_MouseOver)
        if chosen or hover:
            box(painter, rect, 6, theme.colour("accent-soft" if chosen else "hover"))
        if option.state & State.State_HasFocus and chosen:
            box(painter, rect, 6, border=theme.colour("focus"), width=2)
        under = QRectF(rect.left(), rect.bottom(), rect.width(), 1)
        painter.fillRect(under.adjusted(SIDE, -1, -SIDE, -1), theme.colour("border"))
        left, middle = rect.left() + SIDE, rect.center().y()
        done = row.is_closed or row.id in self._done
        tick = Qt.CheckState.Checked if done else Qt.CheckState.Unchecked
        paint_box(painter, theme, QPointF(left + CHECK, middle), tick)
        icon, colour = icon_of(row)
        at = QPointF(left + CHECK + 16, middle - ICON / 2)
        theme.paint_icon(painter, at, icon, ICON, colour)
        right = self._paint_right(painter, rect, line, acts=(chosen or hover) and not done)
        words = QRectF(left + WORDS, rect.top(), right - left - WORDS - 12, rect.height())
        self._paint_title(painter, words, line, done=done)

    def _paint_title(self, painter: QPainter, rect: QRectF, line: TaskLine, *, done: bool) -> None:
        theme, row = self._kit.theme, line.row
        font = theme.font("body")
        font.setStrikeOut(done)
        code = self._kit.language.code
        hints = [("repeat", repeat_words(row.repeat, code))] if row.repeat else []
        if row.items:
            number = self._kit.formats.number
            hints.append(("list-checks", f"{number(row.items_done)}/{number(row.items)}"))
        if row.answered:
            hints.append(("mail-check", ""))
        caption = theme.font("caption", digits=True)
        metrics = theme.metrics("caption")
        widths = [ceil(metrics.horizontalAdvance(told)) + 4 for _sign, told in hints]
        deal = TagLook(deal_words(row, self._kit)) if row.deal else None
        tag = tag_width(theme, deal) + 8 if deal else 0
        room = min(sum(widths) + 26 * len(hints) + tag, rect.width() / 2)
        words = rect.adjusted(0, 0, -room, 0)
        colour = theme.colour("muted" if done else "text")
        left = rect.left() + draw_text(painter, words, row.title, font, colour) + 8
        if deal:
            at = QPointF(left, rect.center().y())
            left += paint_tag(painter, theme, at, deal, max(0.0, rect.right() - left)) + 8
        for (sign, told), width in zip(hints, widths, strict=True):
            at = QPointF(left, rect.center().y() - 7)
            theme.paint_icon(painter, at, sign, 14, "muted")
            space = min(width, rect.right() - left - 18)
            beside = QRectF(left + 18, rect.top(), space, rect.height())
            left = beside.left() + draw_text(painter, beside, told, caption, theme.colour("muted"))
            left += 8

    def _paint_right(self, painter: QPainter, rect: QRectF, line: TaskLine, *, acts: bool) -> float:
        """Paint owner, time or what can be done, and contact; return where they begin."""
        theme, row = self._kit.theme, line.row
        middle, right = rect.center().y(), rect.right() - SIDE
        if row.assignee_id:
            at = QPointF(right - OWNER, middle)
            paint_avatar(painter, theme, at, row.assignee, avatar_colour(row.assignee_id), OWNER)
        scale = theme.text_scale
        width = DUE_ROOM * scale
        due = QRectF(right - OWNER_ROOM - width, rect.top(), width - 4, rect.height())
        if acts:
            for place, name in enumerate(ACTIONS):
                cell = self._action_rect(rect, place)
                corner = cell.center() - QPointF(ICON / 2, ICON / 2)
                theme.paint_icon(painter, corner, name, ICON, "text-2")
        else:
            words = due_words(row, line.section, self._kit.formats)
            colour = theme.colour("danger" if line.section == "overdue" else "text-2")
            draw_text(painter, due, words, theme.font("body", digits=True), colour, RIGHT)
        if not row.contact or rect.width() < NARROW * scale:
            return due.left()
        width = CONTACT_ROOM * scale
        room = QRectF(due.left() - width, rect.top(), width, rect.height())
        company = row.contact_kind == "company"
        width = theme.metrics("body").horizontalAdvance(row.contact)
        begin = max(room.left(), room.right() - width - CONTACT - 14)
        at = QPointF(begin, middle)
        shade = avatar_colour(row.contact_id or 0)
        paint_avatar(painter, theme, at, row.contact, shade, CONTACT, company=company)
        words_at = QRectF(begin + CONTACT + 6, rect.top(), room.right() - begin, rect.height())
        words_at.setRight(room.right() - 4)
        draw_text(painter, words_at, row.contact, theme.font("body"), theme.colour("text-2"))
        return begin

    def _action_rect(self, line: QRectF, place: int) -> QRectF:
        right = line.right() - SIDE - OWNER_ROOM - 4
        left = right - (len(ACTIONS) - place) * ACTION
        return QRectF(left, line.top(), ACTION, line.height())
