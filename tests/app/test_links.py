"""Links are told apart by what was typed, and a name leads to its page."""

import pytest

from app.links import address_of, label_of
from app.shapes.contacts import ContactForm


@pytest.mark.parametrize(
    ("typed", "label", "address"),
    [
        ("@minji.flowers", "instagram", "https://www.instagram.com/minji.flowers/"),
        ("https://www.instagram.com/minji/", "instagram", "https://www.instagram.com/minji/"),
        ("instagram.com/minji", "instagram", "https://instagram.com/minji"),
        ("m.blog.naver.com/bomnal", "naver_blog", "https://m.blog.naver.com/bomnal"),
        ("http://pf.kakao.com/_abc", "kakao", "http://pf.kakao.com/_abc"),
        ("bomnal.co.kr", "web", "https://bomnal.co.kr"),
        ("카톡 봄날", "", ""),
        ("", "", ""),
        ("javascript:alert(1)", "", ""),
        ("file:///etc/passwd", "", ""),
        ("http://[::1", "", ""),
        ("javascript://bomnal.co.kr/%0aalert(1)", "", ""),
        ("ftp://bomnal.co.kr", "", ""),
    ],
)
def test_a_link_has_a_kind_and_an_address(typed, label, address):
    assert label_of(typed) == label
    assert address_of(typed, label) == address


def test_a_name_is_looked_for_where_its_label_says():
    assert address_of("bomnal", "naver_blog") == "https://blog.naver.com/bomnal"
    assert address_of("minji.flowers", "instagram") == "https://www.instagram.com/minji.flowers/"
    assert address_of("www.bomnal.co.kr", "instagram") == "https://www.bomnal.co.kr"
    assert address_of("bomnal", "kakao") == ""
    assert address_of("bomnal", "other") == ""


def test_a_link_that_is_typed_has_its_kind_from_the_start(core):
    someone = core.contacts.add(ContactForm("김민지"))
    core.contacts.add_point(someone, "link", "@minji.flowers")
    core.contacts.add_point(someone, "link", "bomnal.co.kr", "other")
    core.contacts.add_point(someone, "phone", "010-0142-3377")
    points = core.contacts.detail(someone).points
    assert {point.value: point.label for point in points} == {
        "@minji.flowers": "instagram", "bomnal.co.kr": "other", "010-0142-3377": "",
    }  # fmt: skip
