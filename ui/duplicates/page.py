"""The page of possible duplicates: pair after pair, decided with one key each."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.errors import GoneError
from app.events import Changes
from app.jobs import Ticket
from app.shapes.duplicates import Comparison, DuplicatePair
from ui.common.bars import bar, column_of
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.common.letter_keys import letter_of
from ui.common.page import Page
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.icon_mark import IconMark
from ui.common.widgets.label import Label
from ui.common.widgets.progress import ProgressBar
from ui.duplicates.compare import CompareCard
from ui.duplicates.key_button import KeyButton
from ui.duplicates.many import MergeManyDialog
from ui.duplicates.queue import WIDTH as QUEUE_WIDTH
from ui.duplicates.queue import Queue, QueueModel
from ui.duplicates.reasons import WIDTH as REASONS_WIDTH
from ui.duplicates.reasons import ReasonsPanel
from ui.duplicates.search import BackgroundSearch
from ui.duplicates.waiting import Waiting, read_waiting
from ui.duplicates.words import SURE, OwnWords

if TYPE_CHECKING:
    from app.services.contacts import ContactService
    from app.services.duplicates import DuplicateService

PROGRESS = 160
ROOMY = 1100  # px from which the panes at the sides have their full width
NARROW_QUEUE, NARROW_REASONS = 212, 248
WIDEST = 1.25  # times as wide for a large text; more would leave no room to compare
COMPARED = {
    "contact", "contact_point", "contact_tag", "consent", "custom_value", "note", "distinct_pair",
}  # fmt: skip
SIDES = {"1": "left", "2": "right"}
ARROWS = {Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right"}


class DuplicatesPage(Page):
    """Shows the pairs the last search found; decides nothing itself.

    It reads nothing before it is first shown. Who was skipped comes last until it is left.
    """

    icon = "combine"
    topic = "duplicates"
    in_nav = False

    closed = Signal()
    filled = Signal()  # the list is read
    compared = Signal()  # a pair is shown

    def __init__(
        self,
        kit: Kit,
        duplicates: DuplicateService,
        contacts: ContactService,
        bridge: ChangeBridge,
        own_words: OwnWords,
        parent: QWidget | None = None,
    ) -> None:
        """`own_words` says what stands in a field of the shop's own."""
        super().__init__(kit, parent)
        self._duplicates = duplicates
        self._contacts = contacts
        self.search = BackgroundSearch(kit, duplicates, bridge, self)
        self._stale = True
        self._waiting = Waiting()
        self._asked: tuple[int, int] | None = None  # whom to show, until that is decided
        self._leads = False  # whether they are still to be chosen in the list
        self._skipped: list[tuple[int, int]] = []
        self._done = 0
        self._line = 0
        self._read_last: tuple[DuplicatePair, Comparison] | None = None
        self._shown: tuple[DuplicatePair, Comparison] | None = None
        self.model = QueueModel(kit, self)
        self.card = CompareCard(kit, own_words)
        self._build()
        self._connect()
        bridge.changed.connect(self._on_changed)
        self.retranslate()

    def title(self) -> str:
        return self.tr("Possible duplicates")

    def retranslate(self) -> None:
        """Set every word again."""
        self.heading.set_text(self.title())
        self.all_button.set_text(self.tr("Merge all over 90%"))
        self.again_button.set_text(self.tr("Search again"))
        self.close_button.set_name(self.tr("Close"), "Esc")
        self.skip_button.set_text(self.tr("Skip for now"))
        self.apart_button.set_text(self.tr("Not the same"))
        self.merge_button.set_text(self.tr("Merge and go on"))
        self.queue.setAccessibleName(self.tr("Pairs that look alike"))
        self.progress.setAccessibleName(self.tr("Decided"))
        self.card.retranslate()
        self._show_state()
        if self._shown is not None:
            self._show_pair(*self._shown)

    @property
    def pair(self) -> DuplicatePair | None:
        """The pair that is chosen in the list."""
        line = self.queue.currentIndex().row()
        return self.model.pairs[line] if 0 <= line < len(self.model.pairs) else None

    def merge(self) -> None:
        """Put the right contact into the left one, as chosen, and go on."""
        if self._shown is None or self.pair is not self._shown[0]:
            return
        found, sides, typed = self._shown[1], self.card.sides(), self.card.typed()
        self._decide(
            lambda: self._duplicates.merge_sides(found.left_id, found.right_id, sides, typed)
        )

    def keep_apart(self) -> None:
        """Say that the two are not the same, and go on."""
        if (pair := self.pair) is not None:
            self._decide(lambda: self._duplicates.keep_apart(pair.a_id, pair.b_id))

    def skip(self) -> None:
        """Leave this pair for later, and go on."""
        if (pair := self.pair) is not None:
            self._skipped.append((pair.a_id, pair.b_id))
            self._line = self.queue.currentIndex().row()
            self._show_waiting(self._waiting, stay=False)

    def merge_all(self) -> None:
        """Ask, then merge every pair that is very likely one."""
        count = self._waiting.sure
        sure = [pair for pair in self._waiting.pairs if pair.score >= SURE]
        if not sure:
            return
        named = [(self.model.name(pair.a_id), self.model.name(pair.b_id)) for pair in sure]
        dialog = MergeManyDialog(self.kit, named, count, self.window())
        dialog.accepted.connect(lambda: self._decide(self._merge_sure, count))
        dialog.open()

    def _merge_sure(self) -> int:
        pairs = self._duplicates.pairs(limit=self._waiting.sure, least=SURE)
        return self._duplicates.merge_all([(pair.a_id, pair.b_id) for pair in pairs])

    def search_again(self) -> None:
        """Search the whole book, and show what is found."""
        self.search.search(self.tr("Searching for duplicates"))
        self._show_state()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter, key = letter_of(event), event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.merge()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in ARROWS:
            self.card.choose(ARROWS[Qt.Key(key)])
        elif letter in SIDES:
            self.card.choose(SIDES[letter])
        elif letter == "e" or key == Qt.Key.Key_F2:
            self.card.edit()
        elif letter == "s":
            self.skip()
        elif letter in ("k", "n"):
            self.keep_apart()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.search.last is None and not self.search.is_running:
            self.search_again()
        if self._stale:
            self.reload()
        self.queue.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read the pairs again."""
        self._stale = False
        self._line = max(0, self.queue.currentIndex().row())
        duplicates, contacts, asked = self._duplicates, self._contacts, self._asked
        job = self.kit.runner.read(lambda _ticket: read_waiting(duplicates, contacts, asked))
        job.succeeded.connect(self._show_waiting)

    def review(self, contact_id: int, other_id: int = 0) -> None:
        """Show these two; where only one is told, the pair it most likely is in."""
        self._asked, self._leads = (contact_id, other_id), True
        self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = self.kit.theme.text_scale
        wide, larger = self.width() >= ROOMY * scale, min(scale, WIDEST)
        self.queue.setFixedWidth(round((QUEUE_WIDTH if wide else NARROW_QUEUE) * larger))
        self.reasons.setFixedWidth(round((REASONS_WIDTH if wide else NARROW_REASONS) * larger))

    def _build(self) -> None:
        theme = self.kit.theme
        self.heading = Label(theme, "", "title")
        self.count_label = Label(theme, "", colour="muted", digits=True)
        self.progress = ProgressBar(theme, "")
        self.progress.setFixedWidth(PROGRESS)
        self.again_button = Button(theme, "", "ghost", icon="search")
        self.all_button = Button(theme, "", icon="layers")
        self.close_button = IconButton(theme, "x", "")
        self.skip_button = KeyButton(theme, "ghost", "S")
        self.apart_button = KeyButton(theme, "secondary", "K")
        self.merge_button = Button(theme, "", "primary", icon="merge", size="lg")
        self.queue = Queue(self.kit, self.model)
        self.kept_label = Label(theme, "", colour="text-2", wrap=True, digits=True)
        self.reasons = ReasonsPanel(self.kit)
        middle = QWidget()
        middle.setObjectName("Canvas")
        column = QVBoxLayout(middle)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(self.card)
        self.kept_mark = IconMark(theme, "link", "muted")
        kept = QHBoxLayout()
        kept.setSpacing(8)
        kept.addWidget(self.kept_mark)
        kept.addWidget(self.kept_label, 1)
        column.addLayout(kept)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(middle)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        panes = QWidget()
        row = QHBoxLayout(panes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.queue)
        row.addWidget(area, 1)
        row.addWidget(self.reasons)
        self.empty = EmptyState(theme, "combine", "", role="neutral")
        self.stack = QStackedWidget()
        self.stack.addWidget(panes)
        self.stack.addWidget(self.empty)
        self.footer = bar(theme, "Footer", 64, [
            self.skip_button, None, self.apart_button, self.merge_button,
        ], right=24, gap=16)  # fmt: skip
        header = bar(theme, "Header", 56, [
            self.heading, self.count_label, None, self.progress, self.again_button,
            self.all_button, self.close_button,
        ])  # fmt: skip
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(column_of(header, self.stack, self.footer))

    def _connect(self) -> None:
        clicks: tuple[tuple[Button | IconButton, Callable[[], object]], ...] = (
            (self.skip_button, self.skip),
            (self.apart_button, self.keep_apart),
            (self.merge_button, self.merge),
            (self.all_button, self.merge_all),
            (self.again_button, self.search_again),
            (self.close_button, self.closed.emit),
        )
        for button, act in clicks:
            button.clicked.connect(lambda _on=False, act=act: act())
        self.empty.acted.connect(self.search_again)
        self.queue.selectionModel().currentChanged.connect(lambda _now, _then: self._read_pair())
        self.card.changed.connect(self._on_choice_changed)
        self.search.ended.connect(self._on_searched)

    def _decide(self, doing: Callable[[], object], count: int = 1) -> None:
        self._shown = self._read_last = self._asked = None  # not twice
        self._show_state()
        job = self.kit.runner.write(lambda _ticket: doing())
        job.succeeded.connect(lambda _done: self._on_decided(count))
        job.finished.connect(self.reload)

    def _on_decided(self, count: int) -> None:
        self._done += count

    def _on_changed(self, changes: Changes) -> None:
        if COMPARED & (changes.reshaped | changes.edited.keys()):
            if self.isVisible():
                self.reload()
            else:
                self._stale = True

    def _on_searched(self) -> None:
        if self.isVisible():
            self.reload()
        else:
            self._stale = True
        self._show_state()

    def _show_waiting(self, waiting: Waiting, *, stay: bool = True) -> None:
        """Show these pairs; `stay` with the one that is chosen, as long as it is among them."""
        chosen = self.pair
        self._waiting = waiting
        later, led = set(self._skipped), False
        if self._leads and waiting.asked is not None:
            chosen, stay, led, self._leads = waiting.asked, True, True, False
            later.discard((chosen.a_id, chosen.b_id))
        pairs = sorted(waiting.pairs, key=lambda pair: (pair.a_id, pair.b_id) in later)
        self.model.show(pairs, waiting.names)
        self._shown = None
        self.counted.emit(waiting.count)
        line = self._line
        if stay and chosen is not None:
            ids = [(pair.a_id, pair.b_id) for pair in pairs]
            with suppress(ValueError):  # it has been decided
                line = ids.index((chosen.a_id, chosen.b_id))
        self.queue.choose(line, centred=led)
        if not pairs:
            self._show_state()
        self.filled.emit()

    def _read_pair(self) -> None:
        pair, service, last = self.pair, self._duplicates, self._read_last
        self._shown = None
        if pair is not None and last is not None and last[0] == pair:
            self._shown = pair, last[1]  # read again it can be decided meanwhile
        self._show_state()
        if pair is None:
            return

        def task(_ticket: Ticket) -> Comparison | None:
            try:
                return service.compare(pair.a_id, pair.b_id)
            except GoneError:
                return None

        job = self.kit.runner.read(task)
        job.succeeded.connect(lambda found: self._on_compared(pair, found))

    def _on_compared(self, pair: DuplicatePair, found: Comparison | None) -> None:
        if found is None or pair != self.pair:
            return  # it went meanwhile, or another one was chosen
        self._shown = self.pair or pair, found
        if self._read_last == (pair, found):  # what was chosen of it meanwhile stays
            self._show_state()
        else:
            self._read_last = pair, found
            self._show_pair(pair, found)
        self.compared.emit()

    def _show_pair(self, pair: DuplicatePair, found: Comparison) -> None:
        self.card.show_pair(found)
        self.reasons.show_pair(pair, found, self.card)
        count = found.left_count + found.right_count
        said = self.kit.formats.count(
            count,
            self.tr("1 timeline entry will be kept with the merged contact."),
            self.tr("{n} timeline entries will be kept with the merged contact."),
        )
        self.kept_label.set_text(said if count else "")
        self.kept_mark.setVisible(count > 0)
        self._show_state()

    def _on_choice_changed(self) -> None:
        if self._shown is not None:
            self.reasons.show_result(self._shown[1], self.card)

    def _show_state(self) -> None:
        waiting, number = self._waiting, self.kit.formats.number
        told = self.tr("{n} left, {done} done")
        self.count_label.set_text(told.format(n=number(waiting.count), done=number(self._done)))
        self.progress.setMaximum(max(1, waiting.count + self._done))
        self.progress.setValue(self._done)
        self.all_button.setEnabled(waiting.sure > 0)
        self.again_button.setEnabled(not self.search.is_running)
        has = bool(self.model.pairs)
        for button in (self.skip_button, self.apart_button):
            button.setEnabled(has)
        self.merge_button.setEnabled(has and self._shown is not None)
        self.card.setVisible(bool(self.card.rows))
        searching = self.search.is_running
        self.stack.setCurrentIndex(0 if has else 1)
        self.empty.show_words(
            self.tr("Searching the book") if searching else self.tr("Nobody seems to be twice"),
            "" if searching else self.tr(
                "Contacts with the same phone, e-mail or a similar name show up here."
            ),
            "" if searching else self.tr("Search again"),
        )  # fmt: skip
