"""Calendar files and paper from the window."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Core
from app.shapes.tasks import TaskForm
from ui.calendar.files import CalendarFiles
from ui.calendar.keeper import CalendarKeeper
from ui.common.bridge import ChangeBridge
from ui.common.kit import Kit
from ui.printing.calendars import CalendarPrinting
from ui.printing.documents import Document
from ui.printing.paper import page_rect


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1024, 768)
    window.show()
    return window


def test_a_calendar_is_written_and_brought_in(
    qtbot: QtBot, kit: Kit, core: Core, window: QWidget, tmp_path: Path
):
    core.tasks.add(TaskForm(title="Call", due_at="2026-05-14T15:00"))
    files = CalendarFiles(kit, core.calendar_files, window)
    with qtbot.waitSignal(files.told) as told:
        files.write(tmp_path / "mine")
    assert told.args == ["1 task is in mine.ics.", None]
    with qtbot.waitSignal(files.told) as told:
        files.bring_in(tmp_path / "mine.ics")
    assert told.args == ["0 added, 1 there already.", None]
    (tmp_path / "odd.ics").write_text("Name,Phone\n")
    with qtbot.waitSignal(files.told) as told:
        files.bring_in(tmp_path / "odd.ics")
    assert told.args == ["“odd.ics” is not a calendar file: those end in .ics.", None]


def test_a_folder_is_asked_for_and_its_file_follows_changes(
    qtbot: QtBot, kit: Kit, core: Core, bridge: ChangeBridge, window: QWidget, tmp_path: Path
):
    files = CalendarFiles(kit, core.calendar_files, window)
    keeper = CalendarKeeper(kit, core.calendar_files, core.notices, bridge, window)
    files.kept.connect(keeper.write)
    with qtbot.waitSignal(keeper.written) as told:
        files.keep(tmp_path)
    assert told.args[0].outcome == "written"
    core.tasks.add(TaskForm(title="Order wire", due_at="2026-05-14"))
    with qtbot.waitSignal(keeper.written, timeout=10_000):
        pass  # some seconds after the change, by itself
    assert "Order wire" in (tmp_path / "dangol.ics").read_text("utf-8")
    with qtbot.waitSignal(files.told):
        files.leave()
    assert core.calendar_files.kept() is None


def test_a_folder_that_is_gone_is_told_as_a_notice(
    qtbot: QtBot, kit: Kit, core: Core, bridge: ChangeBridge, window: QWidget, tmp_path: Path
):
    folder = tmp_path / "cloud"
    folder.mkdir()
    core.calendar_files.keep(folder)
    folder.rmdir()
    keeper = CalendarKeeper(kit, core.calendar_files, core.notices, bridge, window)
    with qtbot.waitSignal(keeper.noticed):
        keeper.write()
    assert [one.code for one in core.notices.all()] == ["calendar.missing"]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("whole_month", [True, False])
def test_a_month_and_a_week_go_on_paper(
    qtbot: QtBot, kit: Kit, core: Core, window: QWidget, tmp_path: Path,
    language: str, whole_month: bool,
):  # fmt: skip
    for number in range(30):
        core.tasks.add(TaskForm(title=f"Order {number}", due_at="2026-05-14T15:00"))
    kit.language.use(language)
    first = date(2026, 4, 26) if whole_month else date(2026, 5, 10)
    last = first + timedelta(days=41 if whole_month else 6)
    printing = CalendarPrinting(kit, lambda: "봄날 꽃집", window)
    month = date(2026, 5, 1) if whole_month else None
    dialog = printing.ask(core.agenda.days(first, last), first, last, month)
    assert dialog.document is not None
    file = tmp_path / "calendar.pdf"
    with qtbot.waitSignal(dialog.delivery.ended):
        dialog.delivery.save(dialog.document, file)
    assert file.read_bytes().startswith(b"%PDF")
    dark = [ink_on(dialog.document, page) for page in range(dialog.document.page_count)]
    assert len(dark) == 1
    assert min(dark) > 500
    dialog.reject()


def ink_on(document: Document, page: int) -> int:
    """How many points of a page are dark."""
    sheet = page_rect(document.paper)
    image = QImage(420, 594, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(420 / sheet.width(), 594 / sheet.height())
    document.paint(painter, page)
    painter.end()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return sum(image.pixelColor(x, y).lightness() < 160 for x, y in points)
