"""Steps of the self-test that need no page: older files, passwords, signatures, charts, paper."""

from __future__ import annotations

import base64
import gzip
import json
import warnings
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

import resources
from app.bootstrap import open_core
from app.errors import UpdateError, UpdateProblem, WrongPasswordError
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from app.shapes.reports import (
    Report,
    ReportAsk,
    ReportChart,
    ReportColumn,
    ReportRow,
    ReportSeries,
)
from app.updating.manifest import read_manifest
from ui.tour import now

if TYPE_CHECKING:
    from app.bootstrap import Core
    from ui.common.kit import Kit

PROOFS = "proofs"  # the folder the built program has of these files; a checkout has its tests' own
CHART = (480, 300)  # px
PRINTED = 60  # contacts, several pages


def expect(true: bool, otherwise: str) -> None:  # noqa: FBT001
    """Raise an error that says what is wrong unless it is true."""
    if not true:
        raise AssertionError(otherwise)


def colours(picture: QImage) -> int:
    """Return how many different colours are in a picture, looking at every third pixel."""
    step = 1 if picture.width() < 100 else 3
    return len(
        {
            picture.pixel(x, y)
            for x in range(0, picture.width(), step)
            for y in range(0, picture.height(), step)
        }
    )


def proofs() -> Path:
    """Return the folder of shops of every revision and of files no program of ours can write."""
    built = resources.path(PROOFS)
    return built if built.is_dir() else resources.ROOT.parent / "tests" / "data"


def migrate_older_shops(place: Path) -> str:
    """Open a shop of every earlier revision; all that is in it must be found and in order."""
    seen = []
    for packed in sorted(proofs().glob("shop-*.dangol.gz")):
        file = place / "older" / packed.stem
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(gzip.decompress(packed.read_bytes()))
        core = open_core(file, now=now)
        try:
            expect(core.contacts.count() > 0, f"{file.name} has lost its contacts")
            findings = core.care.check()
            expect(not findings, f"{file.name}: {findings}")
        finally:
            core.close()
        seen.append(file.stem.removeprefix("shop-"))
    expect(bool(seen), f"there are no older shops in {proofs()}")
    return f"{len(seen)} revisions, {seen[0]} to {seen[-1]}"


def lock_shop(place: Path) -> str:
    """Give a shop a password: nobody reads it without, nothing is lost with it."""
    from app.locking import is_locked, protect, unlock  # noqa: PLC0415 - its driver is tested here

    file, password = place / "locked.dangol", "단골 손님 비밀번호"
    core = open_core(file, now=now)
    letter = place / "동의서.txt"
    letter.write_text("동의합니다", encoding="utf-8")
    added = core.files.add(core.contacts.add(ContactForm(name="김민지")), letter)
    core.close()
    protect(file, password, None)
    expect(is_locked(file), "it is not locked")
    expect("김민지".encode() not in file.read_bytes(), "it can be read")
    beside = [path for path in file.with_name(f"{file.name}.files").rglob("*") if path.is_file()]
    readable = [path for path in beside if "동의".encode() in path.read_bytes()]
    expect(len(beside) == 1 and not readable, "its file can be read")
    try:
        unlock(file, "another password")
    except WrongPasswordError:
        core = open_core(file, now=now, key=unlock(file, password))
        try:
            expect(core.contacts.count() == 1, "the contact is lost")
            expect(bool(core.contacts.find("ㄱㅁㅈ").contacts), "it is not found")
            opened = core.files.copy_to_open(added).read_bytes()
            expect(opened == letter.read_bytes(), "its file is lost")
        finally:
            core.close()
        return "encrypted, opens with its password alone"
    raise AssertionError("it opens with another password")


def check_signatures() -> str:
    """Tell a manifest's good signature from a bad one, by the first example of RFC 8032."""
    key = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    good = bytes.fromhex(
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9"
        "b46bd25bf5f0595bbe24655141438e7a100b"
    )
    found = [problem_of("", signature, key) for signature in (good, good[::-1])]
    wanted = [UpdateProblem.NOT_A_MANIFEST, UpdateProblem.NOT_SIGNED]  # signed, but empty
    expect(found == wanted, f"the signatures are said to be {found}")
    return "a good one and a bad one"


def problem_of(text: str, signature: bytes, key: bytes) -> UpdateProblem | None:
    """Return what is wrong with a manifest."""
    signed = {"manifest": text, "signature": base64.b64encode(signature).decode()}
    try:
        read_manifest(json.dumps(signed).encode(), [key])
    except UpdateError as error:
        return error.problem
    return None


def import_old_workbook(core: Core) -> str:
    """Read an .xls as Excel wrote them until 2003."""
    prepared = core.imports.prepare(ImportRequest(path=proofs() / "people.xls"), Ticket())
    report = core.imports.run(prepared, Ticket())
    expect(report.read > 0, "no row was read")
    return f"{report.read} rows, {report.same} the same"


def korean_report() -> Report:
    """Return sales of a week, all words Korean."""
    days = tuple(date(2026, 5, day).isoformat() for day in range(4, 11))
    return Report(
        ask=ReportAsk(key="sales_by_period", first=days[0], last=days[-1]),
        title="요일별 매출",
        says="이번 주 매출은 지난주보다 많아요.",
        about="단골 고객의 판매",
        columns=(ReportColumn("day", "요일", "text"), ReportColumn("money", "매출", "money")),
        rows=tuple(
            ReportRow(day, (f"{name}요일", 120_000 + 35_000 * number))
            for number, (day, name) in enumerate(zip(days, "월화수목금토일", strict=True))
        ),
        chart=ReportChart("bar", series=(ReportSeries(1),)),
    )


def draw_chart(kit: Kit) -> str:
    """Draw a chart with Korean words for the window and for paper; no letter may be missing."""
    from ui.charts.canvas import Canvas  # noqa: PLC0415 - matplotlib, only where a chart is shown
    from ui.charts.look import look_of  # noqa: PLC0415
    from ui.printing.report_picture import picture_of  # noqa: PLC0415

    report, frame = korean_report(), QWidget()
    canvas = Canvas(frame)
    failed: list[bool] = []
    canvas.failed.connect(lambda: failed.append(True))
    canvas.resize(*CHART)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # matplotlib warns of a letter that no font has
        canvas.show_report(report, look_of(kit.theme, kit.formats))
        canvas.draw_now()
        expect(not failed, "the chart of the window cannot be drawn: the log says why")
        expect(colours(canvas.grab().toImage()) > 10, "the chart of the window is empty")
        paper = picture_of(report, kit.theme.tokens, kit.formats)
        expect(colours(paper) > 10, "the chart on paper is empty")
    frame.deleteLater()
    return f"window {canvas.width()}x{canvas.height()}, paper {paper.width()}x{paper.height()}"


def write_list(core: Core, kit: Kit, file: Path) -> str:
    """Write a list of contacts as pages, with the letters it needs inside."""
    from ui.printing.documents import ListDocument, Setting  # noqa: PLC0415
    from ui.printing.output import write_pdf  # noqa: PLC0415
    from ui.printing.paper import Ink  # noqa: PLC0415

    page = core.contacts.page("name", descending=False, offset=0, limit=PRINTED)
    ids = [contact.id for contact in page]
    people = core.exports.printed(ids, ticket=Ticket())
    setting = Setting(Ink(kit.theme.tokens), kit.formats, "a4", "")
    pages = write_pdf(ListDocument(people, setting), file, "단골", Ticket())
    content = file.read_bytes()
    expect(content.startswith(b"%PDF") and b"/FontFile" in content, "the letters are not in it")
    return f"{len(ids)} contacts, {pages} pages, {len(content)} bytes"
