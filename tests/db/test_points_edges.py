"""Which ways to reach somebody match, and which belong to nobody."""

import pytest

from db.points import point_key


@pytest.mark.parametrize(
    ("kind", "label", "value", "key"),
    [
        ("phone", None, "010-0142-3377", "01001423377"),
        ("phone", "mobile", "+82 10 0142 3377", "01001423377"),
        ("phone", "", "02-0142-0007", "0201420007"),
        ("phone", "fax", "02-0142-0007", ""),
        ("phone", None, "0504-0123-4567", ""),
        ("phone", None, "0502-0123-456", ""),
        ("email", None, "Minji@Example.kr", "minji@example.kr"),
        ("email", "fax", "minji@example.kr", "minji@example.kr"),
        ("email", None, "mi***@example.kr", ""),
        ("email", None, "x1@marketplace.amazon.co.jp", ""),
        ("email", None, "m*@marketplace.amazon.com", ""),
        ("address", None, "서울 마포구 망원로 22", ""),
        ("link", "instagram", "@minji", ""),
    ],
)
def test_only_what_is_somebodys_own_matches(kind, label, value, key):
    assert point_key(kind, label, value) == key
