"""A PC has one id, made at its first start and kept; without a place for it, its name is one."""

from app.device import device_id
from db.ids import LARGEST


def test_a_pc_keeps_the_id_of_its_first_start(tmp_path):
    folder = tmp_path / "data" / "of this PC"
    first = device_id(folder)
    assert 0 < first <= LARGEST
    assert device_id(folder) == first
    assert device_id(tmp_path / "another") != first


def test_a_spoilt_id_is_made_anew_and_kept(tmp_path):
    for spoilt in (b"", b"not an id", b"\xff\xfe\x00", "단골".encode()):
        (tmp_path / "device").write_bytes(spoilt)
        fresh = device_id(tmp_path)
        assert device_id(tmp_path) == fresh > 0


def test_where_nothing_can_be_kept_the_id_is_the_same_all_the_same(tmp_path):
    nowhere = tmp_path / "a file"
    nowhere.write_bytes(b"")
    assert device_id(nowhere / "device") == device_id(nowhere / "device") > 0
    assert device_id(nowhere / "x") == device_id(nowhere / "y")
