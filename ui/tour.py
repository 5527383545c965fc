"""Pictures of every screen with the sample shop: light and dark, Korean and English."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from ui.common.growing_model import GrowingModel
from ui.common.state import WindowState
from ui.common.theme import Scheme
from ui.contacts.dialog import NewContactDialog
from ui.contacts.page import ContactsPage
from ui.contacts.quick_log import QuickLog
from ui.exchange.export_dialog import ExportDialog
from ui.exchange.plan import PlanPage
from ui.history.page import HistoryPage
from ui.printing.dialog import PrintDialog
from ui.program import Program
from ui.sample_files import write_workbook
from ui.trash.page import TrashPage
from ui.waiting import settle, wait_until

if TYPE_CHECKING:
    from app.bootstrap import Core

LARGE, SMALL = QSize(1440, 900), QSize(1024, 640)
LOOKS = [(s, code) for s in (Scheme.LIGHT, Scheme.DARK) for code in ("en", "ko")]
WHO = "김민지"
ROWS = 186  # of the file that is imported


def now() -> datetime:
    """Return the moment of the pictures: 09:20 in Seoul."""
    return datetime(2026, 5, 12, 0, 20, tzinfo=UTC)


def take_pictures(folder: Path) -> list[Path]:
    """Save a PNG of every screen into `folder`, made if it is not there; return their paths."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # nobody needs to see it happen
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError("pictures need an application with widgets")
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="dangol-tour-", ignore_cleanup_errors=True) as place:
        tour = Tour(application, Path(place), folder)
        try:
            return list(tour.pictures())
        finally:
            tour.close()


class Tour:
    """Leads one window through its screens."""

    def __init__(self, application: QApplication, place: Path, folder: Path) -> None:
        self._folder = folder
        self._place = place
        self._shop = place / "shop.db"
        self._file = place / "봄날_고객명단_2026.xlsx"
        write_workbook(self._file, ROWS)
        make_sample_shop(self._shop)
        self._program = Program(
            application, self._shop, now=now, zone=ZoneInfo("Asia/Seoul"),
            state=WindowState(place / "window.ini"),
        )  # fmt: skip

    def pictures(self) -> Iterator[Path]:
        """Yield the path of each picture once it is saved."""
        program, window = self._program, self._program.window
        program.kit.theme.use(reduced_motion=True)
        program.start()
        wait_until(lambda: program.is_open)
        window.activateWindow()
        for scheme, code in LOOKS:
            self._wear(scheme, code)
            for size in (LARGE, SMALL):
                self._resize(size)
                yield from self._contacts()
                yield from self._plan()
            self._resize(LARGE)
            yield from self._aside()
            yield from self._one_contact()
            yield from self._many()
            yield from self._floating()
            yield from self._dialogs()
        yield from self._trouble()
        yield from self._welcome()

    def close(self) -> None:
        """Close window and shop."""
        self._program.window.close()
        self._program.close()
        settle()

    def _contacts(self) -> Iterator[Path]:
        page = self._program.window.page()
        if not isinstance(page, ContactsPage):
            return
        page.search.set_text("")
        wait_until(lambda: page.model.is_whole)
        found, _more = self._core_search(WHO)
        page.select(found[0])
        page.table.setFocus()
        settle()
        yield self._save("contacts")
        page.search.set_text("ㄱㅁ")
        wait_until(lambda: not page.model.is_whole)
        settle()
        yield self._save("search")
        page.search.set_text("")
        wait_until(lambda: page.model.is_whole)

    def _plan(self) -> Iterator[Path]:
        window = self._program.window
        window.files_dropped.emit([self._file])
        plan = window.findChild(PlanPage)
        if plan is None:
            return
        wait_until(plan.import_button.isEnabled)
        settle()
        yield self._save("import")
        plan.dismissed.emit()
        settle()

    def _aside(self) -> Iterator[Path]:
        window = self._program.window
        menus = window.menus
        for name, action in (
            ("history", menus.history_action),
            ("imports", menus.imports_action),
            ("trash", menus.trash_action),
            ("settings", menus.settings_action),
        ):
            action.trigger()
            page = window.page()
            if isinstance(page, HistoryPage | TrashPage):
                wait_for(page.model)
            settle(150)
            yield self._save(name)
        window.open_page(0)

    def _one_contact(self) -> Iterator[Path]:
        window, page = self._program.window, self._contacts_page()
        found, _more = self._core_search(WHO)
        page.select(found[0])
        page.full_asked.emit(found[0])
        settle(200)
        yield self._save("contact")
        window.open_page_of(page)

    def _many(self) -> Iterator[Path]:
        """Show a smart list in low rows, some of them checked, the panel folded."""
        page = self._contacts_page()
        rows = page.model
        page.show_list(self._core().segments.all()[-1])
        wait_until(lambda: not rows.is_whole)
        page.toggle_detail()
        page.head.compact_button.setChecked(True)
        rows.check([i for i in map(rows.id_at, (1, 2, 4)) if i is not None], on=True)
        settle(200)
        yield self._save("bulk")
        rows.uncheck_all()
        page.head.compact_button.setChecked(False)
        page.toggle_detail()
        page.show_everybody()
        wait_until(lambda: rows.is_whole)

    def _floating(self) -> Iterator[Path]:
        palette = self._program.palette
        if palette is None:
            return
        palette.open()
        palette.field.setText("김민")
        settle(300)
        yield self._save("palette")
        palette.close()
        settle()

    def _dialogs(self) -> Iterator[Path]:
        window, page = self._program.window, self._contacts_page()
        page.make_new()
        dialog = window.findChild(NewContactDialog)
        if dialog is not None:
            dialog.name.setText("김민지")
            dialog.phone.setText("010-0142-3377")
            settle(400)
            yield from self._dialog("new-contact", dialog)
        window.menus.log_action.trigger()
        yield from self._dialog("quick-log", window.findChild(QuickLog))
        page.print_asked.emit([page.selected_id()])
        yield from self._dialog("print", window.findChild(PrintDialog))
        window.menus.export_action.trigger()
        yield from self._dialog("export", window.findChild(ExportDialog))

    def _dialog(self, name: str, dialog: QDialog | None) -> Iterator[Path]:
        if dialog is None:
            return
        settle(200)
        yield self._save(name, dialog)
        dialog.reject()
        settle()

    def _welcome(self) -> Iterator[Path]:
        program = self._program
        opened: list[bool] = []
        program.opened.connect(lambda: opened.append(True))
        program.open_other(self._place / "empty.db")
        wait_until(lambda: opened)
        for scheme, code in LOOKS:
            self._wear(scheme, code)
            settle(100)
            yield self._save("welcome")

    def _contacts_page(self) -> ContactsPage:
        page = self._program.window.findChild(ContactsPage)
        if page is None:
            raise RuntimeError("no shop is open")
        return page

    def _core(self) -> Core:
        if self._program.core is None:
            raise RuntimeError("no shop is open")
        return self._program.core

    def _trouble(self) -> Iterator[Path]:
        program = self._program
        program.close()
        spoil(self._shop)
        missed: list[bool] = []
        program.not_opened.connect(lambda: missed.append(True))
        program.open_shop()
        wait_until(lambda: missed)
        for scheme, code in LOOKS:
            self._wear(scheme, code)
            yield self._save("damaged-shop")

    def _wear(self, scheme: Scheme, code: str) -> None:
        self._program.kit.theme.use(scheme)
        self._program.kit.language.use(code)
        settle()

    def _resize(self, size: QSize) -> None:
        self._program.window.resize(size)
        settle()

    def _core_search(self, text: str) -> tuple[list[int], bool]:
        core = self._program.core
        if core is None:
            return [], False
        ids, more = core.contacts.search(text)
        return list(ids), more

    def _save(self, what: str, over: QDialog | None = None) -> Path:
        kit, window = self._program.kit, self._program.window
        if over is None and not window.isActiveWindow():
            window.activateWindow()
            settle()
        look = kit.theme.scheme.value + ("-ko" if kit.language.code == "ko" else "")
        path = self._folder / f"{what}-{look}-{window.width()}x{window.height()}.png"
        picture = window.grab()
        if over is not None:
            put_over(picture, over)
        picture.save(str(path))
        return path


def wait_for(model: GrowingModel) -> None:
    """Let a list be read and painted."""
    wait_until(lambda: model.is_read)
    settle()


def put_over(picture: QPixmap, dialog: QWidget) -> None:
    """Paint a dialog onto the middle of the picture of its window."""
    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 90))
    left = (picture.width() - dialog.width()) // 2
    painter.drawPixmap(left, (picture.height() - dialog.height()) // 2, dialog.grab())
    painter.end()


def make_sample_shop(path: Path, *, people: int | None = None) -> None:
    """Make the sample shop of the pictures, the same each time, with a backup beside it."""
    from app.bootstrap import open_core  # noqa: PLC0415 - not before it is needed
    from app.demo import fill  # noqa: PLC0415
    from app.jobs import Ticket  # noqa: PLC0415

    core = open_core(path, now=now, randomness=random.Random(1))
    try:
        fill(core, people=people, seed=1, ticket=Ticket())
        moment = now().timestamp()
        os.utime(core.care.back_up(), (moment, moment))
    finally:
        core.close()


def spoil(path: Path) -> None:
    """Damage a shop's file as a bad disk would."""
    for extra in ("-wal", "-shm"):
        path.with_name(path.name + extra).unlink(missing_ok=True)
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\x5a" * 200_000)
