"""The stops of the tour where one sees what is to be done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog

from ui.camera import Camera
from ui.contacts.page import ContactsPage
from ui.program import Program
from ui.tasks.add_dialog import AddDialog
from ui.tasks.page import TasksPage
from ui.tasks.task_dialog import TaskDialog
from ui.waiting import settle, wait_until

LINES = {"ko": "내일 오후 3시 김민지 전화", "en": "call 김민지 tomorrow 3pm"}


class TaskStops:
    """Brings these screens into the window; each leaves it as it found it."""

    def __init__(self, program: Program, camera: Camera) -> None:
        self._program = program
        self._window = program.window
        self._camera = camera

    def tasks(self) -> Iterator[Path]:
        """Show the list with a line being typed and a task selected."""
        page = self._page()
        if page is None:
            return
        page.quick.line.setPlainText(LINES[self._program.kit.language.code])
        wait_until(lambda: page.quick.understood is not None)
        settle(100)
        yield self._camera.take("tasks")
        page.quick.clear()
        self._home()

    def asked(self) -> Iterator[Path]:
        """Show what snoozing offers, what finishing asks, and a task whole."""
        page = self._page()
        if page is None:
            return
        about = next((r for r in page.model.rows_read() if r.contact_id is not None), None)
        if about is None:
            return
        for name, act in (("task-finish", page.acts.finish), ("task-date", page.acts.ask_date)):
            act(about)
            yield from self._camera.take_dialog(name, page.acts.dialog)
        page.acts.opened.emit(about)
        wait_until(lambda: self._dialog(TaskDialog) is not None)
        yield from self._camera.take_dialog("task", self._dialog(TaskDialog))
        self._home()
        self._window.menus.task_action.trigger()
        wait_until(lambda: self._dialog(AddDialog) is not None)
        yield from self._camera.take_dialog("task-new", self._dialog(AddDialog))

    def _dialog(self, kind: type[QDialog]) -> QDialog | None:
        dialogs = self._window.findChildren(kind)
        return next((each for each in dialogs if each.isVisible()), None)

    def _home(self) -> None:
        page = self._window.findChild(ContactsPage)
        if page is not None:
            self._window.open_page_of(page)

    def _page(self) -> TasksPage | None:
        page = self._window.findChild(TasksPage)
        if page is not None:
            self._window.open_page_of(page)
            wait_until(lambda: page.is_read and page.side.is_read)
            page.list.select(6)
            settle(100)
        return page
