"""Commands about who is who: duplicates, merges, smart lists."""

from __future__ import annotations

import click

from app.bootstrap import Core
from app.cli_frame import Voice, tell_undone, with_shop
from app.exchange.own_format import decode_id, encode_id
from app.jobs import Ticket
from app.words import evidence_words, say


@click.command()
@with_shop
def duplicates(core: Core, voice: Voice) -> None:
    """Search the whole book for contacts that may be one and the same."""
    core.duplicates.scan(Ticket())
    pairs = core.duplicates.pairs(limit=core.duplicates.count() or 1)
    rows = core.contacts.rows({i for pair in pairs for i in (pair.a_id, pair.b_id)})
    if not pairs:
        voice.say("duplicates.none")
    for pair in pairs:
        words = ", ".join(evidence_words(fact.kind, voice.language) for fact in pair.evidence)
        a, b = (f"{rows[i].name} ({encode_id(i)})" for i in (pair.a_id, pair.b_id))
        voice.line(f"{pair.score // 10} %  {a}  {b}  {words}")
    voice.give(
        pairs=[
            {
                "a": encode_id(pair.a_id), "b": encode_id(pair.b_id), "score": pair.score / 1000,
                "evidence": [
                    {"kind": fact.kind, "weight": fact.weight / 1000,
                     "words": evidence_words(fact.kind, voice.language)}
                    for fact in pair.evidence
                ],
            }
            for pair in pairs
        ]
    )  # fmt: skip


def _id(_context: click.Context, argument: click.Parameter, text: str) -> int:
    found = decode_id(text)
    if found is None:
        raise click.BadParameter(f"{text!r} is not an id", param_hint=argument.human_readable_name)
    return found


@click.command()
@click.argument("a", callback=_id)
@click.argument("b", callback=_id)
@with_shop
def merge(core: Core, voice: Voice, *, a: int, b: int) -> None:
    """Put contact B into contact A; both are ids as `duplicates` prints them."""
    names = {i: core.contacts.name_of(i) for i in (a, b)}
    merged = core.duplicates.merge(a, b)
    batch = encode_id(merged.change_set)
    voice.say("merge.done", name=names[a], other=names[b], batch=batch, path=core.database.path)
    voice.give(batch=batch, stays=encode_id(a), goes=encode_id(b))


@click.command()
@click.argument("batch", callback=_id)
@with_shop
def unmerge(core: Core, voice: Voice, *, batch: int) -> None:
    """Split again what a merge put together; BATCH is the id it gave."""
    tell_undone(voice, core.duplicates.unmerge(batch), "undo.done")


@click.command("list")
@click.argument("name", required=False)
@with_shop
def list_command(core: Core, voice: Voice, *, name: str | None) -> None:
    """Say who is in a smart list; without a NAME, which lists there are."""
    if name is None:
        _tell_lists(core, voice)
        return
    row = core.segments.named(name)
    if row is None:
        voice.refuse("no_such_list", say("list.unknown", voice.language, name=name))
        return
    ids = core.segments.ids(row.id)
    phones = core.contacts.phones(ids)
    known = core.contacts.rows(ids)
    people = [(i, known[i].name, phones.get(i, [])) for i in ids if i in known]
    if not people:
        voice.say("list.nobody", name=row.name)
    for _id, contact, numbers in people:
        voice.line(f"{contact}  {', '.join(numbers)}".rstrip())
    voice.give(
        list=row.name,
        count=len(people),
        people=[{"id": encode_id(i), "name": n, "phones": list(p)} for i, n, p in people],
    )


def _tell_lists(core: Core, voice: Voice) -> None:
    rows = core.segments.all()
    if not rows:
        voice.say("list.none")
    for row in rows:
        voice.line(row.name if row.count is None else f"{row.name}  {row.count:,}")
    voice.give(
        lists=[
            {"id": encode_id(r.id), "name": r.name, "count": r.count, "frozen": bool(r.frozen_at)}
            for r in rows
        ]
    )


COMMANDS = (duplicates, merge, unmerge, list_command)
