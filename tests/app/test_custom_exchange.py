"""Fields of the shop's own in files: matched, made of a column, out and back as the same."""

from datetime import date
from decimal import Decimal
from shutil import copy

import pytest

from app.bootstrap import open_core
from app.errors import FileError
from app.exchange.own_fields import kind_of
from app.jobs import Ticket
from app.settings import LANGUAGE
from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from app.shapes.filters import Filter
from tests.dumps import logical_dump
from tests.files import bring_in, export, outcome, problems, read_csv, write_csv

TRICKY = ["=1+1", "-5", "두\n줄", '"', "a, b", "'90s", "007"]


def field(core, label):
    fields = core.custom_fields.all(retired=True)
    return next(f for f in fields if label in (f.label_ko, f.label_en))


def contents(core, label):
    """What everybody has in a field, by the contact's name; choices by their names."""
    wanted = field(core, label)
    names = {choice.id: choice.label("ko") for choice in wanted.choices}
    ids = core.contacts.filtered(Filter())
    found = {}
    for contact_id in ids:
        for value in core.custom_fields.of(contact_id):
            if value.field_id == wanted.id:
                content = value.content
                if wanted.kind == "choice":
                    content = names[content]
                elif wanted.kind == "choices":
                    content = tuple(names[each] for each in content)
                found[core.contacts.name_of(contact_id)] = content
    return found


@pytest.fixture
def full(core):
    """A shop with fields of every kind, odd names among them, and odd content."""
    people = [core.contacts.add(ContactForm(f"손님 {n}")) for n in range(len(TRICKY))]
    add, put = core.custom_fields.add, core.custom_fields.put
    text = add(FieldForm(kind="text", label_ko="피하기", label_en="Avoid"))
    number = add(FieldForm(kind="number", label_ko="포인트", label_en="Points"))
    money = add(FieldForm(kind="money", label_ko="예산", label_en="Budget"))
    day = add(FieldForm(kind="date", label_ko="결혼식", label_en="Wedding"))
    answer = add(FieldForm(kind="yes_no", label_ko="주차", label_en="Parks"))
    one = add(FieldForm(kind="choice", label_ko="포장", choices=("크라프트", "비단, 흰")))
    several = add(FieldForm(kind="choices", label_ko="꽃", choices=("수국", "장미, 붉은", '"')))
    person = add(FieldForm(kind="person", label_ko="소개한 분"))
    add(FieldForm(kind="text", label_ko="이메일", label_en="Phone 1"))  # called as a fixed column
    again = add(FieldForm(kind="text", label_ko="포장"))  # called as another field
    formula = add(FieldForm(kind="text", label_ko="=A1"))
    gone = add(FieldForm(kind="text", label_ko="옛 칸"))
    flowers = [choice.id for choice in field(core, "꽃").choices]
    wrapping = next(f for f in core.custom_fields.all() if f.id == one)
    wraps = [choice.id for choice in wrapping.choices]
    for place, contact_id in enumerate(people):
        put([contact_id], text, TRICKY[place])
        put([contact_id], number, Decimal(place - 2) / 8)
        put([contact_id], money, place * 1000 - 2000)
        put([contact_id], day, date(1899 + 40 * place, 2, 28))
        put([contact_id], answer, place % 2 == 0)
        put([contact_id], one, wraps[place % 2])
        put([contact_id], several, tuple(flowers[: place % 4]) or None)
        put([contact_id], person, people[-1 - place])
        put([contact_id], again, f"또 {place}")
        put([contact_id], formula, "=SUM(A1)")
        put([contact_id], gone, "숨은 글")
    core.custom_fields.retire(gone)
    return core


@pytest.mark.parametrize(("name", "exact"), [("a.xlsx", False), ("a.csv", False), ("a.csv", True)])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_export_with_own_fields_comes_back_as_the_same(
    full, tmp_path, shop, name, exact, language
):
    full.settings.put(LANGUAGE, language)
    path = export(full, tmp_path / name, exact=exact)
    before = logical_dump(shop)
    report = bring_in(full, path)
    assert report.problems == ()
    assert outcome(report) == {"same": full.contacts.count()}
    assert logical_dump(shop) == before


def test_own_fields_stand_behind_the_fixed_columns_in_their_order(full, tmp_path):
    path = export(full, tmp_path / "a.csv", exact=True)
    header = read_csv(path)[0]
    notes = header.index("메모")
    assert header[notes + 1 : notes + 6] == ["피하기", "포인트", "예산", "결혼식", "주차"]
    assert "옛 칸" not in header
    assert sum(cell.startswith("포장 [") for cell in header) == 2


def test_a_comma_is_read_as_the_whole_column_writes_it_or_not_at_all(core, tmp_path):
    for label in ("Points", "Weight", "Both"):
        core.custom_fields.add(FieldForm(kind="number", label_en=label))
    path = write_csv(
        tmp_path / "a.csv",
        [
            ("이름", "휴대폰", "points", "weight", "both"),
            ("김민지", "010-0142-3377", "2,340", "1,5", "1,5"),
            ("박철수", "010-0142-4488", "1,234,567.5", "2,25", "2.5"),
        ],
    )
    report = bring_in(core, path)
    assert contents(core, "Points") == {"김민지": Decimal(2340), "박철수": Decimal("1234567.5")}
    assert contents(core, "Weight") == {"김민지": Decimal("1.5"), "박철수": Decimal("2.25")}
    assert contents(core, "Both") == {"박철수": Decimal("2.5")}
    assert problems(report) == [(2, "both", "not_a_number")]


def test_a_column_called_like_a_field_goes_to_it_and_new_values_become_choices(core, tmp_path):
    core.custom_fields.add(FieldForm(kind="choice", label_ko="등급", choices=("일반",)))
    core.custom_fields.add(FieldForm(kind="number", label_en="Points"))
    path = write_csv(
        tmp_path / "a.csv",
        [
            ("이름", "휴대폰", "등급", "points"),
            ("김민지", "010-0142-3377", "VIP", "2,340"),
            ("박철수", "010-0142-4488", "일반", "1.5"),
            ("이하은", "010-0142-5599", "vip", "많음"),
        ],
    )
    report = bring_in(core, path)
    assert outcome(report) == {"added": 3}
    assert contents(core, "등급") == {"김민지": "VIP", "박철수": "일반", "이하은": "VIP"}
    assert contents(core, "Points") == {"김민지": Decimal(2340), "박철수": Decimal("1.5")}
    assert problems(report) == [(4, "points", "not_a_number")]
    again = bring_in(core, path)
    assert outcome(again) == {"same": 3}
    core.history.undo()  # the second import changed nothing: the first one goes
    assert [c.label_ko or c.label_en for c in field(core, "등급").choices] == ["일반"]
    assert core.custom_fields.counts() == {}


def test_a_field_is_made_of_a_column_with_the_kind_of_what_stands_in_it(core, tmp_path, shop):
    before = logical_dump(shop)
    path = write_csv(
        tmp_path / "a.csv",
        [
            ("이름", "휴대폰", "좋아하는 꽃", "첫 상담", "예산", "주차"),
            ("김민지", "010-0142-3377", "수국, 장미", "2026-05-03", "12만원", "O"),
            ("박철수", "010-0142-4488", "장미", "2026-05-13", "80,000원", "X"),
            ("이하은", "010-0142-5599", "수국", "", "90,000원", "O"),
            ("정하나", "010-0142-6600", "장미", "2025-01-31", "", ""),
        ],
    )
    columns = ("좋아하는 꽃", "첫 상담", "예산", "주차")
    report = bring_in(core, path, told=dict.fromkeys(columns, "custom:new"))
    assert outcome(report) == {"added": 4}
    kinds = {f.label_ko: f.kind for f in core.custom_fields.all()}
    assert kinds == {"좋아하는 꽃": "choices", "첫 상담": "date", "예산": "money", "주차": "yes_no"}
    assert contents(core, "좋아하는 꽃")["김민지"] == ("수국", "장미")
    assert contents(core, "예산")["김민지"] == 120_000
    assert contents(core, "첫 상담")["정하나"] == date(2025, 1, 31)
    assert contents(core, "주차") == {"김민지": True, "박철수": False, "이하은": True}
    assert outcome(bring_in(core, path)) == {"same": 4}  # remembered, and the fields are there
    core.history.undo()
    assert core.custom_fields.all(retired=True) == []
    assert logical_dump(shop) == before


def test_what_is_there_stays_unless_the_field_may_be_overwritten(core, tmp_path):
    field_id = core.custom_fields.add(FieldForm(kind="text", label_ko="비고란"))
    contact = core.contacts.add(ContactForm("김민지", phone="010-0142-3377"))
    core.custom_fields.put([contact], field_id, "백합")
    path = write_csv(
        tmp_path / "a.csv", [("이름", "휴대폰", "비고란"), ("김민지", "010-0142-3377", "수국")]
    )
    assert outcome(bring_in(core, path)) == {"same": 1}
    assert contents(core, "비고란") == {"김민지": "백합"}
    assert outcome(bring_in(core, path, overwrite=(f"custom:{field_id}",))) == {"updated": 1}
    assert contents(core, "비고란") == {"김민지": "수국"}
    core.history.undo()
    assert contents(core, "비고란") == {"김민지": "백합"}


def test_a_name_that_several_have_is_kept_in_the_note(core, tmp_path):
    core.custom_fields.add(FieldForm(kind="person", label_ko="소개한 분"))
    for name in ("김민수", "김민수", "정하나"):
        core.contacts.add(ContactForm(name))
    path = write_csv(
        tmp_path / "a.csv",
        [
            ("이름", "휴대폰", "소개한 분"),
            ("가나다", "010-0142-3377", "정하나"),
            ("라마바", "010-0142-4488", "김민수"),
        ],
    )
    report = bring_in(core, path)
    assert problems(report) == [(3, "소개한 분", "person_unclear")]
    assert list(contents(core, "소개한 분")) == ["가나다"]


def test_a_name_that_two_had_who_are_one_now_is_clear(core, tmp_path):
    core.custom_fields.add(FieldForm(kind="person", label_ko="소개한 분"))
    stays, goes = (core.contacts.add(ContactForm("김민수")) for _ in range(2))
    core.duplicates.merge(stays, goes)
    rows = [("이름", "휴대폰", "소개한 분"), ("라마바", "010-0142-4488", "김민수")]
    assert problems(bring_in(core, write_csv(tmp_path / "a.csv", rows))) == []
    assert contents(core, "소개한 분") == {"라마바": stays}


def test_a_new_shop_takes_people_that_point_at_each_other(full, tmp_path, template, clock):
    path = export(full, tmp_path / "a.csv", exact=True)
    other = open_core(copy(template, tmp_path / "other.db"), now=clock)
    try:
        columns = [cell for cell in read_csv(path)[0] if cell in ("피하기", "소개한 분")]
        kinds = {"피하기": "custom:new:text", "소개한 분": "custom:new:person"}
        report = bring_in(other, path, told={c: kinds[c] for c in columns})
        assert outcome(report) == {"added": full.contacts.count()}
        assert len(contents(other, "소개한 분")) == len(TRICKY)
        assert sorted(contents(other, "피하기").values()) == sorted(
            contents(full, "피하기").values()
        )
    finally:
        other.close()


def test_a_field_that_is_not_there_cannot_be_told(core, tmp_path):
    path = write_csv(tmp_path / "a.csv", [("이름", "칸"), ("김민지", "1")])
    with pytest.raises(FileError):
        bring_in(core, path, told={"칸": "custom:123"})


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["수국", "장미", "수국", "장미"], "choice"),
        (["수국, 장미", "장미", "수국", "장미"], "choices"),
        (["하나", "둘", "셋"], "text"),
        (["1,200", "3"], "number"),
        (["₩1,200", "3"], "money"),
        ([], "text"),
    ],
)
def test_the_kind_of_a_field_is_proposed_from_what_stands_in_the_column(cells, kind):
    assert kind_of(cells, "ko", 2026) == kind


def test_paper_has_the_filled_fields_in_their_order(full):
    contact_id = full.contacts.filtered(Filter())[-1]
    (printed,) = full.exports.printed([contact_id], ticket=Ticket()).contacts
    words = dict(printed.own)
    assert list(words)[:3] == ["피하기", "포인트", "예산"]
    assert words["예산"] == "4,000"
    assert words["소개한 분"] == "손님 0"
    assert "옛 칸" not in words
