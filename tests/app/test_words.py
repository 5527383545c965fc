"""Everything that can happen has a sentence in both languages."""

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

from app import errors, words
from app.errors import FileError, FileProblem, InvalidInputError, Problem, StorageFailedError
from app.kinds import (
    CHANNELS,
    CONSENT_STATES,
    DATE_KINDS,
    FIELD_KINDS,
    HANDOVERS,
    METHODS,
    MOVES,
    PASS_KINDS,
    PROGRAMME_KINDS,
    PURPOSES,
    RELATIONS,
    ROLES,
    SALE_STATES,
    STAGES,
)
from app.korean import PAIRS, with_particle
from app.ops import Op
from app.words import (
    LANGUAGES,
    change_sentence,
    describe,
    kind_words,
    reason_words,
    say,
    sentence_of,
)
from db.models.base import ledgered_columns, ledgered_tables
from db.reasons import REASONS

ROOT = Path(__file__).parents[2]
FACTS = {
    "name": "고객.csv", "sheet": "둘", "sheets": ("하나", "둘"), "line": 7, "encoding": "cp949",
    "header": "이름", "field": "nobody", "fields": ("이름",), "limit": 5, "size": 6,
    "columns": 16,
}  # fmt: skip
# What the readers of a file call a row or a cell they could not take as it stands.
REASON = re.compile(
    r"(ambiguous|too_many_cells|footnote|total|repeated_header|not_found"
    r"|(?!blank)[a-z]+(_[a-z]+)*_(odd|lost|added|unclear|ambiguous|removed|fraction|unreadable"
    r"|too_long|loosened)|not_an?_[a-z]+|not_money|other_currency|no_name_or_phone|name_too_long)"
)


def test_a_day_is_closed_by_the_name_people_give_it():
    for op, language, told in (
        (Op.CLOSE_DAY, "en", "Closed the day May 12, 2026"),
        (Op.CLOSE_DAY, "ko", "2026년 5월 12일"),
        (Op.REOPEN_DAY, "en", "May 12, 2026"),
    ):
        assert told in sentence_of(op, {"name": "2026-05-12"}, language)


def reasons_in_the_sources():
    sources = [
        *(ROOT / "app/exchange").rglob("*.py"),
        ROOT / "app/services/imports.py",
        ROOT / "db/repositories/imports.py",
    ]
    texts = {
        node.value
        for source in sources
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return {text for text in texts if REASON.fullmatch(text)} - {"not_a_table"} | {
        "ambiguous", "not_found", "failed"
    }  # fmt: skip


def placeholders(sentence):
    return {
        (name, spec if spec not in PAIRS else "")
        for _text, name, spec, _conversion in Formatter().parse(sentence)
        if name is not None
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_its_sentence(language):
    facts = {
        "count": 3,
        "file": "고객.csv",
        "read": 9,
        "name": "김민지",
        "tag": "VIP",
        "field": "name",
    }
    for op in Op:
        whole = {"of": Op.IMPORT_CONTACTS, "facts": facts} if op in (Op.UNDO, Op.REDO) else facts
        sentence = sentence_of(op, whole, language)
        assert sentence
        assert "{" not in sentence
        bare = {"of": Op.EDIT_CONTACT} if op in (Op.UNDO, Op.REDO) else {}
        assert sentence_of(op, bare, language)


def test_history_says_what_the_issue_shows():
    facts = {"file": "봄날_고객명단.xlsx", "read": 1552}
    said = sentence_of(Op.IMPORT_CONTACTS, facts, "en")
    assert said == "Imported 1,552 rows from 봄날_고객명단.xlsx"
    changed = change_sentence("phone", "010-1", "010-2", "en")
    assert changed == "Changed phone from 010-1 to 010-2"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("problem", list(FileProblem))
def test_every_problem_of_a_file_has_its_sentence(language, problem):
    sentence = describe(FileError(problem, **FACTS), language)
    assert sentence
    assert "{" not in sentence
    assert "(" not in sentence or "(“" in sentence or "(.xlsx)" in sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_other_refusal_has_its_sentence(language):
    for reason in {*REASONS.values(), "failed"}:
        assert describe(StorageFailedError(reason), language)
    for problem in Problem:
        assert describe(InvalidInputError({"name": problem}), language)
        assert describe(InvalidInputError({"no_such_field": problem}), language)
    for error in (errors.GoneError(), errors.NothingToUndoError(), errors.PlanChangedError()):
        assert describe(error, language)
        assert describe(error, language) != str(error)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_a_row_or_cell_can_have_has_its_words(language):
    reasons = reasons_in_the_sources()
    assert {"phone_zero_added", "consent_not_loosened", "too_many_cells", "footnote"} <= reasons
    assert [r for r in sorted(reasons) if reason_words(r, language) == r] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_history_can_name_has_its_words(language):
    untold = {"created_at", "origin", "contact_id", "position"}
    known = words._catalogue(language)
    fields = {
        column
        for table in ledgered_tables()
        if table.name in ("contact", "contact_point", "note")
        for column in ledgered_columns(table)
    } - untold
    unnamed = {f for f in fields if f"field.{f}" not in known}
    assert unnamed <= {
        "merged_into_id", "pinned", "staff_id", "postcode", "region", "city", "street", "detail",
        "country", "invalid_since", "invalid_reason",
    }  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_a_purchase_has_its_words(language):
    links = {
        "sale_id", "pass_id", "programme_id", "day_close_id", "refunds_id", "refunds_line_id",
        "exchange_of_id", "external_key", "contact_id", "created_at", "origin",
    }  # fmt: skip
    tables = ("sale", "sale_line", "payment", "product", "prepaid_pass", "loyalty_programme")
    fields = {
        column
        for table in ledgered_tables()
        if table.name in tables
        for column in ledgered_columns(table)
    } - links
    unnamed = {f for f in fields if f"field.{f}" not in words._catalogue(language)}
    assert unnamed <= {"tax_added", "earn_by", "bought_on", "kind", "paid_at"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_changed_field_is_told_whatever_it_was_before(language):
    for before, after in ((None, "a"), ("a", None), ("a", "b"), ("", 5)):
        assert change_sentence("nickname", before, after, language)


def test_both_languages_say_the_same_things_of_the_same_facts():
    korean, english = words._catalogue("ko"), words._catalogue("en")
    assert {k for k in english if "#" not in k} == {k for k in korean if "#" not in k}
    # English alone needs an article: 'a phone' is {one}, where Korean says {field}.
    alike = {"one": "field"}

    def names(sentence):
        return {alike.get(name, name) for name, _spec in placeholders(sentence)}

    assert {k for k in english if "#" not in k and names(english[k]) != names(korean[k])} == set()


def test_one_of_anything_has_its_own_form_in_english():
    assert say("export.done", "en", count=1, file="a.csv").startswith("1 contact ")
    assert say("export.done", "en", count=1842, file="a.csv").startswith("1,842 contacts ")


@pytest.mark.parametrize(
    ("word", "particle", "said"),
    [
        ("고객", "을", "고객을"),
        ("메모", "을", "메모를"),
        ("김민지", "이", "김민지가"),
        ("봄날", "로", "봄날로"),
        ("서울", "으로", "서울로"),
        ("강남", "로", "강남으로"),
        ("고객.csv", "을", "고객.csv를"),
        ("list.xlsm", "은", "list.xlsm은"),
        ("3", "와", "3과"),
        ("2", "과", "2와"),
        ("1", "로", "1로"),
        ("6", "로", "6으로"),
        ("VIP”", "를", "VIP”를"),
        ("", "을", "를"),
    ],
)
def test_a_particle_follows_the_last_sound(word, particle, said):
    assert with_particle(word, particle) == said


def test_a_sentence_asks_for_the_particle_by_name():
    sentence = describe(FileError(FileProblem.EMPTY, "고객.csv"), "ko")
    assert "{" not in sentence
    assert "고객.csv" in sentence


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_words(language):
    groups = {
        "stage": STAGES, "role": ROLES, "date": DATE_KINDS, "purpose": PURPOSES,
        "channel": CHANNELS, "consent": CONSENT_STATES, "custom": FIELD_KINDS,
        "relation": [kind for kind in RELATIONS if kind != "custom"],
        "sale": SALE_STATES, "payment": (*METHODS, "owed"), "handover": HANDOVERS,
        "pass": PASS_KINDS, "loyalty": PROGRAMME_KINDS, "move": MOVES,
    }  # fmt: skip
    for group, kinds in groups.items():
        assert [k for k in kinds if language == "ko" and kind_words(group, k, language) == k] == []
        known = words._catalogue(language)
        assert [k for k in kinds if f"{group}.{k}" not in known] == []
    assert kind_words("relation", "referred", language, forward=False) != kind_words(
        "relation", "referred", language
    )
