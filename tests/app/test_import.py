"""Importing real files: every row is accounted for, nothing is lost, guessed or loosened."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.errors import FileError, FileProblem
from app.exchange.own_format import encode_id
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from tests.dumps import logical_dump
from tests.files import (
    bring_in,
    counts,
    everybody,
    export,
    one,
    outcome,
    points,
    problems,
    read_csv,
    read_xlsx,
    write_csv,
    write_xlsx,
)

HEADER = ("이름", "휴대폰", "이메일", "회사", "메모")


def ledger(path):
    with closing(sqlite3.connect(path)) as connection:
        return [
            connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
            for table in ("change_set", "change", "import_batch", "import_row")
        ]


@pytest.fixture
def minji(core):
    return core.contacts.add(
        ContactForm(name="김민지", phone="010-0142-3377", email="minji@example.com")
    )


@pytest.fixture
def csv(tmp_path):
    """Write rows to a csv file under the usual header."""

    def csv(*rows, header=HEADER, name="고객.csv", **how):
        return write_csv(tmp_path / name, [header, *rows], **how)

    return csv


# What the file says becomes contacts


def test_a_cp949_list_with_preamble_lost_zeros_and_totals_needs_nothing_told(core, tmp_path, shop):
    before = logical_dump(shop)
    empty = export(core, tmp_path / "before.csv").read_bytes()
    path = write_csv(
        tmp_path / "봄날_고객명단.csv",
        [
            ("봄날 고객 명단",),
            ("2026-05-12 출력",),
            (),
            ("고객명", "휴대폰번호", "생년월일", "누적구매금액"),
            ("김민지", "1001423377", "1991-05-16", "1,250,000원"),
            ("박철수", "1001424488", "1985.3.2", "80,000"),
            ("", "", "", ""),
            ("합계", "", "", "1,330,000"),
        ],
        encoding="cp949",
    )
    report = bring_in(core, path)
    assert counts(report) == {
        "read": 3, "added": 2, "updated": 0, "same": 0, "skipped": 1, "failed": 0
    }  # fmt: skip
    assert (report.encoding, report.header_line) == ("cp949", 4)
    assert (8, "", "total") in problems(report)
    assert (5, "휴대폰번호", "phone_zero_added") in problems(report)
    found = core.contacts.find("4488").contacts
    assert [(c.name, c.phones) for c in found] == [("박철수", ("010-0142-4488",))]
    assert one(core, "김민지").values["birthday"] == "1991-05-16"
    header, first, _second = read_csv(export(core, tmp_path / "all.csv"), "utf-8-sig")
    assert first[header.index("이전 누적 금액")] == "1250000"
    assert report.failed_file is None
    core.history.undo(report.change_set)
    assert logical_dump(shop) == before
    assert export(core, tmp_path / "after.csv").read_bytes() == empty


def test_an_old_xls_needs_nothing_told(core, tmp_path):
    from tests.app.exchange.xls_bytes import biff8, compound_file

    rows = [["이름", "전화번호"], ["김민지", 1001423377.0], ["박철수", "02-123-4567"]]
    path = tmp_path / "명단.xls"
    path.write_bytes(compound_file({"Workbook": biff8({"고객": rows})}))
    assert outcome(bring_in(core, path)) == {"added": 2}
    assert [c.name for c in core.contacts.find("3377").contacts] == ["김민지"]


def test_a_workbook_brings_dates_numbers_and_phones_as_people_write_them(core, tmp_path):
    path = write_xlsx(
        tmp_path / "고객.xlsx",
        {
            "고객": [
                ["이름", "휴대폰", "생일", "첫 방문일"],
                ["김민지", 1001423377.0, date(1991, 5, 16), 45000],
            ]
        },
    )
    report = bring_in(core, path)
    assert outcome(report) == {"added": 1}
    assert report.sheet == "고객"
    assert report.encoding is None
    person = one(core, "김민지")
    assert points(person, "phone") == ["010-0142-3377"]
    assert person.values["birthday"] == "1991-05-16"
    assert person.values["first_seen_on"] == "2023-03-15"


def test_columns_nobody_knows_are_kept_in_one_note_under_their_headers(core, csv):
    header = ("이름", "휴대폰", "좋아하는 꽃", "단골 등급표")
    bring_in(core, csv(("김민지", "010-0142-3377", "튤립", "여름 회원"), header=header))
    (note,) = one(core, "김민지").notes
    assert "좋아하는 꽃: 튤립" in note.body


def test_formula_looking_names_come_in_as_plain_text(core, csv):
    bring_in(core, csv(("=HYPERLINK(1)", "010-0142-3377", "", "@봄날", "-5,000")))
    person = one(core, "=HYPERLINK(1)")
    assert person.values["company"] == "@봄날"


def test_one_phone_cell_may_hold_several(core, csv):
    bring_in(core, csv(("김민지", "010-0142-3377 ::: 02-123-4567", "", "", "")))
    assert points(one(core, "김민지"), "phone") == ["010-0142-3377", "02-123-4567"]


def test_lost_digits_are_marked_and_never_invented(core, csv):
    report = bring_in(core, csv(("김민지", "8.21E+11", "", "", "")))
    assert (2, "휴대폰", "phone_digits_lost") in problems(report)
    assert points(one(core, "김민지"), "phone") == ["8.21E+11"]


def test_an_ambiguous_date_column_is_told_once_for_the_whole_column(core, csv):
    rows = [("김민지", "03/04/2020"), ("박철수", "05/06/2021")]
    report = bring_in(core, csv(*rows, header=("이름", "첫 방문일")))
    assert [p for p in problems(report) if p[2] == "date_ambiguous"] == [
        (0, "첫 방문일", "date_ambiguous")
    ]


# Modes and matching


def test_both_fills_what_is_empty_and_adds_who_is_missing(core, csv, minji):
    path = csv(
        ("김민지", "01001423377", "other@example.com", "봄날 꽃집", "창가 자리"),
        ("박철수", "010-0142-4488", "", "", ""),
    )
    assert outcome(bring_in(core, path)) == {"added": 1, "updated": 1}
    person = core.contacts.detail(minji)
    assert person.values["company"] == "봄날 꽃집"
    assert points(person, "phone") == ["010-0142-3377"]
    assert points(person, "email") == ["minji@example.com", "other@example.com"]
    assert [n.body for n in person.notes] == ["창가 자리"]


def test_the_same_file_twice_changes_nothing_and_says_so(core, csv, shop, clock):
    path = csv(
        ("김민지", "01001423377", "minji@example.com", "봄날", "창가 자리"),
        ("박철수", "010-0142-4488 / 02-123-4567", "", "", ""),
        ("010-0142-5599", "010-0142-5599", "", "", ""),
        ("김민지", "01001423377", "minji@example.com", "", "두 번째 메모"),
    )
    first = bring_in(core, path)
    assert first.imported_before is None
    dump = logical_dump(shop)
    clock.move(minutes=1)
    second = bring_in(core, path)
    assert outcome(second) == {"same": 4}
    assert logical_dump(shop) == dump
    assert second.imported_before is not None
    assert second.change_set is None


def test_update_changes_who_is_there_and_skips_the_others(core, csv, minji):
    path = csv(("김민지", "010-0142-3377", "", "봄날", ""), ("박철수", "010-0142-4488", "", "", ""))
    report = bring_in(core, path, mode="update")
    assert outcome(report) == {"updated": 1, "skipped": 1}
    assert problems(report) == [(3, "", "not_found")]
    assert core.contacts.count() == 1


def test_add_adds_every_row_look_alikes_too(core, csv, minji):
    row = ("김민지", "010-0142-3377", "minji@example.com", "", "")
    assert outcome(bring_in(core, csv(row, row, row), mode="add")) == {"added": 3}
    assert core.contacts.count() == 4


def test_add_of_our_own_export_gives_ids_only_once(core, tmp_path, minji):
    path = export(core, tmp_path / "export.csv")
    rows = read_csv(path, "utf-8-sig")
    write_csv(path, [rows[0], rows[1], rows[1]], encoding="utf-8-sig")
    assert outcome(bring_in(core, path, mode="add")) == {"added": 2}
    core.contacts.trash([person.id for person in everybody(core)])
    stranger = encode_id(77)
    write_csv(path, [rows[0], *[[stranger, *rows[1][1:]]] * 2], encoding="utf-8-sig")
    assert outcome(bring_in(core, path, mode="add")) == {"added": 2}
    assert 77 in [person.id for person in everybody(core)]


@pytest.mark.parametrize(
    ("match", "row"),
    [
        ("phone", ("김민지", "+82 10-0142-3377", "", "", "", "")),
        ("email", ("김민지", "", "MINJI+shop@example.com", "", "", "")),
        ("name+birthday", ("김 민지님", "", "", "1991.05.16", "", "")),
        ("number", ("민지", "", "", "", "A-17", "")),
    ],
)
def test_each_key_alone_finds_the_contact(core, csv, minji, match, row):
    core.contacts.edit(minji, "birthday", "1991-05-16")
    core.contacts.edit(minji, "number", "A-17")
    row = (*row[:5], "봄날")
    path = csv(row, header=("이름", "휴대폰", "이메일", "생일", "고객번호", "회사"))
    assert outcome(bring_in(core, path, match=(match,), dry=True)) == {"updated": 1}
    others = tuple(m for m in ("phone", "email", "name+birthday", "number") if m != match)
    assert outcome(bring_in(core, path, match=others)) == {"added": 1}


def test_any_phone_of_the_row_matches_any_of_the_contact(core, csv, minji):
    core.contacts.add_point(minji, "phone", "02-123-4567", "work")
    path = csv(
        ("김민지", "010-9999-0000", "02-123-4567", "봄날"),
        header=("이름", "휴대폰", "직장 전화", "회사"),
    )
    assert outcome(bring_in(core, path)) == {"updated": 1}
    assert points(core.contacts.detail(minji), "phone") == [
        "010-0142-3377", "02-123-4567", "010-9999-0000",
    ]  # fmt: skip


def test_relay_numbers_match_nobody(core, csv):
    rows = [("김민지", "0504-1234-5678", "", "", ""), ("김민지", "0504-1234-5678", "", "", "")]
    assert outcome(bring_in(core, csv(*rows))) == {"added": 2}


def test_dangols_own_id_comes_before_every_other_key(core, csv, minji):
    other = core.contacts.add(ContactForm(name="박철수", phone="010-0142-4488"))
    header = ("단골 ID", "이름", "전화 1", "회사")
    path = csv((encode_id(other), "김민지", "010-0142-3377", "봄날"), header=header)
    assert outcome(bring_in(core, path)) == {"updated": 1}
    assert core.contacts.detail(other).values["company"] == "봄날"
    assert core.contacts.detail(minji).values["company"] is None


def test_a_phone_of_somebody_else_is_ambiguous(core, csv, minji):
    report = bring_in(core, csv(("이영희", "010-0142-3377", "", "", "")))
    assert outcome(report) == {"failed": 1}
    assert problems(report) == [(2, "", "ambiguous")]
    assert core.contacts.count() == 1


def test_a_row_that_fits_several_contacts_is_ambiguous(core, csv, minji):
    core.contacts.add(ContactForm(name="김민지", email="kim@example.com"))
    report = bring_in(core, csv(("김민지", "010-0142-3377", "kim@example.com", "봄날", "")))
    assert outcome(report) == {"failed": 1}
    assert problems(report) == [(2, "", "ambiguous")]


def test_a_family_on_one_phone_stays_separate_people(core, csv):
    path = csv(
        ("김민지", "010-0142-3377", "", "", ""),
        ("김서준", "010-0142-3377", "", "", ""),
        ("김하윤", "010-0142-3377", "", "", ""),
    )
    assert outcome(bring_in(core, path)) == {"added": 3}
    assert outcome(bring_in(core, path)) == {"same": 3}


def test_rows_of_one_person_join_and_bring_what_each_has(core, csv):
    path = csv(
        ("김민지", "010-0142-3377", "", "", "첫 줄"),
        ("김 민지님", "+82-10-0142-3377", "minji@example.com", "봄날", "둘째 줄"),
        ("김민지", "", "minji@example.com", "", ""),
    )
    report = bring_in(core, path)
    assert report.read == 3
    assert report.added == 1
    assert core.contacts.count() == 1
    person = one(core, "김민지")
    assert points(person, "email") == ["minji@example.com"]
    assert person.values["company"] == "봄날"
    assert {n.body for n in person.notes} == {"첫 줄", "둘째 줄"}


def test_contacts_in_the_trash_match_nobody(core, csv, minji):
    core.contacts.trash([minji])
    path = csv(("김민지", "010-0142-3377", "minji@example.com", "", ""))
    assert outcome(bring_in(core, path)) == {"added": 1}


# Overwriting is chosen, blank never erases, consent only gets stricter


def test_without_overwrite_a_filled_field_stays(core, csv, minji):
    core.contacts.edit(minji, "company", "옛 회사")
    path = csv(("김민지", "010-0142-3377", "", "새 회사", ""))
    assert outcome(bring_in(core, path)) == {"same": 1}
    assert core.contacts.detail(minji).values["company"] == "옛 회사"


def test_overwrite_replaces_the_chosen_column_alone(core, csv, minji):
    core.contacts.edit(minji, "company", "옛 회사")
    core.contacts.edit(minji, "nickname", "민지")
    header = ("이름", "휴대폰", "회사", "별명")
    path = csv(("김민지", "010-0142-3377", "새 회사", "밍밍"), header=header)
    assert outcome(bring_in(core, path, overwrite=("company",))) == {"updated": 1}
    values = core.contacts.detail(minji).values
    assert (values["company"], values["nickname"]) == ("새 회사", "민지")


@pytest.mark.parametrize("overwrite", [(), ("company", "name", "phone", "email")])
def test_a_blank_cell_never_erases(core, csv, minji, shop, overwrite):
    core.contacts.edit(minji, "company", "옛 회사")
    before = logical_dump(shop)
    path = csv(("", "010-0142-3377", "", "", ""), ("김민지", "", "minji@example.com", "", ""))
    assert outcome(bring_in(core, path, overwrite=overwrite)) == {"same": 2}
    assert logical_dump(shop) == before


@pytest.mark.parametrize(
    ("kind", "header", "old", "new"),
    [
        ("phone", "휴대폰", "010-0142-3377", "010-0142-9999"),
        ("email", "이메일", "minji@example.com", "new@example.com"),
        ("address", "주소", "서울 마포구 월드컵로 1", "서울 마포구 월드컵로 2"),
        ("link", "홈페이지", "https://example.com/old", "https://example.com/new"),
    ],
)
def test_overwriting_phones_mails_addresses_and_links_replaces_those_there(
    core, csv, minji, kind, header, old, new
):
    core.contacts.edit(minji, "number", "7")
    if kind in ("address", "link"):
        core.contacts.add_point(minji, kind, old)
    path = csv(("김민지", "7", new), header=("이름", "고객번호", header))
    dry = bring_in(core, path, match=("number",), overwrite=(kind,), dry=True)
    assert outcome(dry) == {"updated": 1}
    report = bring_in(core, path, match=("number",), overwrite=(kind,))
    assert outcome(report) == {"updated": 1}
    assert points(core.contacts.detail(minji), kind) == [new]
    assert outcome(bring_in(core, path, match=("number",), overwrite=(kind,))) == {"same": 1}
    core.history.undo(report.change_set)
    assert points(core.contacts.detail(minji), kind) == [old]


def test_overwriting_the_name_takes_a_row_of_another_name_for_the_contact(core, csv, minji):
    path = csv(("김민지나", "010-0142-3377", "", "", ""), ("이영희", "010-0142-3377", "", "", ""))
    report = bring_in(core, path, overwrite=("name",))
    assert outcome(report)["updated"] == 2
    assert core.contacts.detail(minji).name == "이영희"
    assert [c.id for c in core.contacts.find("이영희").contacts] == [minji]


def test_a_name_takes_the_place_of_a_phone_that_stood_in_for_one(core, csv):
    contact = core.contacts.add(ContactForm(phone="010-0142-3377"))
    assert outcome(bring_in(core, csv(("김민지", "010-0142-3377", "", "", "")))) == {"updated": 1}
    assert core.contacts.detail(contact).name == "김민지"
    assert core.care.check() == []


def test_consent_is_tightened_and_never_loosened(core, csv):
    told = {"a": "granted", "b": "denied", "c": None}
    ids = {}
    for place, (name, consent) in enumerate(told.items()):
        ids[name] = core.contacts.add(ContactForm(name=name * 3, phone=f"010-0142-000{place}"))
        core.contacts.edit(ids[name], "consent_sms", consent)
    header = ("이름", "휴대폰", "문자 수신 동의")

    def consents(*cells):
        rows = [(n * 3, f"010-0142-000{i}", cells[i]) for i, n in enumerate(told)]
        report = bring_in(core, csv(*rows, header=header), overwrite=("name",))
        return report, [core.contacts.detail(i).values["consent_sms"] for i in ids.values()]

    report, now = consents("Y", "Y", "Y")
    assert now == ["granted", "denied", None]
    assert problems(report) == [
        (3, "문자 수신 동의", "consent_not_loosened"),
        (4, "문자 수신 동의", "consent_not_loosened"),
    ]
    assert consents("", "", "")[1] == ["granted", "denied", None]
    assert consents("N", "N", "N")[1] == ["denied", "denied", "denied"]
    assert consents("Y", "Y", "Y")[1] == ["denied", "denied", "denied"]


def test_consent_cannot_be_chosen_for_overwriting(core, csv, minji):
    with pytest.raises(FileError) as caught:
        bring_in(core, csv(("김민지", "", "", "", "")), overwrite=("consent_sms",))
    assert caught.value.problem == FileProblem.NO_SUCH_FIELD


def test_consents_of_new_contacts_are_taken_as_they_stand(core, csv):
    header = ("이름", "휴대폰", "이메일 수신 동의")
    rows = (("김민지", "010-0142-3377", "동의"), ("박철수", "010-0142-4488", "거부"))
    bring_in(core, csv(*rows, header=header))
    assert [p.values["consent_email"] for p in everybody(core)] == ["granted", "denied"]


# Rows that are left out


def test_failed_rows_are_saved_in_the_files_own_format_and_come_in_once_mended(
    core, tmp_path, minji
):
    path = write_csv(
        tmp_path / "명단.csv",
        [
            ("이름", "휴대폰", "회사", "메모"),
            ("박철수", "010-0142-4488", "봄날", "세미콜론; 안에"),
            ("이영희", "010-0142-3377", "여름", "두 줄\n메모"),
            ("", "", "가을", ""),
            ("정국", "010-0142-5599", "겨울", "", "", "너무", "많다"),
        ],
        encoding="cp949",
        delimiter=";",
    )
    report = bring_in(core, path)
    assert outcome(report)["failed"] >= 2
    saved = report.failed_file
    assert saved is not None
    assert saved.parent == tmp_path
    assert saved.suffix == ".csv"
    text = saved.read_bytes().decode("cp949")
    assert text.splitlines()[0] == "이름;휴대폰;회사;메모;줄;이유"
    assert [p.line for p in report.problems if p.reason == "ambiguous"] == [3]
    mended = text.replace("이영희;010-0142-3377", "이영희;010-0142-7777")
    saved.write_bytes(mended.encode("cp949"))
    again = bring_in(core, saved)
    assert again.encoding == "cp949"
    person = one(core, "이영희")
    assert points(person, "phone") == ["010-0142-7777"]
    assert [n.body for n in person.notes] == ["두 줄\n메모"]


def test_failed_rows_of_a_workbook_are_a_workbook(core, tmp_path, minji):
    path = write_xlsx(
        tmp_path / "명단.xlsx",
        {"표": [["이름", "휴대폰", "생일"], ["이영희", "01001423377", date(1990, 1, 2)]]},
    )
    report = bring_in(core, path)
    assert report.failed_file.suffix == ".xlsx"
    header, row = read_xlsx(report.failed_file)
    assert header == ["이름", "휴대폰", "생일", "줄", "이유"]
    assert row[:2] == ["이영희", "01001423377"]
    assert row[3] == 2
    assert row[4]
    core.contacts.edit_point(core.contacts.detail(minji).points[-1].id, "010-0142-8888")
    assert outcome(bring_in(core, report.failed_file)) == {"added": 1}
    assert one(core, "이영희").values["birthday"] == "1990-01-02"


def test_failed_rows_of_a_file_without_a_header_come_in_once_mended(core, tmp_path, minji):
    path = write_csv(
        tmp_path / "명단.csv",
        [("이영희", "010-0142-3377"), ("박철수", "010-0142-4488"), ("정국", "010-0142-3377")],
    )
    report = bring_in(core, path, header_line=0)
    assert outcome(report) == {"added": 1, "failed": 2}
    core.contacts.trash([minji])
    assert outcome(bring_in(core, report.failed_file, told={"A": "name", "B": "phone"})) == {
        "added": 2
    }


def test_a_second_file_of_failed_rows_takes_a_free_name(core, csv, minji):
    path = csv(("이영희", "010-0142-3377", "", "", ""))
    files = {bring_in(core, path).failed_file for _again in range(3)}
    assert len(files) == 3


def test_where_the_folder_takes_no_file_the_rows_stay_in_the_record(core, csv, minji, shop):
    folder = csv(("이영희", "010-0142-3377", "", "", "")).parent / "없어질 폴더"
    folder.mkdir()
    path = csv(("이영희", "010-0142-3377", "", "", ""), name="없어질 폴더/명단.csv")
    prepared = core.imports.prepare(ImportRequest(path=path), Ticket())
    path.unlink()
    folder.rmdir()
    report = core.imports.run(prepared, Ticket())
    assert report.failed_file is None
    with closing(sqlite3.connect(shop)) as connection:
        (cells,) = connection.execute("SELECT cells FROM import_row").fetchone()
    assert "이영희" in cells


def test_skipped_rows_count_as_read_with_their_reason(core, csv):
    path = csv(
        ("김민지", "010-0142-3377", "", "", ""),
        HEADER,
        ("박철수", "010-0142-4488", "", "", ""),
        ("총 2명", "", "", "", ""),
        ("※ 외부 유출 금지", "", "", "", ""),
    )
    report = bring_in(core, path)
    assert counts(report) == {
        "read": 5, "added": 2, "updated": 0, "same": 0, "skipped": 3, "failed": 0
    }  # fmt: skip
    assert problems(report) == [
        (3, "", "repeated_header"), (5, "", "total"), (6, "", "footnote"),
    ]  # fmt: skip


def test_national_ids_never_reach_the_database_the_failed_rows_or_the_log(
    core, csv, shop, minji, caplog
):
    caplog.set_level(0)
    numbers = ["900503-1987654", "850302-2876543", "701010-1765432", "9005031234567"]
    rows = [
        ("박철수", "010-0142-4488", numbers[0], ""),
        ("이영희", "010-0142-3377", numbers[1], ""),  # ambiguous: saved to be mended
        ("", "", numbers[2], ""),
        ("정국", "010-0142-5599", numbers[1], f"주민번호는 {numbers[0]}"),
        ("하나", "010-0142-6600", "", "", "", numbers[2], numbers[3]),
        ("", "", "", numbers[3]),
    ]
    report = bring_in(core, csv(*rows, header=("이름", "휴대폰", "주민등록번호", "비고란")))
    assert report.failed >= 3
    core.close()
    kept = [shop, shop.with_name(shop.name + "-wal"), report.failed_file]
    raw = b"".join(path.read_bytes() for path in kept if path.exists()) + caplog.text.encode()
    for number in numbers:
        for spelling in (number, number.replace("-", ""), number[-6:]):
            assert spelling.encode() not in raw, spelling
    assert {c.header: c.target for c in report.columns}["주민등록번호"] == "never"


# What the user tells


def test_map_sends_a_column_to_a_field_by_its_code_or_its_words(core, csv):
    path = csv(("가", "나", "010-0142-3377"), header=("첫째", "둘째", "셋째"), name="모르는 열.csv")
    bring_in(core, path, told={"첫째": "company", "B": "이름"}, header_line=1)
    person = one(core, "나")
    assert person.values["company"] == "가"
    assert points(person, "phone") == ["010-0142-3377"]


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"없는 열": "name"}, FileProblem.NO_SUCH_COLUMN),
        ({"이름": "no_such"}, FileProblem.NO_SUCH_FIELD),
    ],
)
def test_a_column_or_field_that_is_not_there_is_refused(core, csv, told, problem):
    with pytest.raises(FileError) as caught:
        bring_in(core, csv(("김민지", "", "", "", "")), told=told)
    assert caught.value.problem == problem


def test_the_choice_of_last_time_is_remembered_for_the_same_headers(core, csv):
    header = ("이름", "휴대폰", "암호같은 열")
    told = {"암호같은 열": "nickname"}
    bring_in(core, csv(("김민지", "010-0142-3377", "밍"), header=header), told=told)
    report = bring_in(
        core, csv(("박철수", "010-0142-4488", "철"), header=header, name="다음 달.csv")
    )
    assert [(c.target, c.why) for c in report.columns][2] == ("nickname", "memory")
    assert one(core, "박철수").values["nickname"] == "철"


def test_sheet_encoding_and_header_line_can_be_told(core, tmp_path):
    book = write_xlsx(
        tmp_path / "두 장.xlsx",
        {"하나": [["이름"], ["첫째 장"]], "둘": [["이름"], ["둘째 장"]]},
    )
    assert bring_in(core, book, sheet="둘").sheet == "둘"
    with pytest.raises(FileError) as caught:
        bring_in(core, book, sheet="셋")
    assert caught.value.problem == FileProblem.NO_SUCH_SHEET
    text = write_csv(tmp_path / "글.csv", [("이름",), ("김민지",)], encoding="utf-16")
    assert bring_in(core, text, encoding="utf-16").encoding.startswith("utf-16")
    with pytest.raises(FileError) as caught:
        bring_in(core, text, encoding="klingon")
    assert caught.value.problem == FileProblem.UNKNOWN_ENCODING
    low = write_csv(tmp_path / "아래.csv", [("이름", "휴대폰"), ("이름", "휴대폰"), ("끝", "1")])
    assert bring_in(core, low, header_line=2).header_line == 2
    with pytest.raises(FileError) as caught:
        bring_in(core, low, header_line=99)
    assert caught.value.problem == FileProblem.NO_SUCH_LINE
    assert [p.name for p in everybody(core)] == ["둘째 장", "김민지", "끝"]


def test_a_locked_workbook_asks_for_its_password(core, tmp_path):
    from msoffcrypto.format.ooxml import OOXMLFile

    plain = write_xlsx(tmp_path / "plain.xlsx", {"표": [["이름"], ["김민지"]]})
    locked = tmp_path / "잠긴 명단.xlsx"
    with plain.open("rb") as source, locked.open("wb") as target:
        OOXMLFile(source).encrypt("1234", target)
    for password, problem in ((None, "needs_password"), ("4321", "wrong_password")):
        with pytest.raises(FileError) as caught:
            bring_in(core, locked, password=password)
        assert caught.value.problem == problem
    assert outcome(bring_in(core, locked, password="1234")) == {"added": 1}


# A rehearsal, and what is kept of an import


def test_a_rehearsal_says_what_would_happen_and_leaves_no_trace(core, csv, minji, shop, heard):
    path = csv(
        ("김민지", "010-0142-3377", "", "봄날", ""),
        ("박철수", "010-0142-4488", "", "", ""),
        ("이영희", "010-0142-3377", "", "", ""),
        ("합계", "", "", "", "1"),
    )
    dump, kept, ids = logical_dump(shop), ledger(shop), core.database.ids.next()
    files = sorted(path.parent.iterdir())
    dry = bring_in(core, path, dry=True)
    assert logical_dump(shop) == dump
    assert ledger(shop) == kept
    assert heard == []
    assert sorted(path.parent.iterdir()) == files
    assert (dry.batch, dry.change_set, dry.failed_file) == (None, None, None)
    assert core.database.ids.next() > ids
    real = bring_in(core, path)
    assert counts(real) == counts(dry)
    assert problems(real) == problems(dry)


def test_an_import_is_one_line_of_history_one_notice_and_one_undo(core, csv, shop, heard):
    before = logical_dump(shop)
    path = csv(*[(f"손님{i}", f"010-0142-{i:04}", "", "", "단골") for i in range(50)])
    report = bring_in(core, path)
    assert len(heard) == 1
    newest = core.history.entries(limit=1)[0]
    assert newest.facts["file"] == "고객.csv"
    assert newest.facts["read"] == 50
    assert core.history.change_set_of_batch(report.batch) == report.change_set
    after = logical_dump(shop)
    core.history.undo(report.change_set)
    assert logical_dump(shop) == before
    core.history.redo()
    assert logical_dump(shop) == after
    assert core.care.check() == []


def test_what_became_of_every_row_is_kept(core, csv, minji, shop):
    path = csv(
        ("김민지", "010-0142-3377", "", "봄날", ""),
        ("박철수", "010-0142-4488", "", "", ""),
        ("이영희", "010-0142-3377", "", "", ""),
        ("총 3명", "", "", "", ""),
    )
    report = bring_in(core, path)
    with closing(sqlite3.connect(shop)) as connection:
        rows = connection.execute(
            "SELECT line, outcome, reason FROM import_row WHERE batch_id = ? ORDER BY line",
            (report.batch,),
        ).fetchall()
    assert rows == [
        (2, "updated", None), (3, "added", None), (4, "failed", "ambiguous"),
        (5, "skipped", "total"),
    ]  # fmt: skip


def test_a_file_without_names_phones_or_mails_is_refused_whole(core, csv):
    header = ("계절", "다음 계절")
    path = csv(("봄", "여름"), ("가을", "겨울"), header=header)
    with pytest.raises(FileError) as refused:
        bring_in(core, path, told=dict.fromkeys(header, "ignore"))
    assert refused.value.problem is FileProblem.NO_NAME_OR_PHONE


def test_files_lie_wherever_people_put_them(core, tmp_path):
    folder = tmp_path / "바탕 화면" / "손님 (최종) 진짜최종"
    folder.mkdir(parents=True)
    path = write_csv(folder / "고객 명단 '24 봄 %20.csv", [("이름",), ("김민지",)])
    assert outcome(bring_in(core, path)) == {"added": 1}
    assert isinstance(path, Path)
