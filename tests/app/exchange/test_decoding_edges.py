"""The decision about an encoding where little tells, or where it is told late in the file."""

import io

import pytest

from app.errors import FileError, FileProblem
from app.exchange.decoding import Encoding, choose_encoding, decoded, guess, wide_encoding

MEGABYTE = 1 << 20
HANGUL = "김민지,010-1234-5678,단골 손님\n"


def chosen(content: bytes, language: str = "en", wanted: str | None = None) -> Encoding:
    return choose_encoding(io.BytesIO(content), "list.csv", wanted, language, lambda: None)


def bad_line(content: bytes, encoding: str = "utf-8") -> int:
    with (
        pytest.raises(FileError) as caught,
        decoded(io.BytesIO(content), "list.csv", Encoding(encoding)) as text,
    ):
        text.read()
    assert caught.value.problem is FileProblem.UNDECODABLE
    line = caught.value.facts["line"]
    assert isinstance(line, int)
    return line


@pytest.mark.parametrize(
    ("label", "content", "encoding"),
    [
        ("utf-16", "a,b\n".encode("utf-16-be"), Encoding("utf-16-be")),
        ("utf-16", "a,b\n".encode("utf-16-le"), Encoding("utf-16-le")),
        ("utf-16", "가나".encode("utf-16-be"), Encoding("utf-16-le")),
        ("utf-16", b"\xfe\xff" + "가나".encode("utf-16-be"), Encoding("utf-16-be", 2)),
        ("utf-32", "a,b\n".encode("utf-32-le"), Encoding("utf-32-le")),
        ("utf-32", b"\0\0\xfe\xff" + "a".encode("utf-32-be"), Encoding("utf-32-be", 4)),
        ("utf8", b"\xef\xbb\xbfa", Encoding("utf-8", 3)),
        ("utf-8-sig", b"a", Encoding("utf-8")),
        ("cp949", b"\xef\xbb\xbfa", Encoding("cp949")),
        ("ascii", "가".encode(), Encoding("utf-8")),
    ],
)
def test_what_the_person_says_is_taken_with_the_mark_that_fits(
    label: str, content: bytes, encoding: Encoding
) -> None:
    assert chosen(content, wanted=label) == encoding


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("이름,전화\n김민지,1\n".encode("utf-16-le"), Encoding("utf-16-le")),
        ("이름,전화\n김민지,1\n".encode("utf-16-be"), Encoding("utf-16-be")),
        # Ten in a hundred units of ASCII are just enough, one less is not.
        ((",\n" + "각" * 18).encode("utf-16-le"), Encoding("utf-16-le")),
        ((",\n" + "각" * 19).encode("utf-16-le"), None),
        # Text without any sign between cells is no list.
        ("abcdef".encode("utf-16-le"), None),
        # NULs in both places: as many as a tenth of the others are no doubt yet.
        (b"a\0,\0" * 5 + b"\0\x01", Encoding("utf-16-le")),
        (b"a\0,\0" * 4 + b"\0\x01", None),
        (b"", None),
    ],
)
def test_text_of_two_bytes_is_told_by_its_nuls(content: bytes, encoding: Encoding | None) -> None:
    assert wide_encoding(content) == encoding


@pytest.mark.parametrize("ahead", [10, 40_000, MEGABYTE + 10])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_hangul_that_comes_late_is_found(ahead: int, language: str) -> None:
    content = b"name,phone\n" + b"Kim,010-1234-5678\n" * (ahead // 18)
    assert chosen(content + (HANGUL * 20).encode("cp949"), language) == Encoding("cp949")
    assert chosen(content + (HANGUL * 20).encode()) == Encoding("utf-8")


@pytest.mark.parametrize("letters", [7, 8])
@pytest.mark.parametrize("behind", [0, MEGABYTE])
def test_eight_letters_of_utf8_make_a_bad_byte_an_error(letters: int, behind: int) -> None:
    content = ("가" * letters + "\n" + "a,b\n" * (behind // 4)).encode() + b"\xff,\n"
    if letters < 8:
        assert chosen(content).name != "utf-8"
        return
    with pytest.raises(FileError) as caught:
        chosen(content)
    assert caught.value.facts == {"encoding": "utf-8", "line": 2 + behind // 4}


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_the_bad_line_is_counted_with_any_line_end(end: str) -> None:
    lines = MEGABYTE // (3 + len(end)) + 7
    content = f"abc{end}".encode() * lines
    assert bad_line(content + b"\xff") == lines + 1
    assert bad_line(b"\xff" + content) == 1
    assert bad_line(f"a{end}".encode() + b"\xff" + content) == 2


def test_a_line_end_cut_by_the_end_of_a_piece_counts_once() -> None:
    for ahead in (MEGABYTE - 1, MEGABYTE - 2, MEGABYTE):
        assert bad_line(b"a" * ahead + b"\r\nb\n\xff") == 3


# 가 and 흿 are the first and the last of the common syllables: B0A1 to C8FE.
@pytest.mark.parametrize(
    ("sample", "language", "codec"),
    [
        (b"\xb0\xa1" * 12, "ja", "cp949"),
        (b"\xc8\xfe" * 12, "ja", "cp949"),
        (b"\xb0\xa1", "ko", "cp949"),
        (b"\xb0\xa1" * 4 + b"\xca\xa1", "ko", "cp949"),
        (b"\xb0\xa1" * 19 + b"\xca\xa1", "ja", "cp949"),
        (b"\xb0\xa1" * 12 + b"\xa1\xa1" + b"\xa3\xc1", "ja", "cp949"),
        (b"\xb0\xa1\n" * 2, "ja", "cp932"),
        (b"\xb0\xa1" * 11 + b"\xca\xa1" * 3, "ja", "cp932"),
        (b"\xb0\xa1" * 18 + b"\xca\xa1", "zh-TW", "cp950"),
        (b"\xe9\n", "ru", "cp1251"),
        (b"\xe9\n", "uk_UA", "cp1251"),
        # Where statistics find nothing the language decides, if its codec reads it at all.
        (b"\xff" * 300, "en", "cp1252"),
        (b"\xff" * 300, "ja", "cp932"),
        (b"\xff" * 300, "ru", "cp1251"),
        (bytes(range(0x80, 0x100)) * 3, "ja", "cp1252"),
    ],
)
def test_a_short_text_is_what_the_language_expects(
    sample: bytes, language: str, codec: str
) -> None:
    assert guess(sample, language) == codec


def test_the_statistics_decide_once_two_hundred_bytes_are_there() -> None:
    russian = "Мария Иванова, Москва, Пётр Сидоров, Казань\n".encode("cp1251")
    assert guess(russian * 12, "ja") == "cp1251"
    assert guess("Мария, Москва\n".encode("cp1251"), "zh-HK") == "cp1251"  # big5 cannot read it
