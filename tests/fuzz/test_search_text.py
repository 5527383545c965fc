"""Whatever is typed into the search: an answer, and the one a slow reading of the book gives."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from app.bootstrap import Core
from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from db.database import Database
from db.keys import clean
from db.search import count, find
from tests.db.test_search import Person, expected, write

SETTINGS = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SIGNS = (
    *"\"'*^:(){}[]+-?\\%_;", "--", "/*", "NEAR(", " AND ", " OR ", " NOT ", "names:", "010", "+82",
    "@a", "3377", "vip", "\0", "\n", "\t", "\u3000", "\ud800", "\udfff", "\ufeff", "\u200d",
    "\u202e", "\u0301", *"각ㄱㅏㄳㅁ가갉힣", "김", "민지", *"ｱＡ０ßİſﬁ𠀀١一ぁ㈜ΩΞΔ", "👩\u200d👧",
)  # fmt: skip
TYPED = st.lists(
    st.sampled_from(SIGNS) | st.text(st.characters(), max_size=3), max_size=8
).map("".join)  # fmt: skip
KEPT = (
    st.lists(st.sampled_from(SIGNS) | st.text(max_size=3), min_size=1, max_size=6)
    .map("".join)
    .map(lambda text: clean(text.encode("utf-8", "ignore").decode()))
    .filter(bool)
)
PEOPLE = st.lists(
    st.builds(
        Person,
        name=KEPT,
        company=st.none() | KEPT,
        emails=st.lists(KEPT.map(lambda text: text.split()[0] + "@a.kr"), max_size=1).map(tuple),
        phones=st.lists(st.sampled_from(["010-1258-0180", "+1 650-253-0000"]), max_size=1).map(
            tuple
        ),
        tags=st.lists(KEPT, max_size=1).map(tuple),
        notes=st.lists(KEPT, max_size=1).map(tuple),
    ),
    min_size=1,
    max_size=5,
)


@pytest.fixture
def connection(shop: Path) -> Iterator[Connection]:
    database = Database(shop)
    with database.connection(writes=True) as connection:
        yield connection
    database.close()


@SETTINGS
@given(book=PEOPLE, data=st.data())
def test_any_text_finds_whom_the_slow_reading_finds(
    connection: Connection, book: list[Person], data: st.DataObject
):
    texts = [t for person in book for t in (person.name, *person.tags, *person.notes)]
    with connection.begin_nested() as savepoint:
        write(connection, book)
        for _ in range(4):
            text = data.draw(TYPED | st.sampled_from(texts))
            wanted = expected(book, text)
            answer = find(connection, text)
            assert (set(answer.ids), answer.more) == (wanted, False), text
            assert count(connection, text) == len(wanted)
        savepoint.rollback()


@SETTINGS
@given(text=TYPED | TYPED.map(lambda text: text * 400))
def test_any_text_is_answered_through_the_services(core: Core, text: str):
    if not core.contacts.count():
        core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377", tags=("VIP",)))
    found = core.contacts.find(text)
    ids, more = core.contacts.search(text)
    narrowed, _more = core.contacts.search(text, Filter((Condition("tag", "any_of", ("VIP",)),)))
    assert [contact.id for contact in found.contacts] == list(ids) == list(narrowed)
    assert not more
