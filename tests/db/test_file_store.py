"""Files are kept whole by whoever keeps them, also several at once."""

import hashlib
import os
import time
from concurrent.futures import ThreadPoolExecutor

from db.file_store import FileStore


def test_many_may_keep_files_in_one_store_at_once(tmp_path):
    stores = [FileStore(tmp_path / "shop.files") for _ in range(4)]
    contents = [f"사진 {number}".encode() for number in range(200)]

    def keep(store):
        return [store.keep([content]).sha256 for content in contents]

    with ThreadPoolExecutor(len(stores)) as pool:
        kept = list(pool.map(keep, stores))
    names = [hashlib.sha256(content).hexdigest() for content in contents]
    assert kept == [names] * len(stores)
    assert sorted(stores[0].names()) == sorted(names)
    assert list((tmp_path / "shop.files" / "unfinished").iterdir()) == []


def test_what_another_store_has_lost_or_spoilt_is_told_and_the_rest_is_taken(tmp_path):
    here, there = FileStore(tmp_path / "here"), FileStore(tmp_path / "there")
    whole, spoilt, lost = (there.keep([text.encode()]).sha256 for text in ("가", "나", "다"))
    there.path_of(spoilt).write_bytes(b"somebody else's")
    there.drop(lost)
    assert here.take_over(there, [whole, spoilt, lost]) == [spoilt, lost]
    assert list(here.names()) == [whole]
    assert here.read(whole) == "가".encode()


def test_a_name_that_is_taken_by_spoilt_bytes_gets_its_own_again(tmp_path):
    store = FileStore(tmp_path / "shop.files")
    name = store.keep([b"whole"]).sha256
    store.path_of(name).write_bytes(b"spoilt")
    assert (store.read(name), store.is_good(name)) == (None, False)
    assert store.keep([b"whole"]).sha256 == name
    assert store.read(name) == b"whole"


def test_what_a_killed_program_left_unfinished_is_swept_a_day_later(tmp_path):
    store = FileStore(tmp_path / "shop.files")
    store.keep([b"first"])
    old, fresh = (tmp_path / "shop.files" / "unfinished" / name for name in ("old", "fresh"))
    for path in (old, fresh):
        path.write_bytes(b"half")
    yesterday = time.time() - 90_000
    os.utime(old, (yesterday, yesterday))
    store.keep([b"second"])
    assert (old.exists(), fresh.exists()) == (False, True)


def test_a_folder_goes_with_its_last_file(tmp_path):
    store = FileStore(tmp_path / "shop.files")
    name = store.keep([b"first"]).sha256
    store.drop(name)
    store.drop(name)
    assert not store.path_of(name).parent.exists()
