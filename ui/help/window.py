"""The window of the help: pages to choose and to search at the left, the chosen one beside."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.help import TOPICS, HelpPage, find, pages, patterns
from ui.common.bars import bar
from ui.common.kit import Kit
from ui.common.widgets.button import Button
from ui.common.widgets.empty_state import EmptyState
from ui.common.widgets.icon_button import IconButton
from ui.common.widgets.note import announce
from ui.common.widgets.search_field import SearchField
from ui.help.article import Article
from ui.help.topic_list import TopicList

WIDTH, HEIGHT = 860, 640
SIDE = 240
SHOWN = ("first-steps", "import", "import-result")  # pages whose steps can be shown


class HelpWindow(QDialog):
    """Stands beside the program, which can be used meanwhile."""

    show_me_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pages: Sequence[HelpPage] = ()
        self._topic = TOPICS[0]
        self._before: list[str] = []  # topics to go back to
        self._can_show = False
        self.search = SearchField(kit.theme, "", size=32, quiet=False)
        self.list = TopicList(kit.theme)
        self.back_button = IconButton(kit.theme, "arrow-left", "")
        self.show_button = Button(kit.theme, "", "soft", icon="mouse-pointer-click", size="sm")
        self.article = Article(kit.theme)
        self.nothing = EmptyState(kit.theme, "search-x", "", role="neutral", primary=False)
        self._build()
        self._connect()
        self.retranslate()

    @property
    def topic(self) -> str:
        """The page that is shown."""
        return self._topic

    def open_at(self, topic: str, *, can_show: bool) -> None:
        """Come up with a page; `can_show`: there is a shop in which steps can be shown."""
        self._can_show = can_show
        self.search.set_text("")
        if self.isVisible() and topic != self._topic:
            self._before.append(self._topic)
        self._turn_to(topic if topic in TOPICS else TOPICS[0])
        self.show()
        self.activateWindow()
        self.article.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> None:
        """Return to the page before."""
        if self._before:
            self._turn_to(self._before.pop())

    def retranslate(self) -> None:
        """Set every word again; the pages are read in the language in use."""
        self._pages = pages(self._kit.language.code)
        self.setWindowTitle(self.tr("Help"))
        self.search.set_placeholder(self.tr("Search the help"))
        self.list.setAccessibleName(self.tr("Pages of the help"))
        self.back_button.set_name(self.tr("Back"), "Alt+Left")
        self.show_button.set_text(self.tr("Show me step by step"))
        self.show_button.updateGeometry()
        self.nothing.show_words(
            self.tr("No page has these words"),
            self.tr("Try one word, or a part of it."),
            self.tr("Clear search"),
        )
        self._list()
        self._turn_to(self._topic)

    def _build(self) -> None:
        theme = self._kit.theme
        self.resize(round(WIDTH * theme.text_scale), round(HEIGHT * theme.text_scale))
        side = QFrame()
        side.setObjectName("Sections")
        side.setFixedWidth(round(SIDE * theme.text_scale))
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        line = QFrame()
        line.setObjectName("Line")
        line.setFixedWidth(1)
        self.reading = QWidget()
        words = QVBoxLayout(self.reading)
        words.setContentsMargins(32, 16, 4, 8)
        words.addWidget(self.article)
        self.body = QStackedWidget()
        self.body.addWidget(self.reading)
        self.body.addWidget(self.nothing)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(bar(theme, "Toolbar", 56, [self.back_button, None, self.show_button]))
        right.addWidget(self.body, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(side)
        whole.addWidget(line)
        whole.addLayout(right, 1)

    def _connect(self) -> None:
        self.search.typed.connect(self._on_typed)
        self.search.moved.connect(self.list.step)
        self.search.submitted.connect(self.article.setFocus)
        self.list.chosen.connect(self._go_to)
        self.article.topic_asked.connect(self._go_to)
        self.back_button.clicked.connect(self.go_back)
        self.show_button.clicked.connect(self._on_show_me)
        self.nothing.acted.connect(self.search.clear)
        self._kit.language.changed.connect(self.retranslate)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self.go_back)
        QShortcut(QKeySequence("Ctrl+F"), self, self._on_search_asked)

    def _list(self) -> list[HelpPage]:
        found = find(self._pages, self.search.text())
        self.list.show_pages(found, self._topic)
        return found

    def _go_to(self, topic: str) -> None:
        if topic != self._topic:
            self._before.append(self._topic)
            self._turn_to(topic)

    def _turn_to(self, topic: str) -> None:
        page = next(page for page in self._pages if page.topic == topic)
        self._topic = topic
        self.article.show_page(page, patterns(self.search.text()))
        self.article.setAccessibleName(page.title)
        self.list.choose(topic)
        self.body.setCurrentWidget(self.reading)
        self.back_button.setEnabled(bool(self._before))
        self.show_button.setVisible(self._can_show and topic in SHOWN)

    def _on_typed(self, _text: str) -> None:
        found = self._list()
        if not found:
            self.body.setCurrentWidget(self.nothing)
            announce(self.search, self.tr("No page has these words"))
            return
        listed = [page.topic for page in found]
        self._turn_to(listed[0] if self.search.text().strip() else self._topic)

    def _on_search_asked(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_show_me(self) -> None:
        self.hide()
        self.show_me_asked.emit()
