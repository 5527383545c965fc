"""Saved matches of columns: one is used for the file, this one is saved, others are changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal

from app.jobs import Ticket
from ui.common.ask import AskDialog
from ui.common.kit import Kit
from ui.common.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.services.imports import ImportService
    from app.shapes.imports import SavedMatch
    from ui.exchange.plan import PlanPage


class MatchMenu(QObject):
    """Opens below its button in the plan. Every change is a step that can be undone."""

    chosen = Signal(object)  # SavedMatch to use for the file

    def __init__(self, kit: Kit, imports: ImportService, page: PlanPage) -> None:
        super().__init__(page)
        self._kit = kit
        self._imports = imports
        self._page = page
        self.menu: Menu | None = None
        page.strip.matches_button.clicked.connect(self._on_asked)

    def _on_asked(self) -> None:
        imports = self._imports
        job = self._kit.runner.read(lambda _ticket: imports.saved_matches())
        job.succeeded.connect(self._open)

    def _open(self, matches: Sequence[SavedMatch]) -> None:
        theme, button = self._kit.theme, self._page.strip.matches_button
        if not button.isVisible():
            return
        menu = self.menu = Menu(theme, parent=self._page)
        for match in matches:
            action = menu.add(_plain(match.name), "bookmark")
            action.triggered.connect(partial(self.chosen.emit, match))
        if matches:
            menu.addSeparator()
        keep = menu.add(self.tr("Save this match…"), "bookmark-plus")
        keep.setEnabled(self._page.prepared is not None)
        keep.triggered.connect(self._on_save)
        if matches:
            for words, act in (
                (self.tr("Rename"), self._on_rename), (self.tr("Remove"), self._remove),
            ):  # fmt: skip
                menu.addMenu(self._listing(words, matches, act))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
        menu.setActiveAction(menu.actions()[0])

    def _listing(
        self, words: str, matches: Sequence[SavedMatch], act: Callable[[str], object]
    ) -> Menu:
        menu = Menu(self._kit.theme, words, self.menu)
        for match in matches:
            menu.add(_plain(match.name)).triggered.connect(partial(act, match.name))
        return menu

    def _on_save(self) -> None:
        if (prepared := self._page.prepared) is None:
            return
        imports = self._imports
        name = self._page.request.path.stem

        def save(text: str) -> None:
            self._write(lambda _ticket: imports.save_match(text, prepared))

        self._ask(self.tr("Name of the match"), self.tr("Save"), name, save)

    def _on_rename(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        imports = self._imports

        def rename(text: str) -> None:
            self._write(lambda _ticket: imports.rename_match(name, text))

        self._ask(self.tr("Name of the match"), self.tr("Rename"), name, rename)

    def _remove(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        imports = self._imports
        self._write(lambda _ticket: imports.remove_match(name))

    def _ask(self, title: str, act: str, text: str, answer: Callable[[str], None]) -> None:
        dialog = AskDialog(self._kit.theme, title, act, text=text, parent=self._page)
        dialog.answered.connect(answer)
        dialog.open()

    def _write(self, task: Callable[[Ticket], object]) -> None:
        self._kit.runner.write(task)


def _plain(name: str) -> str:
    """Return a name as a menu shows it: an & is no key in it."""
    return name.replace("&", "&&")
