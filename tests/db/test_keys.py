"""Keys and writings of phones, e-mails, names and tags."""

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from db.keys import clean, email_key, name_key, phone_display, phone_key, tag_key

WRITINGS = {
    "01012345678": "010-1234-5678|01012345678|010.1234.5678|010 1234 5678|+82 10-1234-5678|"
    "+82 (0)10 1234 5678|+82 010-1234-5678|0082-10-1234-5678|82-10-1234-5678|821012345678|"
    "1012345678|10-1234-5678|1012345678.0|０１０－１２３４－５６７８|010 – 1234 – 5678|"
    "\u202d010-1234-5678\u202c|010-1234-5678 (엄마)|엄마 010-1234-5678|H.P 010-1234-5678|"
    "(010)1234-5678| 010-1234-5678 \n",
    "0111234567": "011-123-4567|+82 11-123-4567",
    "01612345678": "016-1234-5678",
    "021234567": "02-123-4567|02)123-4567|(02) 123 4567|+82 2 123 4567|+8221234567|"
    "02-123-4567 ext. 7|02-123-4567 (내선 12)|02-123-4567 x7|02-123-4567#12|☎ 02-123-4567",
    "0212345678": "02-1234-5678|+82-2-1234-5678|212345678",
    "0311234567": "031-123-4567|+82 31 123 4567",
    "03112345678": "031-1234-5678",
    "0641234567": "064-123-4567",
    "07012345678": "070-1234-5678",
    "0801234567": "080-123-4567",
    "15881234": "1588-1234|15881234|+82 1588-1234",
    "16001234": "1600-1234",
    "18991234": "1899 1234",
    "05051234567": "0505-123-4567",
    "050712345678": "0507-1234-5678|050712345678",
    "+16502530000": "+1 650-253-0000|+1 (650) 253-0000|001 1 650 253 0000|00 1 650 253 0000",
    "+442079460958": "+44 20 7946 0958|+44 (0)20 7946 0958",
    "+819012345678": "+81 90-1234-5678",
    "": "|전화 없음|119|010-123-4567|010-****-5678|010-1234-XXXX|XXX-1234-5678|2024-01-15|20240115|"
    "415-555-1234|21234567|1234-5678|+|+82|00|82|010-1111-2222, 010-3333-4444|+1 650+253 0000|"
    "02-123-456X|9999999999999999",
}
SHOWN = {
    "+82 10 1234 5678": "010-1234-5678",
    "0212345678": "02-1234-5678",
    "021234567": "02-123-4567",
    "0311234567": "031-123-4567",
    "15881234": "1588-1234",
    "05051234567": "0505-123-4567",
    "+1 6502530000": "+1 650-253-0000",
    "  엄마 01012345678 ": "엄마 01012345678",
    "02-123-4567 (내선 12)": "02-123-4567 (내선 12)",
    "010-123-4567": "010-123-4567",
    "없음": "없음",
    "": "",
}

phones = st.one_of(
    st.text(st.sampled_from("0123456789+-() .82"), max_size=18),
    st.from_regex(
        r"(\+82 ?|0082)?0?(10|11|2|31|64|70|505)[- .]?\d{3,4}[- .]?\d{4}", fullmatch=True
    ),
    st.from_regex(r"\+(1|7|33|39|44|49|61|81|84|86|886)[ -]?[\d -]{5,13}", fullmatch=True),
    st.text(max_size=20),
)
countries = st.sampled_from(["KR", "US", "JP", "GB", "DE", "IT", "XX"])


@pytest.mark.parametrize(
    ("writing", "key"), [(w, key) for key, ws in WRITINGS.items() for w in ws.split("|")]
)
def test_every_writing_of_a_phone_has_the_same_key(writing: str, key: str) -> None:
    assert phone_key(writing) == key


@pytest.mark.parametrize(("text", "shown"), SHOWN.items())
def test_a_phone_is_shown_as_its_country_writes_it(text: str, shown: str) -> None:
    assert phone_display(text) == shown


@pytest.mark.parametrize(
    ("country", "text", "key", "shown"),
    [
        ("US", "650.253.0000", "6502530000", "(650) 253-0000"),
        ("US", "+1 650 253 0000", "6502530000", "(650) 253-0000"),
        ("US", "+82 10-1234-5678", "+821012345678", "+82 10-1234-5678"),
        ("JP", "+81 90 1234 5678", "09012345678", "090-1234-5678"),
        ("IT", "06 6982", "066982", "06 6982"),
        ("US", "010-1234-5678", "", "010-1234-5678"),
        ("XX", "650 253 0000", "", "650 253 0000"),
    ],
)
def test_a_shop_abroad_keeps_its_own_national_form(
    country: str, text: str, key: str, shown: str
) -> None:
    assert (phone_key(text, country), phone_display(text, country)) == (key, shown)


@given(phones, countries)
@example("+82 00 10", "KR")
@example("+44 00207946095", "GB")
@example("+39 0236618300", "IT")
def test_showing_a_phone_twice_changes_nothing_and_keeps_its_key(text: str, country: str) -> None:
    shown = phone_display(text, country)
    assert phone_display(shown, country) == shown
    assert phone_key(shown, country) == phone_key(text, country)


@given(phones, countries)
def test_a_phone_key_is_digits_and_its_own_key(text: str, country: str) -> None:
    key = phone_key(text, country)
    assert not key or (key.removeprefix("+").isascii() and key.removeprefix("+").isdigit())
    assert phone_key(key, country) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (" Minji.Kim+shop@Example.COM ", "minji.kim@example.com"),
        ("<kim@example.com>", "kim@example.com"),
        ("김민지 <kim@example.com>", "kim@example.com"),
        ("mailto:kim@example.com", "kim@example.com"),
        ("ｋｉｍ＠example.com", "kim@example.com"),
        ("+82@example.com", "+82@example.com"),
        ("kim@", ""),
        ("@example.com", ""),
        ("kim", ""),
        ("kim@example.com>>", ""),
        ("mailto:mailto:kim@example.com", ""),
        ("a@b@c.com", ""),
        ("kim lee@example.com", ""),
        ("", ""),
    ],
)
def test_email_keys_ignore_case_and_plus_tags(text: str, key: str) -> None:
    assert email_key(text) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("김민지", "김민지"),
        (" 김 민지님 ", "김민지"),
        ("김민지 씨", "김민지"),
        ("김민지 님님", "김민지"),
        (unicodedata.normalize("NFD", "김민지"), "김민지"),
        ("KIM, Min-Ji", "kimminji"),
        ("Ｋｉｍ", "kim"),
        ("Straße", "strasse"),
        ("สมชาย", unicodedata.normalize("NFKC", "สมชาย")),
        ("님", "님"),
        ("♥♥", ""),
        ("ㅤ", ""),
    ],
)
def test_name_keys_ignore_case_spaces_punctuation_and_honorifics(text: str, key: str) -> None:
    assert name_key(text) == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("VIP", "vip"),
        (" # 단골  손님 ", "단골 손님"),
        ("ＶＩＰ", "vip"),
        ("C#", "c#"),
        ("#", "#"),
        ("", ""),
    ],
)
def test_tag_keys_ignore_case_width_and_hash(text: str, key: str) -> None:
    assert tag_key(text) == key


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ufeff 김\x00민\x1b지\u200b ", "김민지"),
        ("a\tb", "a\tb"),
        (unicodedata.normalize("NFD", "각"), "각"),
        ("\udcff", ""),
        ("\u3164", ""),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
    ],
)
def test_cleaning_removes_only_what_nobody_sees(text: str, kept: str) -> None:
    assert clean(text) == kept


@given(st.text())
def test_cleaned_text_is_composed_and_can_be_stored(text: str) -> None:
    kept = clean(text)
    kept.encode()
    assert unicodedata.is_normalized("NFC", kept)
    assert kept == kept.strip()
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} and c not in "\n\t" for c in kept)


@pytest.mark.parametrize("function", [clean, email_key, name_key, tag_key])
@given(text=st.text() | st.text(st.sampled_from("aA@+<>.# 님씨김ᄀ\u1161Ａﬀŉΐİß\u0345\r\n")))
def test_keys_of_keys_stay_the_same(function, text: str) -> None:  # type: ignore[no-untyped-def]
    assert function(function(text)) == function(text)


def test_phone_metadata_is_not_loaded_for_korean_numbers() -> None:
    code = (
        "import sys; from db.keys import phone_key, phone_display\n"
        "phone_key('+82 10-1234-5678'); phone_display('엄마 02-123-4567'); phone_key('12')\n"
        "sys.exit('phonenumbers' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
