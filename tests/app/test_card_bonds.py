"""Days, relations, roles and tastes travel on vCards: out, back the same, into a new shop."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.bootstrap import open_core
from app.errors import UserError
from app.exchange.cards import Card
from app.exchange.vcard_reading import read_cards
from app.exchange.vcard_writing import write_cards
from app.kinds import DATE_KINDS, RELATIONS, ROLES
from app.shapes.contacts import ContactForm
from app.shapes.important_dates import DateForm
from app.shapes.relations import RelationForm
from tests.app.exchange.vcard_files import crlf
from tests.conftest import TickingClock
from tests.dumps import logical_dump
from tests.files import bring_in, everybody, export, outcome, write_csv


def told(core):
    """Everything a card tells of everybody, by name."""
    found = {}
    for person in everybody(core):
        days = {
            (d.kind, d.label, d.lunar, d.leap_month, d.year, d.month, d.day)
            for d in core.important_dates.of(person.id)
        }
        relations = {
            (r.kind, r.forward, r.named, r.other_name, r.title)
            for r in core.relations.of(person.id)
            if not r.until
        }
        roles = {r.role for r in core.relations.roles(person.id) if not r.until}
        tastes = (person.values["likes"], person.values["dislikes"])
        found[person.name] = (days, relations, roles, tastes)
    return found


@pytest.fixture
def family(core):
    kim, lee, firm = (
        core.contacts.add(ContactForm(name=name, kind=kind))
        for name, kind in (("김민지", "person"), ("이하은", "person"), ("봄날상사", "company"))
    )
    core.contacts.edit(kim, "likes", "수국, 작약; 은은한 향")
    core.contacts.edit(kim, "dislikes", "백합\n(알레르기)")
    core.important_dates.set_birthday(
        kim, DateForm(kind="other", lunar=True, year=1990, month=8, day=30)
    )
    add = core.important_dates.add
    add(kim, DateForm(kind="anniversary", label="결혼", year=2015, month=10, day=9))
    add(kim, DateForm(kind="memorial", lunar=True, leap_month=True, month=5, day=3))
    add(kim, DateForm(kind="other", label="개업 | 기념", month=2, day=29))
    core.relations.relate(kim, lee, RelationForm(kind="spouse"))
    core.relations.relate(kim, firm, RelationForm(kind="works_at", title="점장"))
    core.relations.relate(
        lee, kim, RelationForm(kind="custom", named="단골 소개", named_back="소개받음")
    )
    ended = RelationForm(kind="friend", until="2020-01-01")
    core.relations.relate(lee, firm, ended)
    core.relations.give_role(kim, "customer")
    core.relations.give_role(firm, "supplier")
    return kim, lee, firm


def test_an_export_comes_back_as_the_same(core, shop, family, tmp_path):
    path = export(core, tmp_path / "a.vcf")
    before = logical_dump(shop)
    report = bring_in(core, path)
    assert (outcome(report), report.problems) == ({"same": 3}, ())
    assert logical_dump(shop) == before


def test_a_new_shop_learns_all_of_it_in_one_step(core, family, tmp_path, template):
    path = export(core, tmp_path / "a.vcf")
    other = open_core(shutil.copy(template, tmp_path / "other.db"), now=TickingClock())
    try:
        before = logical_dump(other.path)
        assert outcome(bring_in(other, path)) == {"added": 3}
        expected = told(core)
        renamed = {  # a relation the other shop has not named yet is called as it reads here
            name: (d, {(k, f, "단골 소개" if n else n, o, t) for k, f, n, o, t in r}, ro, ta)
            for name, (d, r, ro, ta) in expected.items()
        }
        assert told(other) == renamed
        assert other.care.check() == []
        assert outcome(bring_in(other, path)) == {"same": 3}
        other.history.undo()
        assert logical_dump(other.path) == before
    finally:
        other.close()


def test_a_phone_is_told_in_words_what_it_cannot_show(core, family, tmp_path):
    text = export(core, tmp_path / "a.vcf").read_bytes().replace(b"\r\n ", b"").decode()
    assert "NOTE;X-DANGOL=1:생일: 1990-08-30 (음력)" in text
    assert "X-ABDATE;X-DANGOL-KIND=anniversary:2015-10-09" in text
    assert "X-ABLabel:배우자" in text
    assert "NOTE;X-DANGOL=1:좋아하는 것: 수국" in text
    assert text.count("이하은") == 3  # N … FN, and as a spouse; not as an ended friend


def test_what_somebody_removed_does_not_come_back(core, family, tmp_path):
    kim, lee, _firm = family
    path = export(core, tmp_path / "a.vcf")
    for row in core.important_dates.of(kim):
        if row.kind == "memorial":
            core.important_dates.remove(row.id)
    spouse = next(r for r in core.relations.of(kim) if r.kind == "spouse")
    core.relations.end(spouse.id, "2026-01-01")
    core.relations.end_role(kim, "customer")
    before = told(core)
    assert outcome(bring_in(core, path)) == {"same": 3}
    assert told(core) == before
    assert lee


IPHONE = """
BEGIN:VCARD
VERSION:3.0
N:김;민수;;;
FN:김민수
TEL;type=CELL:010-0142-3377
item1.X-ABDATE;type=pref:2015-10-09
item1.X-ABLabel:_$!<Anniversary>!$_
item2.X-ABDATE:2019-03-02
item2.X-ABLabel:입학
item3.X-ABRELATEDNAMES:이영희
item3.X-ABLabel:_$!<Spouse>!$_
item4.X-ABRELATEDNAMES:김하나
item4.X-ABLabel:_$!<Child>!$_
item5.X-ABRELATEDNAMES:박모름
item5.X-ABLabel:_$!<Friend>!$_
item6.X-ABDATE:언젠가
item6.X-ABLabel:약속
END:VCARD
BEGIN:VCARD
VERSION:3.0
N:이;영희;;;
FN:이영희
TEL;type=CELL:010-0142-4488
END:VCARD
"""


def test_an_iphones_dates_and_relatives_are_found_and_the_unknown_stay_in_the_note(core, tmp_path):
    core.contacts.add(ContactForm(name="김하나"))
    path = tmp_path / "a.vcf"
    path.write_bytes(crlf(IPHONE.strip()))
    assert outcome(bring_in(core, path)) == {"added": 2}
    days, relations, _roles, _tastes = told(core)["김민수"]
    assert days == {
        ("anniversary", "", False, False, 2015, 10, 9), ("other", "입학", False, False, 2019, 3, 2),
    }  # fmt: skip
    assert relations == {
        ("spouse", True, "", "이영희", ""), ("parent", True, "", "김하나", ""),
    }  # fmt: skip
    (note,) = next(p for p in everybody(core) if p.name == "김민수").notes
    assert "박모름" in note.body
    assert "언젠가" in note.body
    assert outcome(bring_in(core, path)) == {"same": 2}
    assert core.care.check() == []


def test_columns_of_a_table_can_be_sent_to_days_relatives_and_roles(core, tmp_path):
    core.contacts.add(ContactForm(name="이영희"))
    rows = [
        ("이름", "휴대폰", "결혼기념일", "돌잔치", "배우자", "관계"),
        ("김민수", "010-0142-3377", "2015-10-09", "음력 3월 2일", "이영희", "고객, supplier"),
        ("박서준", "010-0142-4488", "", "언젠가", "모르는 분", "황제"),
    ]
    columns = {"결혼기념일": "date", "돌잔치": "date", "배우자": "relation", "관계": "role"}
    report = bring_in(core, write_csv(tmp_path / "a.csv", rows), told=columns)
    assert outcome(report) == {"added": 2}
    days, relations, roles, _tastes = told(core)["김민수"]
    assert days == {
        ("anniversary", "", False, False, 2015, 10, 9),
        ("other", "돌잔치", True, False, None, 3, 2),
    }
    assert relations == {("spouse", True, "", "이영희", "")}
    assert roles == {"customer", "supplier"}
    (note,) = next(p for p in everybody(core) if p.name == "박서준").notes
    assert note.body == "돌잔치: 언젠가\n배우자: 모르는 분\n관계: 황제"


def test_a_day_without_a_label_gets_none(core, tmp_path):
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:김민수\nX-ABDATE:2019-03-02\nEND:VCARD"
    (tmp_path / "a.vcf").write_bytes(crlf(card))
    bring_in(core, tmp_path / "a.vcf")
    assert told(core)["김민수"][0] == {("other", "", False, False, 2019, 3, 2)}


def test_nobody_becomes_related_to_themselves_or_to_one_of_several(core, tmp_path):
    for _ in range(2):
        core.contacts.add(ContactForm(name="박둘"))
    card = crlf("BEGIN:VCARD\nVERSION:3.0\nFN:김민수\nX-SPOUSE:김민수\nX-MS-CHILD:박둘\nEND:VCARD")
    (tmp_path / "a.vcf").write_bytes(card)
    assert outcome(bring_in(core, tmp_path / "a.vcf")) == {"added": 1}
    assert told(core)["김민수"][1] == set()


WORDS = st.text("가나다 abc,;:|\n\"'^", max_size=12).map(str.strip)
DAYS = st.builds(
    DateForm, kind=st.sampled_from(DATE_KINDS), label=WORDS, lunar=st.booleans(),
    leap_month=st.booleans(), year=st.none() | st.integers(1950, 2026),
    month=st.integers(1, 12), day=st.none() | st.integers(1, 30),
)  # fmt: skip
DEEDS = st.lists(
    st.tuples(
        st.integers(0, 2), st.integers(0, 2),
        st.one_of(
            DAYS,
            st.builds(RelationForm, kind=st.sampled_from(RELATIONS[:-1]), title=WORDS),
            st.sampled_from(ROLES),
            st.tuples(st.sampled_from(["likes", "dislikes", "nickname", "reading"]), WORDS),
        ),
    ),
    max_size=12,
)  # fmt: skip


def do(core, people, deed):
    one, other, what = people[deed[0]], people[deed[1]], deed[2]
    if isinstance(what, DateForm):
        core.important_dates.add(one, what)
    elif isinstance(what, RelationForm):
        core.relations.relate(one, other, what)
    elif isinstance(what, str):
        core.relations.give_role(one, what)
    else:
        core.contacts.edit(one, *what)


@settings(max_examples=10, deadline=None)
@given(deeds=DEEDS, version=st.sampled_from(["2.1", "3.0", "4.0"]))
def test_whatever_hangs_on_people_goes_out_and_comes_back_the_same(template, deeds, version):
    with TemporaryDirectory() as folder:
        core = open_core(shutil.copy(template, Path(folder) / "a.db"), now=TickingClock())
        people = [
            core.contacts.add(ContactForm(name=f"사람 {n}", phone=f"010-0142-000{n}"))
            for n in range(3)
        ]
        for deed in deeds:
            try:
                do(core, people, deed)
            except UserError:
                continue  # no such day, or somebody and themselves
        path = export(core, Path(folder) / "a.vcf")
        if version != "3.0":
            found = [card for card in read_cards(path.read_bytes()) if isinstance(card, Card)]
            write_cards(path, found, version)
        before = logical_dump(core.path)
        assert outcome(bring_in(core, path)) == {"same": 3}
        assert logical_dump(core.path) == before
        core.close()
