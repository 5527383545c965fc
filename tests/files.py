"""Files as shops have them, brought in through the services the window uses."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from app.bootstrap import Core
from app.jobs import Ticket
from app.shapes.contacts import ContactDetail
from app.shapes.imports import ImportReport, ImportRequest
from app.words import reason_words

COUNTS = ("read", "added", "updated", "same", "skipped", "failed")


def write_csv(
    path: Path, rows: Iterable[Sequence[object]], *, encoding: str = "utf-8", delimiter: str = ","
) -> Path:
    with path.open("w", newline="", encoding=encoding) as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def write_xlsx(path: Path, sheets: dict[str, Sequence[Sequence[object]]]) -> Path:
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def read_csv(path: Path, encoding: str = "utf-8") -> list[list[str]]:
    with path.open(newline="", encoding=encoding) as file:
        return list(csv.reader(file))


def read_xlsx(path: Path) -> list[list[object]]:
    from openpyxl import load_workbook

    book = load_workbook(path)
    rows = [list(row) for row in book.active.iter_rows(values_only=True)]
    book.close()
    return rows


def bring_in(core: Core, path: Path, *, dry: bool = False, **options: object) -> ImportReport:
    """Import a file; whatever comes of it, the rows add up and every reason has its words."""
    prepared = core.imports.prepare(ImportRequest(path=path, **options), Ticket())
    report = (core.imports.rehearse if dry else core.imports.run)(prepared, Ticket())
    assert report.read == sum(counts(report).values()) - report.read
    for problem in report.problems:
        assert reason_words(problem.reason, "ko") != problem.reason, problem.reason
        assert reason_words(problem.reason, "en") != problem.reason, problem.reason
    return report


def counts(report: ImportReport) -> dict[str, int]:
    return {name: getattr(report, name) for name in COUNTS}


def outcome(report: ImportReport) -> dict[str, int]:
    """The counts that are not 0, without the sum."""
    return {name: n for name, n in counts(report).items() if n and name != "read"}


def problems(report: ImportReport) -> list[tuple[int, str, str]]:
    return [(p.line, p.column, p.reason) for p in report.problems]


def everybody(core: Core) -> list[ContactDetail]:
    """All contacts in the order in which they came."""
    rows = core.contacts.page("created_at", descending=False, offset=0, limit=10_000)
    return [core.contacts.detail(row.id) for row in sorted(rows, key=lambda row: row.id)]


def one(core: Core, name: str) -> ContactDetail:
    (found,) = [person for person in everybody(core) if person.name == name]
    return found


def points(person: ContactDetail, kind: str) -> list[str]:
    return [point.value for point in person.points if point.kind == kind]


def export(core: Core, path: Path, *, exact: bool = False) -> Path:
    core.exports.people(path, exact=exact, ticket=Ticket())
    return path
