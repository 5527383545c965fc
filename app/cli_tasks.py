"""Commands about what is to be done."""

from __future__ import annotations

import click

from app.bootstrap import Core
from app.cli_frame import Voice, with_shop
from app.exchange.own_format import decode_id, encode_id
from app.repeat_words import repeat_words
from app.shapes.tasks import SECTIONS, FinishForm, TaskForm, TaskRow
from app.words import kind_words
from db.kinds import TASK_KINDS

MANY = 1_000_000  # tasks that are listed


@click.command()
@click.argument("what", type=click.Choice(["list", "add", "done"]))
@click.argument("text", required=False)
@click.option("--section", type=click.Choice(SECTIONS), help="list: one part of it alone.")
@click.option("--due", default="", metavar="DAY[THH:MM]", help="add: when, by the shop's clock.")
@click.option("--kind", type=click.Choice(TASK_KINDS), default="other", show_default=True,
              help="add: what is to be done.")  # fmt: skip
@click.option("--repeat", default="", metavar="RULE",
              help="add: as in RFC 5545, FREQ=WEEKLY;BYDAY=MO.")  # fmt: skip
@click.option("--result", default="", help="done: what came of it, in one line.")
@with_shop
def tasks(core: Core, voice: Voice, *, what: str, text: str | None, **told: str | None) -> None:
    """Say what is to be done (list), add a task (add TITLE) or finish one (done ID)."""
    if what == "list":
        _list(core, voice, told["section"])
        return
    if not text:
        raise click.BadParameter("what is it called, or which one?", param_hint="TEXT")
    if what == "add":
        due, kind, repeat = (told[name] or "" for name in ("due", "kind", "repeat"))
        made = core.tasks.add(TaskForm(title=text, due_at=due, kind=kind, repeat=repeat))
        row = core.task_lists.get(made).row
        voice.say("tasks.added", id=encode_id(made), title=row.title)
        voice.give(**_told(row))
    else:
        _finish(core, voice, text, told["result"] or "")


def _list(core: Core, voice: Voice, section: str | None) -> None:
    listed = []
    for name in (section,) if section else SECTIONS[:-1]:
        rows = core.task_lists.page(name, limit=MANY)
        if rows:
            voice.line(f"{kind_words('task_section', name, voice.language)}  {len(rows):,}")
        for row in rows:
            repeat = repeat_words(row.repeat, voice.language)
            parts = (row.due_at.replace("T", " "), row.title, row.contact, row.assignee, repeat)
            voice.line(f"  {encode_id(row.id)}  {'  '.join(filter(None, parts))}")
            listed.append({"section": name, **_told(row)})
    if not listed:
        voice.say("tasks.none")
    voice.give(tasks=listed)


def _finish(core: Core, voice: Voice, task: str, result: str) -> None:
    task_id = decode_id(task)
    if task_id is None:
        raise click.BadParameter(f"{task!r} is not an id", param_hint="TEXT")
    finished = core.tasks.finish(task_id, FinishForm(result=result))
    voice.say("tasks.done", title=core.task_lists.get(task_id).row.title)
    next_id = finished.next_id
    if next_id is not None:
        row = core.task_lists.get(next_id).row
        voice.say("tasks.next", day=row.due_at.replace("T", " "), id=encode_id(next_id))
    voice.give(
        done=task, next=None if next_id is None else encode_id(next_id), missed=finished.missed
    )


def _told(row: TaskRow) -> dict[str, object]:
    return {
        "id": encode_id(row.id), "title": row.title, "kind": row.kind, "due": row.due_at or None,
        "contact": row.contact or None, "assignee": row.assignee or None,
        "repeat": row.repeat or None, "priority": row.priority, "status": row.status,
    }  # fmt: skip
