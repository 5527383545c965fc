"""What a search answers on a sample shop is, in its order, what a plain look at every row says."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.bootstrap import open_core
from app.demo import fill
from app.jobs import Ticket
from db.database import Database
from db.hangul import initials
from db.search import find
from db.search_words import words_of
from tests.db.plain_search import PLACES, Row, plain_find

PEOPLE = 500
PARTS = ("names", "phones", "emails", "tags", "notes")


@pytest.fixture(scope="module")
def shop_of_many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    path = tmp_path_factory.mktemp("order") / "shop.db"
    core = open_core(path)
    fill(core, people=PEOPLE, seed=4, ticket=Ticket())
    core.close()
    _tell_more(path)
    database = Database(path)
    with database.connection() as connection:
        yield connection
    database.close()


def _tell_more(path: Path) -> None:
    """Give some of them what the sample shop has little of."""
    core = open_core(path)
    rows = core.contacts.page("name", descending=False, offset=0, limit=PEOPLE)
    for number, row in enumerate(rows[::25]):
        core.contacts.edit(row.id, "nickname", f"{row.name[:1]}사장")
        core.contacts.edit(row.id, "reading", f"Kim {number}")
        core.contacts.edit(row.id, "company", "한빛 상사")
        core.contacts.edit(row.id, "number", f"A-{number}")
        core.contacts.add_note(row.id, f"{rows[number].name} 소개, 단골")
        core.contacts.tag([row.id], "한빛")
    core.close()


def rows_of(connection: Connection) -> dict[int, Row]:
    columns = ", ".join(PARTS)
    rows = connection.exec_driver_sql(f"SELECT id, {columns} FROM contact_search").fetchall()
    return {row[0]: tuple(row[1:]) for row in rows}  # type: ignore[misc]


def queries(rows: dict[int, Row]) -> list[str]:
    """Every kind of query, made of what is there; of initials and halves too."""
    chance = random.Random(2)
    asked = ["김", "ㄱ", "ㄱㅈ", "기", "1", "010", "A-1", "a", "kim 1", "한빛", "사장", "@", "단골"]
    for _ in range(30):
        texts = [text for text in chance.choice(list(rows.values())) if text]
        name = texts[0].split("\n")[0].split("\t")[0]
        part = chance.choice(texts).split("\n")[-1]
        start = chance.randrange(len(part))
        asked += [
            name, name[:2], name[1:], initials(name).split("\t")[0][: chance.randrange(1, 4)],
            part[start : start + chance.randrange(1, 6)],
            f"{name[:1]} {part[-4:]}", f"{part[:3]} {initials(name)[:2]}",
        ]  # fmt: skip
    return asked


def test_the_order_is_that_of_a_plain_look_at_every_row(shop_of_many: Connection) -> None:
    rows = rows_of(shop_of_many)
    seen = set()
    for text in queries(rows):
        words = words_of(text)
        if not words:
            continue
        wanted = plain_find(rows, words)
        for other in words[-1].others if not wanted else ():
            have = {contact_id for contact_id, _why in wanted}
            also = plain_find(rows, [*words[:-1], other])
            wanted += [one for one in also if one[0] not in have]
        found = find(shop_of_many, text, PEOPLE)
        assert not found.more
        if wanted and words[-1].others:
            assert sorted(found.ids) == sorted(i for i, _why in wanted), text
        else:
            assert [(i, found.why[i]) for i in found.ids] == wanted, text
        seen.update(found.why.values())
    assert seen == set(PLACES.values())


@pytest.mark.parametrize("limit", [3, 20])
def test_the_first_of_too_many_stand_in_that_order_too(
    shop_of_many: Connection, limit: int
) -> None:
    rows = rows_of(shop_of_many)
    for text in queries(rows):
        words = words_of(text)
        wanted = plain_find(rows, words) if words else []
        if len(wanted) <= limit:
            continue
        found = find(shop_of_many, text, limit)
        assert found.more
        assert len(found.ids) == limit
        assert [(i, found.why[i]) for i in found.ids] == [
            (i, why) for i, why in wanted if i in found.why
        ], text
        begin = [i for i, _why in wanted if rows[i][0].startswith(words[0].text)]
        if len(words) == 1:
            assert len(found.why.keys() & set(begin)) == min(limit, len(begin)), text
