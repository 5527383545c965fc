"""dangol-cli: the headless door to the same services as the window.

Exit codes: 0 done, 1 refused with a reason, 2 wrong usage. With --json every command prints
one JSON object; a refusal prints {"error": code, "message": sentence}.
"""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from app import care
from app.bootstrap import Core
from app.cli_calendar import export_calendar, import_calendar
from app.cli_care import move, salvage
from app.cli_deals import deals
from app.cli_frame import Voice, refusing, shop_options, tell_undone, with_shop
from app.cli_goals import forecast, goals
from app.cli_insight import insight
from app.cli_password import key_of, password_option
from app.cli_people import COMMANDS
from app.cli_reports import report
from app.cli_tasks import tasks
from app.cli_understand import understand
from app.cli_update import update
from app.day_words import day_words
from app.errors import (
    NothingToUndoError,
)
from app.exchange.own_format import decode_id, encode_id
from app.jobs import Ticket
from app.settings import SHOP_NAME
from app.shapes.imports import MATCHES, MODES, ImportReport, ImportRequest
from app.shapes.sales import SaleFilter
from app.words import change_sentence, reason_words, say, sentence_of

PROBLEMS_SHOWN = 20
ENDINGS = {
    "people": (".xlsx", ".csv", ".vcf"), "sales": (".xlsx", ".csv"), "calendar": (".ics",),
}  # fmt: skip


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dangol")
def main() -> None:
    """Dangol, the customer book of a small shop, from the command line."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # cp1252 cannot write Hangul


def _pair(
    _context: click.Context, _option: click.Parameter, texts: tuple[str, ...]
) -> dict[str, str]:
    pairs = {}
    for text in texts:
        header, equals, field = text.rpartition("=")
        if not equals or not header:
            raise click.BadParameter(f"{text!r} is not HEADER=FIELD")
        pairs[header] = field.strip()
    return pairs


def _matches(_context: click.Context, _option: click.Parameter, text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(",") if name.strip())
    for name in names:
        if name not in MATCHES:
            raise click.BadParameter(f"{name!r} is none of {', '.join(MATCHES)}")
    return names


@main.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(["people", "sales"]), default="people",
              show_default=True, help="What the file holds.")  # fmt: skip
@click.option("--mode", type=click.Choice(MODES), default="both", show_default=True,
              help="Add every row, update contacts that are there, or both.")  # fmt: skip
@click.option("--match", default=",".join(MATCHES), show_default=True, callback=_matches,
              help="What tells that a row is a contact already there.")  # fmt: skip
@click.option("--overwrite", multiple=True, metavar="FIELD",
              help="A field the file may replace; else it fills empty ones.")  # fmt: skip
@click.option("--map", "told", multiple=True, metavar="HEADER=FIELD", callback=_pair,
              help="Where a column goes.")  # fmt: skip
@click.option("--sheet", help="The sheet to read; by default the first that is shown.")
@click.option("--encoding", help="The file's encoding, if it is not recognised.")
@click.option("--header-line", type=click.IntRange(min=0), help="The header's line; 0 for none.")
@click.option("--password", help="The password of a locked file.")
@click.option("--points", is_flag=True, help="New sales earn points.")
@click.option("--dry-run", is_flag=True, help="Say what would happen; save nothing.")
@with_shop
def import_command(
    core: Core,
    voice: Voice,
    *,
    file: Path,
    kind: str,
    dry_run: bool,
    **options: Any,
) -> None:
    """Bring contacts or sales in: Excel, ods, csv, text or vCard; tasks from an .ics calendar."""
    if file.suffix.lower() == ".ics":
        import_calendar(core, voice, file, dry_run=dry_run)
        return
    request = ImportRequest(path=file, **options)
    ticket = Ticket()
    imports = core.sale_imports if kind == "sales" else core.imports
    prepared = imports.prepare(request, ticket)
    work = imports.rehearse if dry_run else imports.run
    report = work(prepared, ticket)
    _tell_import(voice, report, core.database.path, kind=kind, dry_run=dry_run)
    voice.give(
        kind=kind,
        **{
            k: getattr(report, k) for k in ("read", "added", "updated", "same", "skipped", "failed")
        },
        batch=None if report.batch is None else encode_id(report.batch),
        problems=[asdict(problem) for problem in report.problems],
        preset=report.preset,
        encoding=report.encoding,
        header_line=report.header_line,
        sheet=report.sheet,
        columns=[asdict(column) for column in report.columns],
        failed_file=report.failed_file,
        imported_before=report.imported_before,
        dry_run=dry_run,
        **({"new_people": report.new_people} if kind == "sales" else {}),
    )


def _tell_import(
    voice: Voice, report: ImportReport, path: Path, *, kind: str, dry_run: bool
) -> None:
    counts = {
        k: getattr(report, k) for k in ("read", "added", "updated", "same", "skipped", "failed")
    }
    of = "#sales" if kind == "sales" else ""
    voice.say(("import.would" if dry_run else "import.done") + of, **counts)
    if report.new_people:
        voice.say("import.new_people", count=report.new_people)
    if report.imported_before:
        voice.say("import.before", date=day_words(report.imported_before[:10], voice.language))
    for problem in report.problems[:PROBLEMS_SHOWN]:
        facts = {
            "line": problem.line,
            "column": f"{problem.column}: " if problem.column else "",
            "reason": reason_words(problem.reason, voice.language),
        }
        voice.say("import.problem" if problem.line else "import.column_problem", **facts)
    if len(report.problems) > PROBLEMS_SHOWN:
        voice.say("import.more_problems", count=len(report.problems) - PROBLEMS_SHOWN)
    if report.failed_file:
        voice.say("import.failed_file", file=report.failed_file)
    if report.change_set is not None and report.batch is not None:
        voice.say("import.undo", batch=encode_id(report.batch), path=path)


@main.command("export")
@click.argument("kind", type=click.Choice(["people", "sales", "calendar"]))
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--exact", is_flag=True, help="csv as it is, for other programs; not for Excel.")
@with_shop
def export_command(core: Core, voice: Voice, *, kind: str, file: Path, exact: bool) -> None:
    """Write every contact or every sale to an Excel or csv file, contacts also to a vCard file.

    The calendar, tasks and appointments, goes to an .ics file.
    """
    endings = ENDINGS[kind]
    if file.suffix.lower() not in endings:
        listed = " or ".join(filter(None, (", ".join(endings[:-1]), endings[-1])))
        raise click.BadParameter(f"the file must end in {listed}", param_hint="FILE")
    if core.exports.is_protected:
        voice.warn("export.open_to_all")
    if kind == "calendar":
        export_calendar(core, voice, file)
        return
    write = core.exports.people if kind == "people" else core.exports.sales
    count = write(file, exact=exact, ticket=Ticket())
    voice.say("export.done" if kind == "people" else "export.sales", count=count, file=file)
    voice.give(kind=kind, written=count, file=file)


@main.command()
@click.argument("batch", required=False)
@with_shop
def undo(core: Core, voice: Voice, *, batch: str | None) -> None:
    """Take back an import (BATCH is the id it gave), or the last thing that was done."""
    change_set = None
    if batch is not None:
        batch_id = decode_id(batch)
        if batch_id is None:
            raise click.BadParameter(f"{batch!r} is not an id", param_hint="BATCH")
        change_set = core.history.change_set_of_batch(batch_id)
        if change_set is None:
            raise NothingToUndoError
    tell_undone(voice, core.history.undo(change_set), "undo.done")


@main.command()
@with_shop
def redo(core: Core, voice: Voice) -> None:
    """Do again what was last undone."""
    tell_undone(voice, core.history.redo(), "redo.done")


@main.command()
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True)
@with_shop
def history(core: Core, voice: Voice, *, limit: int) -> None:
    """Say what has been done, newest first."""
    entries = core.history.entries(limit=limit)
    if not entries:
        voice.say("history.none")
    listed = []
    for entry in entries:
        sentence = sentence_of(entry.op, entry.facts, voice.language)
        changes = [
            change_sentence(f.field, f.before, f.after, voice.language) for f in entry.fields
        ]
        undone = " " + say("history.undone", voice.language) if entry.undone else ""
        voice.line(f"{entry.at[:16].replace('T', ' ')}  {'; '.join(changes) or sentence}{undone}")
        listed.append(
            {
                "id": encode_id(entry.change_set), "at": entry.at, "op": entry.op,
                "sentence": sentence, "changes": changes, "rows": entry.rows,
                "undone": entry.undone,
            }
        )  # fmt: skip
    voice.give(history=listed)


@main.command()
@click.argument("text")
@click.option("--limit", type=click.IntRange(1, 1000), default=1000, show_default=True)
@with_shop
def find(core: Core, voice: Voice, *, text: str, limit: int) -> None:
    """Find contacts by name, initial consonants, phone, e-mail, tag or note."""
    found = core.contacts.find(text, limit=limit)
    if not found.contacts:
        voice.say("find.none", text=text)
    if found.more:
        voice.say("find.more")
    for contact in found.contacts:
        voice.line(f"{contact.name}  {', '.join(contact.phones)}".rstrip())
    voice.give(
        found=[
            {"id": encode_id(c.id), "name": c.name, "phones": list(c.phones), "why": c.why}
            for c in found.contacts
        ],
        more=found.more,
    )


@main.command()
@click.option(
    "--people",
    type=click.IntRange(min=1),
    help="How many contacts; by default the shop of the pictures.",
)
@click.option(
    "--orders",
    type=click.IntRange(min=0),
    help="How many sales; by default three years of them in the shop of the pictures, else none.",
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="The same seed makes the same shop."
)
@with_shop
def demo(core: Core, voice: Voice, *, people: int | None, orders: int | None, seed: int) -> None:
    """Fill the shop with invented contacts and sales."""
    from app.demo import fill  # noqa: PLC0415 - its word lists serve no other command

    fill(core, people=people, seed=seed, ticket=Ticket(), orders=orders)
    count = core.contacts.count()
    sold = core.sale_lists.totals(SaleFilter()).count
    voice.say("demo.done", count=count)
    if sold:
        voice.say("demo.sales", count=sold)
    voice.give(people=count, orders=sold, shop=core.settings.get(SHOP_NAME))


@main.command()
@click.option("--repair", is_flag=True, help="Compute anew what is computed from the rest.")
@with_shop
def check(core: Core, voice: Voice, *, repair: bool) -> None:
    """Prove the file, everything derived in it, and the search index."""
    findings = core.care.check()
    if repair and findings:
        findings = core.care.repair()
        voice.say("repair.done")
    for finding in findings:
        voice.say(f"check.{finding.what}", where=finding.where, count=finding.count)
    if not findings:
        voice.say("check.good")
    voice.give(findings=[asdict(f) for f in findings])
    if findings:
        sys.exit(1)


@main.command()
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder; by default “backups” beside the shop.",
)
@with_shop
def backup(core: Core, voice: Voice, *, folder: Path | None) -> None:
    """Copy the shop and prove the copy."""
    made = core.care.back_up(folder)
    voice.say("backup.done", file=made)
    voice.give(file=made)


@main.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@shop_options
@password_option
def restore(*, file: Path, db: Path, as_json: bool, password_file: Path | None) -> None:
    """Put a backup, or a shop from another PC, in the shop's place; the present one is saved."""
    from app.moving import as_backup, locked_part  # noqa: PLC0415 - only in this command

    voice = Voice(as_json=as_json)
    with refusing(voice, db):
        present, key = key_of(db, password_file), None
        with locked_part(file) as part:
            if not (present and present.fits(part)):
                key = key_of(part, password_file)
        with as_backup(file, key or present) as backup:
            before = care.restore(backup, db, key=key or present, present=present)
        voice.say("restore.done" if before else "restore.done_new", file=file, before=before)
        voice.give(restored=file, before=before)


for _command in (
    *COMMANDS, move, salvage, deals, forecast, goals, insight, report, tasks, understand, update,
):  # fmt: skip
    main.add_command(_command)
