"""Proof that every part of the installed program works, in a folder of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.holidays import holidays_of
from app.jobs import Ticket
from app.repeat_rules import Rule
from app.repeating import first_on
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from app.updating.preparing import UNSEEN
from ui.common.state import WindowState
from ui.common.theme import Scheme
from ui.contacts.page import ContactsPage
from ui.exchange.plan import PlanPage
from ui.exchange.result import ResultPage
from ui.out_of_sight import OutOfSight
from ui.program import Program
from ui.sample_files import write_korean_csv, write_workbook
from ui.selftest_parts import (
    check_signatures,
    colours,
    draw_chart,
    expect,
    import_old_workbook,
    lock_shop,
    migrate_older_shops,
    write_list,
)
from ui.tour import make_sample_shop, now
from ui.waiting import settle, wait_until

if TYPE_CHECKING:
    from app.bootstrap import Core

CONTACTS = 1  # after Home
PEOPLE = 200
ROWS = 40
WORDS = "단골 고객 김민지"


@dataclass(frozen=True, slots=True)
class Result:
    """One step of the test; `detail` says what was seen, or why it failed."""

    name: str
    passed: bool
    detail: str


def run_selftest() -> list[Result]:
    """Run every step, also after one has failed; touches nothing but a temporary folder."""
    if QApplication.instance() is None and not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QApplication.instance() or QApplication([])
    if not isinstance(application, QApplication):
        raise TypeError("the self-test needs an application with widgets")
    if os.environ.get(UNSEEN):
        OutOfSight(application)
    with TemporaryDirectory(prefix="dangol-selftest-", ignore_cleanup_errors=True) as place:
        test = SelfTest(application, Path(place))
        try:
            return [guarded(name, step) for name, step in test.steps().items()]
        finally:
            test.close()


def lines_of(results: Sequence[Result]) -> list[str]:
    """Return what to print of them: a line each."""
    return [f"{'ok' if r.passed else 'FAILED'}  {r.name}  {r.detail}".rstrip() for r in results]


def prove(out: Path | None) -> int:
    """Run every step, tell a line each, in a file where one is named; return the exit code.

    A windowed program has no console on Windows: without a file it tells by its code alone.
    """
    results = run_selftest()
    told = "\n".join(lines_of(results)) + "\n"
    if out is not None:
        out.write_text(told, encoding="utf-8")
    elif sys.stdout is not None:
        sys.stdout.write(told)
    return 0 if all(result.passed for result in results) else 1


def has_screen() -> bool:
    """Tell whether a window can be shown; on Linux that takes a display."""
    return os.name == "nt" or any(os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY"))


def guarded(name: str, step: Callable[[], str]) -> Result:
    """Run one step; whatever it raises is its result."""
    try:
        return Result(name, passed=True, detail=step())
    except Exception as error:
        return Result(name, passed=False, detail=f"{type(error).__name__}: {error}")


class SelfTest:
    """One window on one sample shop, led through everything."""

    def __init__(self, application: QApplication, place: Path) -> None:
        self._place = place
        self._shop = place / "shop.db"
        self._program = Program(
            application, self._shop, now=now, state=WindowState(place / "window.ini")
        )

    def steps(self) -> dict[str, Callable[[], str]]:
        """Return every step by name, in order; each returns what it saw."""
        return {
            "sample shop": self._make_shop,
            "window": self._open_window,
            "icons": self._icons,
            "korean font": self._korean_font,
            "language": self._language,
            "import xlsx": self._import_workbook,
            "import xls": lambda: import_old_workbook(self._core()),
            "import cp949 csv": self._import_csv,
            "search": self._search,
            "undo": self._undo,
            "holidays": self._holidays,
            "export xlsx": lambda: self._export("people.xlsx"),
            "export csv": lambda: self._export("people.csv"),
            "export calendar": self._export_calendar,
            "chart": lambda: draw_chart(self._program.kit),
            "pdf": lambda: write_list(self._core(), self._program.kit, self._place / "people.pdf"),
            "older shops": lambda: migrate_older_shops(self._place),
            "password": lambda: lock_shop(self._place),
            "signatures": check_signatures,
            "check": self._check,
            "backup and restore": self._back_up_and_restore,
        }

    def close(self) -> None:
        """Close window and shop."""
        self._program.window.close()
        self._program.close()
        settle()

    def _make_shop(self) -> str:
        make_sample_shop(self._shop, people=PEOPLE)
        return f"{PEOPLE} contacts"

    def _open_window(self) -> str:
        program = self._program
        program.start()
        wait_until(lambda: program.is_open)
        program.window.open_page(CONTACTS)
        page = self._page()
        wait_until(lambda: page.model.rowCount() > 0)
        settle()
        picture = program.window.grab().toImage()
        expect(colours(picture) > 50, "the window is empty")
        return f"{page.model.rowCount()} rows, {picture.width()}x{picture.height()}"

    def _icons(self) -> str:
        theme = self._program.kit.theme
        names = ("users-round", "search", "upload", "plus", "undo-2", "triangle-alert")
        for name in names:
            picture = theme.icon(name).pixmap(16, 16).toImage()
            expect(colours(picture) > 1, f"icon {name} is empty")
        return f"{len(names)} icons"

    def _korean_font(self) -> str:
        font = self._program.kit.theme.font("body")
        pictures = {word: painted(word, font) for word in (*WORDS, "\uf8ff")}
        missing = pictures.pop("\uf8ff")  # what a letter looks like that no font has
        for word, picture in pictures.items():
            if word.strip():
                expect(colours(picture) > 1, f"{word!r} paints nothing")
                expect(picture != missing, f"{word!r} is not in the font")
        return font.families()[0]

    def _language(self) -> str:
        kit, page = self._program.kit, self._page()
        kit.language.use("ko")
        korean = page.title()
        kit.language.use("en")
        expect(korean == "고객", f"the Korean texts are missing: {korean}")
        kit.theme.use(Scheme.DARK)
        kit.theme.use(Scheme.LIGHT)
        return korean

    def _import_workbook(self) -> str:
        file = self._place / "고객명단.xlsx"
        write_workbook(file, ROWS)
        window, page = self._program.window, self._page()
        before = self._core().contacts.count()
        window.files_dropped.emit([file])
        plan = window.findChild(PlanPage)
        expect(plan is not None, "no plan was shown")
        if plan is not None:
            wait_until(plan.import_button.isEnabled)
            plan.import_button.click()
        wait_until(lambda: self._core().contacts.count() > before)
        wait_until(lambda: page.model.rowCount() > before)
        wait_until(lambda: window.findChild(ResultPage) is not None)
        window.take_away()
        return f"{self._core().contacts.count() - before} added"

    def _import_csv(self) -> str:
        file = self._place / "고객명단.csv"
        write_korean_csv(file, ROWS)
        imports = self._core().imports
        prepared = imports.prepare(ImportRequest(path=file), Ticket())
        report = imports.run(prepared, Ticket())
        expect(report.encoding == "cp949", f"read as {report.encoding}")
        expect(report.read == ROWS, f"{report.read} rows of {ROWS}")
        return f"{report.encoding}, {report.same} the same, {report.updated} updated"

    def _search(self) -> str:
        page = self._page()
        self._core().contacts.add(ContactForm(name="독고영재", phone="010-0199-4321"))
        for text in ("독고", "ㄷㄱㅇㅈ", "4321"):
            page.search.set_text(text)
            wait_until(lambda: not page.model.is_whole and page.model.rowCount() > 0)
            ids, _more = self._core().contacts.search(text)
            names = {row.name for row in self._core().contacts.rows(ids).values()}
            expect("독고영재" in names, f"{text} does not find 독고영재")
        page.search.set_text("")
        wait_until(lambda: page.model.is_whole)
        return "name, initial consonants, digits"

    def _undo(self) -> str:
        count = self._core().contacts.count()
        self._core().history.undo()
        expect(self._core().contacts.count() == count - 1, "undo took nothing back")
        self._core().history.redo()
        expect(self._core().contacts.count() == count, "redo brought nothing back")
        return "undone and done again"

    def _holidays(self) -> str:
        day = date(2026, 9, 25)
        named = {
            language: dict(holidays_of("KR", day.year, language)).get(day, "")
            for language in ("ko", "en")
        }
        expect(named["ko"].startswith("추석"), f"it is called {named['ko']!r} in Korean")
        expect("Chuseok" in named["en"], f"it is called {named['en']!r} in English")
        third_friday = first_on(Rule.read("FREQ=MONTHLY;BYDAY=3FR"), day)
        expect(third_friday is not None and third_friday.on == date(2026, 10, 16), "no repeat")
        return ", ".join(named.values())

    def _export(self, name: str) -> str:
        file = self._place / name
        written = self._core().exports.people(file, exact=False, ticket=Ticket())
        expect(written == self._core().contacts.count(), f"{written} written")
        expect(file.stat().st_size > 1000, "the file is empty")
        return f"{written} contacts, {file.stat().st_size} bytes"

    def _export_calendar(self) -> str:
        file = self._place / "calendar.ics"
        written = self._core().calendar_files.write(file, Ticket())
        found = file.read_bytes().count(b"BEGIN:VEVENT") + file.read_bytes().count(b"BEGIN:VTODO")
        expect(found > 0, "the file is empty")
        return f"{written} entries, {found} in the file"

    def _check(self) -> str:
        findings = self._core().care.check()
        expect(not findings, str(findings))
        return "in order"

    def _back_up_and_restore(self) -> str:
        from app.bootstrap import open_core  # noqa: PLC0415 - part of what is tested
        from app.care import restore  # noqa: PLC0415

        count = self._core().contacts.count()
        backup = self._core().care.back_up(self._place / "backups")
        other = self._place / "restored" / "shop.db"
        restore(backup, other)
        core = open_core(other, now=now)
        try:
            expect(core.contacts.count() == count, f"{core.contacts.count()} of {count} restored")
        finally:
            core.close()
        return f"{count} contacts"

    def _core(self) -> Core:
        core = self._program.core
        if core is None:
            raise RuntimeError("no shop is open")
        return core

    def _page(self) -> ContactsPage:
        page = self._program.window.page()
        if not isinstance(page, ContactsPage):
            raise RuntimeError("the contacts page is not open")  # noqa: TRY004 - a state, no type
        return page


def painted(letter: str, font: QFont) -> QImage:
    """Return a picture of one letter, black on white."""
    picture = QImage(40, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.setFont(font)
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return picture
