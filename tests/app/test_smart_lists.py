"""Smart lists: in each other, frozen, one's own, in the navigation or not; told by the CLI."""

import json
import sqlite3
from contextlib import closing

import pytest

from app.errors import InvalidInputError
from app.exchange.own_format import encode_id
from app.filter_words import sentence
from app.ops import Op
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from app.shapes.filters import Condition, Filter
from tests.app.test_cli import Cli

VIP = Filter((Condition("tag", "any_of", ("VIP",)),))


def inside(*ids, op="any_of"):
    return Filter((Condition("list", op, ids),))


@pytest.fixture
def people(core):
    add = core.contacts.add
    return {
        "kim": add(ContactForm(name="김민지", phone="010-0142-3377", tags=("VIP",))),
        "lee": add(ContactForm(name="이하은", tags=("VIP",))),
        "moru": add(ContactForm(name="카페 모루", kind="company")),
    }


def test_a_list_in_a_list_follows_it(core, people):
    vip = core.segments.save("VIP", VIP)
    rest = core.segments.save("나머지", inside(vip, op="none_of"))
    assert list(core.segments.ids(rest)) == [people["moru"]]
    core.contacts.tag([people["moru"]], "VIP")
    assert list(core.segments.ids(rest)) == []
    core.segments.remove(vip)
    assert len(core.segments.ids(rest)) == 3  # a list that is gone has nobody in it


def test_a_list_that_would_be_in_itself_is_refused(core, people):
    vip = core.segments.save("VIP", VIP)
    outer = core.segments.save("겉", inside(vip))
    for wanted in (inside(vip), inside(outer), Filter((inside(outer),), "none")):
        with pytest.raises(InvalidInputError):
            core.segments.edit(vip, "VIP", wanted, None, own=False, pinned=True)
        with pytest.raises(InvalidInputError):
            core.segments.glimpse(wanted, within=vip)
    assert core.segments.get(vip).filter == VIP


def test_lists_that_came_to_be_in_themselves_bar_no_other(core, people, shop):
    vip = core.segments.save("VIP", VIP)
    outer = core.segments.save("겉", inside(vip))
    with closing(sqlite3.connect(shop)) as other:
        other.execute("UPDATE segment SET filter = ? WHERE id = ?", (inside(outer).to_json(), vip))
        other.commit()
    core.segments.save("회사", Filter((Condition("kind", "any_of", ("company",)),)))
    rows = core.segments.all()
    assert [(row.name, row.readable, row.count) for row in rows] == [
        ("VIP", False, None), ("겉", False, None), ("회사", True, 1),
    ]  # fmt: skip
    with pytest.raises(InvalidInputError):
        core.segments.ids(vip)


def test_a_frozen_list_keeps_who_was_in_it_and_a_copy_follows_again(core, people):
    vip = core.segments.save("VIP", VIP, "plum")
    assert core.segments.freeze(vip) == 2
    core.contacts.tag([people["moru"]], "VIP")
    core.contacts.untag([people["lee"]], "VIP")
    copy = core.segments.copy(vip, "VIP 지금")
    kim, lee, moru = people["kim"], people["lee"], people["moru"]
    assert set(core.segments.ids(vip)) == {kim, lee}
    assert set(core.segments.ids(copy)) == {kim, moru}
    outer = core.segments.save("겉", inside(vip))
    assert set(core.segments.ids(outer)) == {kim, lee}
    row = core.segments.get(vip)
    assert (row.made_of, row.frozen_at is not None, row.readable) == (VIP, True, True)
    with pytest.raises(InvalidInputError):
        core.segments.freeze(vip)
    core.contacts.trash([kim])
    assert list(core.segments.ids(vip)) == [lee]
    for _ in range(3):
        core.history.undo()
    assert core.care.check() == []


def test_people_kept_by_hand_are_a_list_that_nothing_changes_and_so_is_its_copy(core, people):
    kim, moru = people["kim"], people["moru"]
    kept = core.segments.keep("보고서에서", [kim, moru])
    copy = core.segments.copy(kept, "사본")
    core.contacts.untag([kim], "VIP")
    assert set(core.segments.ids(kept)) == set(core.segments.ids(copy)) == {kim, moru}
    assert [row.count for row in core.segments.all()] == [2, 2]
    core.history.undo()
    core.history.undo()
    core.history.undo()
    assert core.segments.all() == []


def test_freezing_is_one_step_and_taken_back_as_one(core, people):
    vip = core.segments.save("VIP", VIP)
    core.segments.freeze(vip)
    assert core.history.entries(limit=1)[0].op == Op.FREEZE_SEGMENT
    core.history.undo()
    row = core.segments.get(vip)
    assert (row.frozen_at, row.filter) == (None, VIP)
    core.contacts.untag([people["lee"]], "VIP")
    assert list(core.segments.ids(vip)) == [people["kim"]]


def test_a_list_of_ones_own_is_seen_by_nobody_else(core, people):
    mine = core.segments.save("내 목록", VIP, own=True)
    core.segments.save("모두", VIP)
    core.store.actor_id = core.staff.add("박준호")
    assert [row.name for row in core.segments.all()] == ["모두"]
    core.store.actor_id = core.staff.all()[0].id
    core.segments.share(mine, own=False)
    core.store.actor_id = core.staff.all()[1].id
    assert [row.name for row in core.segments.all()] == ["내 목록", "모두"]


def test_a_list_is_painted_and_taken_out_of_the_navigation(core, people):
    vip = core.segments.save("VIP", VIP)
    core.segments.paint(vip, "plum")
    core.segments.pin(vip, pinned=False)
    row = core.segments.get(vip)
    assert (row.colour, row.pinned) == ("plum", False)
    core.history.undo()
    assert core.segments.get(vip).pinned


def test_a_glimpse_tells_how_many_and_the_first_by_name(core, people):
    found = core.segments.glimpse(Filter())
    assert (found.count, found.names) == (3, ("김민지", "이하은", "카페 모루"))


def test_a_field_that_is_retired_is_told_and_still_asked(core, people):
    field = core.custom_fields.add(FieldForm(kind="text", label_ko="꽃", label_en="Flower"))
    core.custom_fields.put([people["kim"]], field, "장미")
    wanted = Filter((Condition(f"custom:{field}", "contains", ("장",)),))
    kept = core.segments.save("장미", wanted)
    assert list(core.segments.ids(kept)) == [people["kim"]]
    core.custom_fields.retire(field)
    assert list(core.segments.ids(kept)) == [people["kim"]]
    names = core.segments.names(wanted)
    assert names.is_broken(wanted.parts[0])
    assert sentence(wanted, names, "ko") == "꽃(쓰지 않는 항목)에 ‘장’이 들어 있는 고객"


@pytest.mark.parametrize(
    ("wanted", "english", "korean"),
    [
        (Filter(), "Everybody", "모든 고객"),
        (
            Filter((Condition("tag", "any_of", ("VIP", "단골")),
                    Condition("last_contact", "before_days", (60,)))),
            "Everybody who has the tag VIP or 단골 and was last in contact more than 60 days ago",
            "VIP 또는 단골 태그가 있고 마지막 연락이 60일 넘게 지난 고객",
        ),
        (
            Filter((Condition("birthday", "within_days", (7,)), Condition("email", "unknown")),
                   "any"),
            "Everybody who has a birthday in the next 7 days or has no e-mail",
            "생일이 앞으로 7일 안이거나 이메일이 없는 고객",
        ),
        (
            Filter((Filter((Condition("kind", "any_of", ("company",)),), "none"),
                    Condition("count:visit", "at_least", (3, 90)))),
            "Everybody who is not somebody who is a company and had 3 or more visits in the last"
            " 90 days",
            "(구분이 회사인 고객)이 아니고 지난 90일 동안 방문이 3번 이상인 고객",
        ),
        (
            Filter((Condition("stage", "none_of", ("lost",)),
                    Condition("do_not_contact", "empty"))),
            "Everybody who does not have lost as stage and may be contacted",
            "단계가 떠남이 아니고 연락 금지가 아닌 고객",
        ),
    ],
)  # fmt: skip
def test_a_filter_reads_as_a_sentence(core, wanted, english, korean):
    names = core.segments.names(wanted)
    assert sentence(wanted, names, "en") == english
    assert sentence(wanted, names, "ko") == korean


def test_the_command_line_names_the_lists_and_who_is_in_one(core, people, shop):
    vip = core.segments.save("VIP", VIP)
    core.close()
    cli = Cli(shop)
    assert cli.json("list") == {
        "lists": [{"id": encode_id(vip), "name": "VIP", "count": 2, "frozen": False}]
    }
    assert cli.json("list", "vip") == {
        "list": "VIP", "count": 2,
        "people": [
            {"id": encode_id(people["kim"]), "name": "김민지", "phones": ["010-0142-3377"]},
            {"id": encode_id(people["lee"]), "name": "이하은", "phones": []},
        ],
    }  # fmt: skip
    assert cli.run("list", "VIP").splitlines() == ["김민지  010-0142-3377", "이하은"]
    assert cli.json("list", "없음", exits=1)["error"] == "no_such_list"
    assert json.loads(cli.run("list", "--json"))["lists"]
