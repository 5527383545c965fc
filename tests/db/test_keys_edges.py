"""Keys at the edges of what makes two writings the same."""

import pytest

from db.keys import name_key, phone_display, phone_key, tag_key
from db.repositories.tags import tag_id


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("엄마 0101234567", ""),  # a mobile of today has eight digits behind 010
        ("엄마 0212345678", "0212345678"),
        ("내선 12, 02-555-0101", ""),
        ("1234567, 02-555-0101", "025550101"),
        ("12345678, 02-555-0101", ""),  # eight digits may be a number, too
        ("전화 15881234", "15881234"),
        ("02-555-0101 내선 12", "025550101"),
        ("02-555-0101 #12", "025550101"),
        ("010-123-4567", ""),
        ("011-123-4567", "0111234567"),
        ("٠١٠١٢٣٤٥٦٧٨", "01012345678"),
        ("①010-1234-5678", ""),
    ],
)
def test_the_one_number_in_a_text_is_found_or_none(text, key):
    assert phone_key(text) == key


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("+82 (0)10-1234-5678", "010-1234-5678"), ("00821012345678", "010-1234-5678"),
        ("0016502530000", "+1 650-253-0000"), ("+82 2 555 0101", "02-555-0101"),
        ("엄마 010-1234-5678", "엄마 010-1234-5678"),
    ],
)  # fmt: skip
def test_what_is_dialled_from_abroad_is_shown_as_at_home(text, shown):
    assert phone_display(text) == shown


def test_another_country_reads_its_own_numbers():
    assert phone_key("650-253-0000", "US") == "6502530000"
    assert phone_display("6502530000", "US") == "(650) 253-0000"
    assert phone_display("010-1234-5678", "US") == "010-1234-5678"
    assert phone_display("01012345678", "US") == "01012345678"


@pytest.mark.parametrize(
    ("one", "other"),
    [("김 민지", "김민지님"), ("O'Neil", "oneil"), ("हिन्दी", "हि-न्दी"), ("Kim, M.", "kimm")],
)
def test_names_are_the_same_without_signs_but_with_their_marks(one, other):
    assert name_key(one) == name_key(other) != ""


def test_marks_of_a_script_are_part_of_a_name():
    assert name_key("कि") != name_key("क")


def test_one_tag_has_one_id_however_it_is_written():
    assert tag_id("#단골  손님") == tag_id("단골 손님")
    assert tag_id("단골") != tag_id("손님")
    assert tag_key("#") == "#"
