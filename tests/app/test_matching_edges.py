"""Each row of a file finds its own contact and no other row's."""

from tests.files import bring_in, outcome, write_csv

HUBSPOT = ["Record ID", "First Name", "Last Name", "Phone Number", "Email", "Lifecycle Stage"]


def test_numbers_of_another_program_lead_each_row_to_its_own_contact(core, tmp_path):
    first = write_csv(tmp_path / "1.csv", [
        HUBSPOT,
        ["501", "Sara", "Lee", "+1 212 555 0101", "", "lead"],
        ["502", "Tom", "Park", "+1 212 555 0102", "", "lead"],
        ["503", "Ann", "Kim", "+1 212 555 0103", "", "lead"],
    ])  # fmt: skip
    assert outcome(bring_in(core, first)) == {"added": 3}
    found = {name: core.contacts.find(name).contacts[0].id for name in ("Sara", "Tom", "Ann")}
    second = write_csv(tmp_path / "2.csv", [
        HUBSPOT,
        ["503", "Ann", "Kim", "", "ann@example.com", "lead"],
        ["501", "Sara", "Lee", "", "sara@example.com", "lead"],
        ["504", "New", "Person", "", "new@example.com", "lead"],
    ])  # fmt: skip
    assert outcome(bring_in(core, second)) == {"added": 1, "updated": 2}
    for name, mail in (("Sara", "sara@example.com"), ("Ann", "ann@example.com"), ("Tom", None)):
        points = core.contacts.detail(found[name]).points
        assert [p.value for p in points if p.kind == "email"] == ([mail] if mail else [])


def test_rows_of_one_file_are_one_contact_only_with_each_other(core, tmp_path):
    file = write_csv(tmp_path / "people.csv", [
        ["이름", "휴대폰", "회사"],
        ["김민지", "010-0142-3377", "봄날상사"],
        ["이서연", "010-0142-9051", "가람"],
        ["김민지", "010-0142-3377", ""],
        ["박준호", "010-0142-9051", ""],
        ["최수아", "010-0142-7777", "나래"],
        ["김민지", "010-0142-5555", "마루"],
    ])  # fmt: skip
    assert outcome(bring_in(core, file)) == {"added": 5, "same": 1}
    names = sorted(c.name for c in core.contacts.find("010").contacts)
    assert names == ["김민지", "김민지", "박준호", "이서연", "최수아"]
