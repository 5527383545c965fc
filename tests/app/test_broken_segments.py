"""A smart list that cannot be read bars no other; it can be renamed and removed."""

import sqlite3
from contextlib import closing

import pytest

from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter

VIP = Filter((Condition("tag", "any_of", ("VIP",)),))


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "{",
        "[]",
        '{"mode": "all", "parts": [{"field": "height", "op": "over", "values": [180]}]}',
        '{"mode": "two", "parts": [{"field": "tag", "op": "any_of", "values": ["VIP"]}]}',
        '{"mode": "all", "parts": [{"field": "tag", "op": "any_of", "values": "VIP"}]}',
    ],
    ids=["empty", "cut", "no filter", "of a newer Dangol", "of a newer mode", "no list"],
)
def test_one_list_that_cannot_be_read_leaves_the_others_as_they_are(core, shop, kept):
    core.contacts.add(ContactForm(name="김민지", tags=("VIP",)))
    first, broken, last = (core.segments.save(name, VIP) for name in ("가", "나", "다"))
    with closing(sqlite3.connect(shop)) as other:
        other.execute("UPDATE segment SET filter = ? WHERE id = ?", (kept, broken))
        other.commit()
    for counted in (True, False):
        rows = core.segments.all(counted=counted)
        assert [(row.id, row.name, row.readable) for row in rows] == [
            (first, "가", True),
            (broken, "나", False),
            (last, "다", True),
        ]
        assert [row.count for row in rows] == ([1, None, 1] if counted else [None] * 3)
    core.segments.rename(broken, "라")
    assert core.segments.all()[1].name == "라"
    core.segments.remove(broken)
    assert [row.id for row in core.segments.all()] == [first, last]
