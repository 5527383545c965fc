"""Likes, dislikes, readings, nicknames and photos in tables: out, back, and from foreign ones."""

import pytest

from app.shapes.contacts import ContactForm
from tests.app.test_files import png
from tests.dumps import logical_dump
from tests.files import bring_in, export, one, outcome, problems, read_csv, write_csv

TOLD = {
    "likes": "=수국, 작약", "dislikes": "백합\n(알레르기)", "reading": "gim min-ji",
    "nickname": "민지쌤",
}  # fmt: skip


@pytest.fixture
def kim(core):
    contact = core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))
    for field, value in TOLD.items():
        core.contacts.edit(contact, field, value)
    core.files.set_photo(contact, png(4, 4))
    core.contacts.add(ContactForm(name="박서준"))
    return contact


@pytest.mark.parametrize(("name", "exact"), [("a.xlsx", False), ("a.csv", False), ("a.csv", True)])
def test_an_export_comes_back_as_the_same(core, shop, kim, tmp_path, name, exact):
    path = export(core, tmp_path / name, exact=exact)
    before = logical_dump(shop)
    report = bring_in(core, path)
    assert (outcome(report), report.problems) == ({"same": 2}, ())
    assert logical_dump(shop) == before


def test_what_was_lost_since_comes_back_from_the_file_the_photo_too(core, kim, tmp_path):
    path = export(core, tmp_path / "a.csv")
    for field in TOLD:
        core.contacts.edit(kim, field, "")
    core.files.remove_photo(kim)
    assert outcome(bring_in(core, path)) == {"same": 1, "updated": 1}
    values = core.contacts.detail(kim).values
    assert {field: values[field] for field in TOLD} == TOLD
    assert core.files.photo(kim) == png(4, 4)
    assert core.care.check() == []


def test_without_photos_there_is_no_column_for_them(core, kim, tmp_path):
    core.files.remove_photo(kim)
    header = read_csv(export(core, tmp_path / "a.csv"), "utf-8-sig")[0]
    assert {"좋아하는 것", "싫어하는 것", "별명", "읽는 법"} <= set(header)
    assert "사진" not in header


def test_a_photo_that_is_not_in_the_shops_folder_is_told_of(core, kim, tmp_path):
    path = export(core, tmp_path / "a.csv", exact=True)
    text = path.read_text("utf-8")
    header, row = read_csv(path)[:2]
    path.write_text(text.replace(row[header.index("사진")], "0" * 64), "utf-8")
    core.files.remove_photo(kim)
    report = bring_in(core, path)
    assert outcome(report) == {"same": 2}
    assert problems(report) == [(2, "사진", "photo_not_here")]
    assert core.files.photo(kim) is None


@pytest.mark.parametrize(
    "header",
    [
        ("이름", "휴대폰", "별칭", "발음", "취향", "기피 사항"),
        ("Name", "Mobile", "Nick name", "Phonetic name", "Preferences", "Dislikes"),
    ],
)
def test_headers_of_other_programs_are_understood(core, tmp_path, header):
    rows = [header, ("최서연", "010-0142-3377", "연이", "choe", "작약", "백합")]
    assert outcome(bring_in(core, write_csv(tmp_path / "a.csv", rows))) == {"added": 1}
    values = one(core, "최서연").values
    assert [values[f] for f in ("nickname", "reading", "likes", "dislikes")] == [
        "연이", "choe", "작약", "백합",
    ]  # fmt: skip


def test_a_picture_named_in_a_foreign_table_is_never_opened(core, tmp_path):
    picture = tmp_path / "me.png"
    picture.write_bytes(png(4, 4))
    rows = [("이름", "휴대폰", "사진"), ("최서연", "010-0142-3377", str(picture))]
    report = bring_in(core, write_csv(tmp_path / "a.csv", rows))
    assert problems(report) == [(2, "사진", "file_not_read")]
    person = one(core, "최서연")
    assert core.files.photo(person.id) is None
    assert str(picture) in person.notes[0].body
