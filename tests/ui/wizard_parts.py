"""What the tests of the wizard have in common: dropping a file, waiting for its plan, choosing."""

import csv
import io
import os
import tempfile
from pathlib import Path

from msoffcrypto.format.ooxml import OOXMLFile
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from db.staging import PREFIX
from ui.common.widgets.label import Label
from ui.exchange.plan import PlanPage
from ui.exchange.result import ResultPage

LEFT = Qt.MouseButton.LeftButton
WAIT = 20_000  # ms
KINDS = ("added", "updated", "doubtful", "problems")


def drop(window, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    actions, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    place = QPoint(500, 400)
    QApplication.sendEvent(window, QDragEnterEvent(place, actions, data, LEFT, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), actions, data, LEFT, none))


def plan_of(program):
    """The plan that is in front, or None."""
    pages = program.window.findChildren(PlanPage)
    return next((page for page in reversed(pages) if page.isVisible()), None)


def dropped(program, path):
    """Drop a file on the window; its plan, still being read."""
    drop(program.window, path)
    return plan_of(program)


def planned(qtbot, program, path):
    """Drop a file and wait until it can be imported."""
    program.window.activateWindow()
    plan = dropped(program, path)
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=WAIT)
    shown, columns = plan.columns, plan.prepared.mapping.columns
    qtbot.waitUntil(lambda: len(shown.rows) == len(columns), timeout=WAIT)
    return plan


def imported(qtbot, program, plan):
    """Import what is planned; the page of the result."""
    qtbot.waitUntil(plan.import_button.isEnabled, timeout=WAIT)
    plan.import_button.click()
    qtbot.waitUntil(lambda: result_of(program) is not None, timeout=60_000)
    return result_of(program)


def result_of(program):
    pages = program.window.findChildren(ResultPage)
    return next((page for page in reversed(pages) if page.isVisible()), None)


def counts(plan, kinds=KINDS):
    return {kind: plan.outcome.count_of(kind) for kind in kinds}


def targets(plan):
    """Header -> the field it goes to, as the lists of the plan show it."""
    return {row.shown.match.header: row.target.currentData() for row in plan.columns.rows}


def choose(qtbot, combo, data):
    """Choose an entry of a list with the keyboard alone."""
    combo.setFocus()
    while combo.currentData() != data:
        before = combo.currentIndex()
        below = combo.findData(data) > before
        qtbot.keyClick(combo, Qt.Key.Key_Down if below else Qt.Key.Key_Up)
        assert combo.currentIndex() != before


def write_rows(path, *rows, encoding="utf-8", delimiter=","):
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def write_book(path, sheets, password=None):
    """Write a workbook of {sheet: rows}, with a password where one is given."""
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    content = file.getvalue()
    if password is not None:
        locked = io.BytesIO()
        OOXMLFile(io.BytesIO(content)).encrypt(password, locked)
        content = locked.getvalue()
    path.write_bytes(content)
    return path


def said(widget):
    """Every word in a part of the window."""
    return " ".join(label.text() for label in widget.findChildren(Label))


def staged():
    """The staging folders of this process in the temporary folder."""
    return set(Path(tempfile.gettempdir()).glob(f"{PREFIX}{os.getpid()}-*"))
