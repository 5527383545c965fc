"""Every reader of Dangol and what must hold of it: the first word of a file's name tells which."""

import json
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import fields
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy.exc import IntegrityError

from app import care
from app.bootstrap import Core, open_core
from app.errors import UserError
from app.jobs import Ticket
from app.locking import is_locked, unlock
from app.moving import as_backup, look_at
from app.ops import Op
from app.pictures import Picture
from app.pictures import look_at as look_at_picture
from app.quick_line import read_line
from app.repeat_rules import Rule
from app.settings import PINS
from app.shapes.contacts import ContactForm
from app.shapes.filters import Filter
from app.shapes.imports import ImportReport, ImportRequest
from app.shapes.reports import ReportAsk, ReportPlan
from app.shapes.understood import KnownPerson
from app.understanding.line import understand
from app.updating.manifest import parts_of, read_manifest
from app.updating.record import Record, RecordFile
from app.words import describe
from db.cipher import MARK, salt_of
from tests.app.updating_parts import KEY, PUBLIC, signed
from tests.fuzz.reader import promise, read_rows

PASSWORD = "봄날의 꽃집 2026"  # of the locked files
CHEAP = 10  # what guessing a password may cost here
LONGEST = 2_000  # letters of a typed line
NOW = datetime(2026, 5, 12, 9, 20)
TODAY, DAYS = NOW.date(), timedelta(days=400)
ASK = ReportAsk(key="", first="2026-01-01", last="2026-05-12")
PLAN = ReportPlan(name="나만의 보고서", rows="month", measure="revenue")
Reader = Callable[[Path, int], str]


def read(path: Path, seed: int) -> str:
    """Read a file; return its fate in a word. Raises what a reader must not raise."""
    word = path.name.partition(".")[0].partition("-")[0]
    if word not in READERS:
        return read_rows(path, seed)
    try:
        return f"{word}: {READERS[word](path, seed)}"
    except UserError as error:
        for language in ("ko", "en"):
            promise(describe(error, language), "a sentence that says why")
        told = getattr(error, "problem", None) or getattr(error, "reason", None)
        return f"{word}: {told or type(error).__name__}"


class _Shops:
    """One shop for each folder, with somebody in it."""

    def __init__(self) -> None:
        self._open: dict[Path, Core] = {}

    def beside(self, path: Path) -> Core:
        if path.parent not in self._open:
            core = open_core(path.parent / "shop" / "fuzzed.db")
            core.contacts.add(
                ContactForm(name="김민지", phone="010-0142-3377", email="minji@example.com")
            )
            self._open[path.parent] = core
        return self._open[path.parent]


SHOPS = _Shops()


class Book:
    """Whoever is asked for is in it, as far as the words hold a name."""

    def like(self, words: str) -> tuple[KnownPerson, ...]:
        return (KnownPerson("김민지", 1),) if "민지" in words else ()


def _cards(path: Path, _seed: int) -> str:
    core = SHOPS.beside(path)
    prepared = core.imports.prepare(ImportRequest(path=path), Ticket())
    _adds_up(core.imports.rehearse(prepared, Ticket()))
    return "read"


def _sales(path: Path, _seed: int) -> str:
    core = SHOPS.beside(path)
    prepared = core.sale_imports.prepare(ImportRequest(path=path), Ticket())
    _adds_up(core.sale_imports.rehearse(prepared, Ticket()))
    return "read"


def _adds_up(report: ImportReport) -> None:
    ends = report.added + report.updated + report.same + report.skipped + report.failed
    promise(report.read == ends, f"an end for each of {report.read} rows, not for {ends}")


@contextmanager
def _taken_back(core: Core):
    """Leave the shop as it was."""
    before = core.history.entries(limit=1)[0].change_set
    yield
    if core.history.entries(limit=1)[0].change_set != before:
        core.history.undo()


def _enquiries(path: Path, _seed: int) -> str:
    core = SHOPS.beside(path)
    seen = core.enquiries.inspect_file(path)
    with _taken_back(core):
        report = core.enquiries.import_file(path)
        ends = report.added + report.known + len(report.failed)
        promise(ends >= seen.rows, f"an end for each of {seen.rows} rows, not for {ends}")
        core.enquiries.page()
    return "read"


def _calendar(path: Path, _seed: int) -> str:
    core = SHOPS.beside(path)
    with _taken_back(core):
        report = core.calendar_files.bring_in(path, Ticket())
        core.agenda.days(TODAY, TODAY + DAYS)  # what came in can be shown
    return "read" if report.read else "nothing in it"


def _line(path: Path, _seed: int) -> str:
    text = path.read_bytes().decode("utf-8", "replace")[:LONGEST]
    told = understand(text, NOW, book=Book())
    end = 0
    for piece in sorted(told.pieces, key=lambda one: one.start):
        promise(end <= piece.start <= piece.end <= len(text), "pieces that share no letter")
        end = piece.end
    for day in (told.start, told.due):
        promise(not day or datetime.fromisoformat(day), "days of the calendar")
    if told.repeat:
        Rule.read(told.repeat.rule)
    found = read_line(text, TODAY)
    promise(found.follow_up is None or isinstance(found.follow_up.on, date), "a day")
    return "understood" if told.pieces else "nothing in it"


def _filter(path: Path, _seed: int) -> str:
    core = SHOPS.beside(path)
    wanted = Filter.from_json(path.read_bytes().decode("utf-8", "replace"))
    promise(core.contacts.count_filtered(wanted) == len(core.contacts.filtered(wanted)), "a count")
    return "read"


def _plan(path: Path, _seed: int) -> str:
    """A plan somebody spoilt, or a newer Dangol wrote: the page of reports goes on without it."""
    core, text = SHOPS.beside(path), path.read_bytes().decode("utf-8", "replace")
    kept = core.own_reports.add(PLAN)
    try:
        with core.store.action(Op.EDIT_REPORT, name=PLAN.name) as unit:
            unit.own_reports.get(kept).plan = text
    except IntegrityError:
        core.own_reports.remove([kept])
        return "no JSON"
    try:
        core.own_reports.all()
        core.reports.dashboards("ko")
        core.reports.make(ASK.of(f"own:{kept}"), "ko")
    finally:
        core.own_reports.remove([kept])
    return "read"


def _manifest(path: Path, _seed: int) -> str:
    return _told(path.read_bytes())


def _signed(path: Path, _seed: int) -> str:
    """What a publisher signed by mistake: the signature is good."""
    return _told(signed(path.read_bytes().decode("utf-8", "replace"), KEY))


def _told(raw: bytes) -> str:
    told = read_manifest(raw, [PUBLIC])
    parts_of(told.version)
    for language in ("ko", "en"):
        promise(isinstance(told.note(language), str), "a text of what is new")
    return "read"


def _record(path: Path, _seed: int) -> str:
    folder = path.parent / "updates"
    folder.mkdir(exist_ok=True)
    (folder / "record.json").write_bytes(path.read_bytes())
    told = RecordFile(folder).read()
    for field in fields(Record):
        promise(type(getattr(told, field.name)) is type(field.default), f"{field.name} of its kind")
    return "empty" if told == Record() else "read"


def _pins(path: Path, _seed: int) -> str:
    core = SHOPS.beside(path)
    core.settings.put(PINS, path.read_bytes().decode("utf-8", "replace"))
    core.pins.who("1234")
    return "read" if core.pins.holders() else "nobody's"


def _move(path: Path, _seed: int) -> str:
    packed = look_at(path)
    promise(packed.number, "a number")
    json.dumps(packed.settings)
    with as_backup(path) as backup:
        return _restored(backup)


def _backup(path: Path, _seed: int) -> str:
    care.contents_of(path)
    return _restored(path)


def _locked(path: Path, _seed: int) -> str:
    salt = salt_of(path)
    if salt is None:
        promise(not is_locked(path), "no password where there is no salt")
        return _backup(path, _seed)
    if salt[len(MARK)] > CHEAP:
        return "dear"  # it is read, but takes its time on purpose
    key = unlock(path, PASSWORD)
    care.contents_of(path, key)
    return _restored(path, key)


def _restored(backup: Path, key: object = None) -> str:
    """Put a backup in place; what does so must open and be whole as far as SQLite tells."""
    shop = backup.parent / "restored" / "shop.db"
    for old in shop.parent.glob("**/*"):
        if old.is_file():
            old.unlink()
    care.restore(backup, shop, key=key)
    core = open_core(shop, key=key)
    try:
        core.contacts.count()
        found = core.care.check()
    finally:
        core.close()
    return "restored, and the check tells" if found else "restored"


def _picture(path: Path, _seed: int) -> str:
    found = look_at_picture(path.read_bytes())
    promise(found is None or isinstance(found, Picture), "a picture or none")
    return "read" if found else "no picture"


READERS: dict[str, Reader] = {
    "cards": _cards, "sales": _sales, "enquiries": _enquiries, "calendar": _calendar,
    "line": _line, "filter": _filter, "plan": _plan, "manifest": _manifest, "signed": _signed,
    "record": _record, "pins": _pins, "move": _move, "backup": _backup, "closed": _locked,
    "picture": _picture,
}  # fmt: skip
