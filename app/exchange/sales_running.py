"""The run of an import of sales: from the table to the staging file, and what became of it."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from app.exchange.columns import Reading
from app.exchange.failed_rows import LeftOut, without_private
from app.exchange.headers import normalise
from app.exchange.matches import Mapping, to_json
from app.exchange.running import PROBLEMS_KEPT, Prepared, columns_of, left_out_before
from app.exchange.sales_columns import SaleColumns, file_currency
from app.exchange.sales_grouping import Groups, group_rows
from app.exchange.sales_mapping import sales_fingerprint
from app.exchange.sales_own import is_escaped
from app.exchange.sales_parsing import SaleParser, SaleRules
from app.exchange.sales_people import SalePeople, Shop
from app.exchange.sales_presets import sale_presets
from app.exchange.sales_reading import SaleReader
from app.jobs import Ticket
from app.shapes.imports import Candidate, ImportReport, RowFate, RowProblem
from db.sales_staging import SalesStaging

if TYPE_CHECKING:
    from db.cipher import Key
    from db.uow import UnitOfWork

SHEET = "sheet"  # the source of what no known program wrote


@dataclass(frozen=True, slots=True)
class SaleShop:
    """What of the shop an import of sales depends on; none of a day after `last_day` comes in."""

    country: str
    currency: str
    language: str
    tax_added: bool
    tax_rate: int
    today: str
    last_day: str
    key: Key | None = None  # of a shop with a password


@dataclass(slots=True)
class StagedFile:
    """The sales of a file in their staging file, and what is needed to tell what became of them."""

    staging: SalesStaging
    groups: Groups
    source: str
    today: str
    problems: list[RowProblem]


def stage_sales(prepared: Prepared, shop: SaleShop, ticket: Ticket) -> StagedFile:
    """Read the sales of a table into a staging file; the caller closes it."""
    table, mapping = prepared.table, prepared.mapping
    preset = sale_presets().get(mapping.preset or "")
    source = preset.source if preset else SHEET
    currency = (preset and preset.currency) or file_currency(table, mapping, shop.currency)
    own = any(match.target == "sale.own" for match in mapping.columns)
    reading = Reading(
        table=table, country=shop.country, currency=currency, language=shop.language,
        this_year=int(shop.today[:4]), own=own, escaped=own and is_escaped(table),
    )  # fmt: skip
    of_columns: list[tuple[str, str]] = []
    columns = SaleColumns(reading, mapping, currency, of_columns)
    unique = own or (preset is not None and not preset.daily)
    groups = group_rows(table, columns, ticket, unique=unique)
    columns.odd.clear()  # they come again when the sales are read
    names = preset is None or preset.names
    shops = Shop(
        shop.country, currency, shop.language, source, names, prepared.request.tag
    )  # fmt: skip
    people = SalePeople(table, mapping, shops)
    rules = SaleRules(
        source=source,
        key="" if preset else _sheet_key(mapping),
        channel=preset.channel if preset else "",
        tax_added=preset.tax_added if preset else shop.tax_added,
        tax_rate=0 if shop.tax_added or currency != shop.currency else shop.tax_rate,
        last_day=shop.last_day,
        currency=shop.currency,
        language=shop.language,
        decisions=prepared.request.decisions,
    )
    reader = SaleReader(table, columns)
    parser = SaleParser(reader, mapping, groups, people, rules, ticket)
    staging = SalesStaging(shop.key)
    try:
        staging.fill_sales(parser)
        staging.fill_products(parser.products.rows)
        staging.fill_people(people.staged)
    except BaseException:
        staging.close()
        raise
    staging.release()
    problems = [RowProblem(row.line, "", row.reason) for row in table.failed]
    problems += [RowProblem(row.line, "", row.reason) for row in left_out_before(table)]
    told = dict.fromkeys(of_columns)
    problems += [RowProblem(0, header, reason) for header, reason in told]
    seen = dict.fromkeys([*reader.problems, *people.problems])
    problems += [RowProblem(line, header, reason) for line, header, reason in seen]
    return StagedFile(staging, groups, source, shop.today, problems)


def _sheet_key(mapping: Mapping) -> str:
    """Return what begins the keys of a sheet's sales, so that those of another one stay apart.

    It is made of the headers of number and day alone: a further column makes no other sheet.
    """
    named = [
        next((normalise(c.header) for c in mapping.columns if c.target == target), "")
        for target in ("sale.number", "sale.date")
    ]
    return blake2b("\x1f".join(named).encode(), digest_size=4).hexdigest() + "/"


def last_day(now: datetime.datetime, newest: str) -> tuple[str, str]:
    """Return today, and the last day a sale may be of: tomorrow.

    Where the PC's clock was set back, the `newest` change of the book tells better.
    """
    moment = now
    if newest:
        moment = max(now, datetime.datetime.fromisoformat(newest.replace("Z", "+00:00")))
    day = moment.astimezone().date()
    return day.isoformat(), (day + datetime.timedelta(days=1)).isoformat()


def left_out(unit: UnitOfWork, prepared: Prepared, staged: StagedFile) -> list[LeftOut]:
    """Return the rows of the sales that failed; why the others were left out joins the problems."""
    table, groups = prepared.table, staged.groups
    rows: list[LeftOut] = []
    for sale in unit.sale_imports.outcomes(("failed", "skipped")):
        reason = sale.reason or sale.outcome
        staged.problems.append(RowProblem(sale.line, "", reason))
        if sale.outcome == "failed":
            for row in groups.rows_of(sale.place):
                cells = without_private(table.rows[row], prepared.never)
                rows.append(LeftOut(table.lines[row], reason, cells))
    rows += [
        LeftOut(row.line, row.reason, without_private(row.cells, prepared.never))
        for row in table.failed
    ]
    return sorted(rows, key=lambda row: row.line)


def add_up(prepared: Prepared, counts: dict[str, int]) -> dict[str, int]:
    """Return the counts with the rows that are no sales; what was read is the sum of them."""
    whole = dict(counts)
    whole["failed"] += len(prepared.table.failed)
    whole["skipped"] += len(left_out_before(prepared.table))
    return {"read": sum(whole.values()), **whole}


def record_sales(
    unit: UnitOfWork,
    prepared: Prepared,
    counts: dict[str, int],
    change_set: int | None,
    rows: Iterable[LeftOut],
) -> int:
    """Keep that an import was made, with the rows it left out; return the id of the batch."""
    request, table = prepared.request, prepared.table
    unit.keep_without_changes = True
    options = {
        "mode": request.mode, "encoding": table.encoding, "header_line": table.header_line,
        "sheet": table.sheet,
    }  # fmt: skip
    values = {
        "change_set_id": change_set,
        "kind": "sales",
        "file_name": table.name,
        "sha256": prepared.sha256,
        "fingerprint": sales_fingerprint(table.headers),
        "mapping": to_json(prepared.mapping),
        "options": json.dumps(options, ensure_ascii=False),
    }
    batch = unit.imports.add_batch(values, counts)
    unit.sale_imports.record(batch)
    kept = [(row.line, "failed", row.reason, row.cells) for row in rows]
    kept += [
        (row.line, "skipped", row.reason, without_private(row.cells, prepared.never))
        for row in left_out_before(table)
    ]
    unit.imports.keep_cells(batch, kept)
    return batch


def report_of_sales(
    unit: UnitOfWork,
    prepared: Prepared,
    staged: StagedFile,
    counts: dict[str, int],
    before: str | None,
    *,
    fates: bool,
) -> ImportReport:
    """Return what an import of sales did, or would do; counts are sales.

    With `fates` it tells what becomes of each.
    """
    table = prepared.table
    return ImportReport(
        **counts, batch=None, change_set=None,
        problems=tuple(sorted(staged.problems, key=lambda p: p.line)[:PROBLEMS_KEPT]),
        preset=prepared.mapping.preset, encoding=table.encoding, header_line=table.header_line,
        sheet=table.sheet, columns=columns_of(prepared.mapping), failed_file=None,
        imported_before=before,
        rows=tuple(
            RowFate(sale.line, sale.outcome, sale.reason, sale.contact_id or 0)
            for sale in (unit.sale_imports.outcomes() if fates else ())
        ),
        candidates=tuple(
            Candidate(*found) for found in (unit.sale_imports.candidates() if fates else ())
        ),
        new_people=unit.sale_imports.people()["added"],
    )  # fmt: skip
