"""One hour at the counter of a shop, played through the widgets of the window."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from app.shapes.contacts import ContactForm
from tests.soak.hands import LOOK, Hands, wait_until
from ui.common.theme import Scheme
from ui.contacts.new_contact import NewContactDialog
from ui.contacts.page import ContactsPage
from ui.exchange.plan import PlanPage
from ui.exchange.result import ResultPage
from ui.program import Program
from ui.waiting import settle

QUERIES = ("ㄱㅁ", "김", "지우", "0142", "gmail", "꽃", "nobody at all")
BROWSED = 300  # contacts an hour
GLANCE = 8  # ms at a contact; at every tenth somebody looks until its details are there


class Hour(Hands):
    """Leaves the shop as large as it was: what it adds, it takes back."""

    def __init__(self, program: Program, file: Path, *, browsed: int = BROWSED) -> None:
        super().__init__(program)
        self._file = file
        self._browsed = browsed
        self._number = 0

    def play(self) -> None:
        """Do everything once, and leave the window at the list of contacts."""
        self._number += 1
        self._search()
        self._browse()
        self._edit()
        self._add()
        self._look_elsewhere()
        self._dress()
        self._ask_palette()
        self._import()
        self._open_page(self._page())
        settle(LOOK)

    def _page(self) -> ContactsPage:
        page = self._program.window.findChild(ContactsPage)
        assert page is not None
        return page

    def _open_page(self, page: ContactsPage) -> None:
        self._program.window.open_page_of(page)
        wait_until(lambda: self._program.window.page() is page)

    def _search(self) -> None:
        page = self._page()
        for text in QUERIES:
            page.search.set_text(text)
            wait_until(lambda: not page.model.is_whole)
            settle(LOOK)
        page.search.set_text("")
        wait_until(lambda: page.model.is_whole)

    def _browse(self) -> None:
        page = self._page()
        page.table.setFocus()
        page.table.scrollToTop()
        page.select(page.model.id_at(0) or 0)
        for step in range(min(self._browsed, page.model.rowCount() - 1)):
            QTest.keyClick(page.table, Qt.Key.Key_Down)
            settle(GLANCE if step % 10 else LOOK)

    def _edit(self) -> None:
        """Notes, tags and a name, each written and taken back."""
        page, core = self._page(), self._core
        contact = page.selected_id()
        assert contact is not None
        name = core.contacts.name_of(contact)
        self._write(lambda: core.contacts.add_note(contact, f"창가 자리 {self._number}"))
        self._write(lambda: core.contacts.tag([contact], "오늘"))
        self._write(lambda: core.contacts.edit(contact, "name", f"{name} 님"))
        page.select(contact)
        self._take_back()

    def _add(self) -> None:
        page, window = self._page(), self._program.window
        page.make_new()
        dialog = window.findChild(NewContactDialog)
        assert dialog is not None
        dialog.name.setText("한소라")
        dialog.phone.setText("010-0177-4410")
        dialog.tags.setText("웨딩, 연남동")
        settle(LOOK)
        dialog.reject()
        self._gone(dialog)
        before = self._core.contacts.count()
        self._write(lambda: self._core.contacts.add(ContactForm(name="한소라")))
        wait_until(lambda: page.model.rowCount() == before + 1)
        self._take_back()
        wait_until(lambda: page.model.rowCount() == before)

    def _look_elsewhere(self) -> None:
        """Every page and dialog that the menus have."""
        window, menus = self._program.window, self._program.window.menus
        for action in (menus.history_action, menus.trash_action, menus.settings_action):
            action.trigger()
            settle(LOOK)
        self._open_page(self._page())
        for action in (menus.keys_action, menus.about_action):
            action.trigger()
            settle(LOOK)
            dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
            assert dialogs
            for dialog in dialogs:
                dialog.reject()
                self._gone(dialog)

    def _dress(self) -> None:
        """Dark and light, Korean and English, as the menus do it."""
        kit, menus = self._program.kit, self._program.window.menus
        for scheme in (Scheme.DARK, Scheme.LIGHT):
            menus.scheme_chosen.emit(scheme.value)
            wait_until(lambda wanted=scheme: kit.theme.scheme is wanted)
            settle(LOOK)
        for code in ("ko", "en"):
            menus.language_chosen.emit(code)
            wait_until(lambda wanted=code: kit.language.code == wanted)
            settle(LOOK)

    def _ask_palette(self) -> None:
        palette = self._program.palette
        assert palette is not None
        for text in ("김", "0142", "", "설정"):
            self._program.window.menus.palette_action.trigger()
            wait_until(palette.isVisible)
            palette.field.setText(text)
            settle(2 * LOOK)
            QTest.keyClick(palette.field, Qt.Key.Key_Escape)
            wait_until(lambda: not palette.isVisible())

    def _import(self) -> None:
        """Bring a file in, step by step, and take it back."""
        window, core = self._program.window, self._core
        before = core.contacts.count()
        window.files_dropped.emit([self._file])
        plan = window.findChild(PlanPage)
        assert plan is not None
        while window.findChild(ResultPage) is None:
            wait_until(lambda: _next_of(plan) or window.findChild(ResultPage))
            if (button := _next_of(plan)) is not None:
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            settle(LOOK)
        result = window.findChild(ResultPage)
        assert core.contacts.count() > before
        QTest.mouseClick(result.undo_button, Qt.MouseButton.LeftButton)
        wait_until(lambda: core.contacts.count() == before)
        wait_until(lambda: window.findChild(ResultPage) is None)


def _next_of(plan: PlanPage) -> QWidget | None:
    if not isValid(plan):
        return None
    buttons = (plan.import_button, plan.next_button)
    return next((b for b in buttons if b.isVisible() and b.isEnabled()), None)
