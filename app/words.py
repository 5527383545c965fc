"""Facts put into sentences, in Korean and English, for the command line and the window alike.

The catalogues are resources/words/<language>.json. In a Korean sentence `{name:을}` is the
name with the form of the particle that fits it; `{count:n}` is a number with separators.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import lru_cache
from string import Formatter
from typing import Any

from app import errors
from app.day_words import day_words
from app.kinds import CHANNELS
from app.korean import PAIRS, with_particle
from app.ops import Op
from resources import path

LANGUAGES = ("ko", "en")
DAYS = {"birthday", "since", "until", "stage_since", "do_not_contact"}  # fields that are a day …
DAY_ENDS = ("_on", "_at")  # … as are those that end so
KINDS_IN = {
    "kind": "kind", "gender": "gender", "stage": "stage", "role": "role",
    **{f"consent_{channel}": "consent" for channel in CHANNELS},
}  # fmt: skip
"""Fields whose content is a kind, and the group of its words."""


class _Sentence(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        if format_spec in PAIRS:
            return with_particle(str(value), format_spec)
        if format_spec == "n":
            return f"{value:,}"
        return str(super().format_field(value, format_spec))


PLAIN: dict[type[errors.UserError], str] = {
    errors.GoneError: "error.gone",
    errors.PlanChangedError: "error.plan_changed",
    errors.NothingToUndoError: "error.nothing_to_undo",
}
"""Sentences of the errors that carry no facts."""
NAMED: dict[type[errors.UserError], str] = {
    errors.MergedFurtherError: "error.merged_further",
    errors.PasswordNeededError: "password.needed",
    errors.WrongPasswordError: "password.wrong",
}
"""And of those that carry a name."""


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(language: str) -> dict[str, str]:
    name = language if language in LANGUAGES else "en"
    text = path(f"words/{name}.json").read_text(encoding="utf-8")
    words: dict[str, str] = json.loads(text)
    return words


def say(key: str, language: str, /, **facts: object) -> str:
    """Return the sentence of `key`; raise KeyError for one that is not in the catalogue.

    Where a fact `count` is 1 and the catalogue has '<key>#1', that form is taken.
    """
    words = _catalogue(language)
    if facts.get("count") == 1 and f"{key}#1" in words:
        key = f"{key}#1"
    return _Sentence().format(words[key], **facts)


def evidence_words(kind: str, language: str) -> str:
    """Return what one piece of evidence about two contacts says; `kind` is 'field.how'."""
    return say(f"evidence.{kind}", language)


def has_words(key: str, language: str) -> bool:
    """Tell whether there is a sentence of that key."""
    return key in _catalogue(language)


def reason_words(reason: str, language: str) -> str:
    """Return why a row or a cell was left out or marked."""
    key = f"reason.{reason}"
    return say(key, language) if key in _catalogue(language) else reason


def describe(error: errors.UserError, language: str) -> str:
    """Return what happened and, where possible, what to do, in one or two sentences."""
    said = _described(error, language)
    return f"{said} {say('error.typed', language, text=error.typed)}" if error.typed else said


def _described(error: errors.UserError, language: str) -> str:
    match error:
        case errors.FileError(problem=problem, name=name, facts=facts):
            listed = {
                k: ", ".join(v) if isinstance(v, (tuple, list)) else v for k, v in facts.items()
            }
            return say(f"file.{problem}", language, name=name, **listed)
        case errors.InvalidInputError(problems=problems):
            field, refused = next(iter(problems.items()))
            key = f"form.{field}.{refused}"
            return say(key if key in _catalogue(language) else f"form.{refused}", language)
        case errors.MergedFurtherError(name=name) | errors.PasswordNeededError(name=name):
            return say(NAMED[type(error)], language, name=name)
        case errors.GoneError() | errors.PlanChangedError() | errors.NothingToUndoError():
            return say(PLAIN[type(error)], language)
        case errors.UpdateError(key=key) | errors.StorageFailedError(key=key):
            return say(key, language)
    return str(error)


def sentence_of(op: str, facts: dict[str, Any], language: str) -> str:
    """Return what an action did, as History says it.

    Where a fact `contact` tells whom it is about, the form 'op.<op>#of' is taken, where `other`
    names the other one of two, 'op.<op>#with'.
    """
    if op in (Op.UNDO, Op.REDO):
        inner = sentence_of(str(facts["of"]), dict(facts.get("facts") or {}), language)
        return say(f"op.{op}", language, what=inner)
    if op == Op.CHANGE_SETTING and "value" in facts:
        return _setting_sentence(str(facts.get("key", "")), facts["value"], language)
    words = _catalogue(language)
    known = {
        "count": 0,
        "file": "",
        "added": 0,
        "updated": 0,
        "read": 0,
        "name": "",
        "tag": "",
        "other": "",
    }
    if op in (Op.CLOSE_DAY, Op.REOPEN_DAY):  # called by their day
        facts = {**facts, "name": day_words(str(facts.get("name", "")), language)}
    field = str(facts.get("field", ""))
    label = words.get(f"field.{field}", field)
    key = f"op.{op}"
    if facts.get("contact") and f"{key}#of" in words:
        key += "#of"
    elif facts.get("other") and f"{key}#with" in words:
        key += "#with"
    return say(key, language, **{**known, **facts, "field": label})


def _setting_sentence(key: str, value: object, language: str) -> str:
    words = _catalogue(language)
    sentence = f"setting.{key}"
    if isinstance(value, bool):
        sentence += ".on" if value else ".off"
    elif value == "":
        sentence += ".none"
    if sentence not in words:
        return say(f"op.{Op.CHANGE_SETTING}", language)
    shown = f"{value / 10:g} %" if isinstance(value, int) else words.get(f"{key}.{value}", value)
    return say(sentence, language, value=shown)


def field_words(field: str, language: str) -> str:
    """Return what people call a field."""
    return _catalogue(language).get(f"field.{field}", field)


def kind_words(group: str, kind: str, language: str, *, forward: bool = True) -> str:
    """Return what people call a kind of a group ('stage', 'role', 'relation', 'date', …).

    Read from the other end where not `forward`; a kind that has no words is returned as it is.
    """
    words = _catalogue(language)
    key = f"{group}.{kind}" if forward else f"{group}.{kind}#back"
    return words.get(key, kind)


def stage_why(why: str, language: str, day: Callable[[str], str] | None = None) -> str:
    """Return why somebody stands at a stage: what was typed, or the rule's facts in a sentence.

    `day` puts a date into words, by default with its year.
    """
    in_words = day or (lambda text: day_words(text, language))
    try:
        facts = json.loads(why) if why.startswith("{") else {}
    except ValueError:
        return why
    key = f"stage_why.{facts.get('rule')}"
    if key not in _catalogue(language):
        return why
    told = {k: in_words(v) if k in ("last", "since", "back") else v for k, v in facts.items()}
    return say(key, language, **told)


def content_words(field: str, content: object, language: str) -> str:
    """Return what stands in a field as people read it: days and kinds in words; '' for nothing."""
    text = "" if content is None else str(content)
    if field == "stage_why":
        return stage_why(text, language)
    if group := KINDS_IN.get(field):
        return kind_words(group, text, language)
    return day_words(text, language) if field in DAYS or field.endswith(DAY_ENDS) else text


def change_sentence(field: str, before: object, after: object, language: str) -> str:
    """Return what became of one field: 'Changed phone from … to …'."""
    words = _catalogue(language)
    label = words.get(f"field.{field}", field)
    before, after = (content_words(field, content, language) for content in (before, after))
    if not before:
        return say("change.set", language, field=label, after=after)
    if not after:
        return say("change.cleared", language, field=label, before=before)
    return say("change.changed", language, field=label, before=before, after=after)
