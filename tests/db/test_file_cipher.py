"""Sealed files say what was put in, or that they were spoilt; never anything else."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db import file_cipher
from db.file_cipher import HEAD, TAG, FileKey, SpoiltError, opened, sealed, sealed_size
from db.file_store import FileStore

KEY, OTHER = FileKey(bytes(range(32))), FileKey(bytes(32))
SMALL = 64  # bytes of a chunk, so that many lengths lie around its borders
LENGTHS = st.one_of(
    st.integers(0, 5).flatmap(lambda n: st.integers(max(0, n * SMALL - 2), n * SMALL + 2)),
    st.integers(0, 6 * SMALL),
)


@pytest.fixture(autouse=True)
def small_chunks(monkeypatch):
    monkeypatch.setattr(file_cipher, "CHUNK", SMALL)


def closed(content, key=KEY, step=SMALL):
    pieces = (content[at : at + step] for at in range(0, len(content), step))
    return b"".join(sealed(pieces, key))


def read(content, key=KEY):
    return b"".join(opened(io.BytesIO(content), key))


def test_whatever_is_sealed_comes_back_and_is_as_large_as_was_said():
    @settings(max_examples=40)
    @given(LENGTHS.flatmap(lambda n: st.binary(min_size=n, max_size=n)), st.integers(1, 200))
    def goes_round(content, step):
        whole = closed(content, step=step)
        assert len(whole) == sealed_size(len(content))
        assert read(whole) == content
        assert len(content) < 8 or content not in whole
        assert whole != closed(content)  # the same bytes never look the same
        with pytest.raises(SpoiltError):
            read(whole, OTHER)

    goes_round()


def test_one_bit_or_a_cut_or_more_bytes_anywhere_are_noticed():
    @settings(max_examples=40)
    @given(LENGTHS, st.data())
    def is_noticed(length, data):
        whole = closed(b"x" * length)
        at = data.draw(st.integers(0, len(whole) - 1))
        flipped = bytearray(whole)
        flipped[at] ^= 1 << data.draw(st.integers(0, 7))
        for spoilt in (bytes(flipped), whole[:at], whole + whole[-at - 1 :]):
            with pytest.raises(SpoiltError):
                read(spoilt)

    is_noticed()


def test_chunks_can_be_neither_swapped_nor_left_out_nor_come_from_another_file():
    content = b"".join(bytes([n]) * SMALL for n in range(4))
    one, other = closed(content), closed(content)
    size = SMALL + TAG

    def parts(whole):
        return [whole[:HEAD], *(whole[at : at + size] for at in range(HEAD, len(whole), size))]

    head, a, b, c, d = parts(one)
    assert read(head + a + b + c + d) == content
    for pieces in (
        (head, b, a, c, d), (head, a, c, d), (head, a, b, c), (head, a, b, c, d, d), (head,),
        (head, a, b, c, parts(other)[4]), (parts(other)[0], a, b, c, d),
    ):  # fmt: skip
        with pytest.raises(SpoiltError):
            read(b"".join(pieces))


def test_a_store_with_a_key_shows_neither_bytes_nor_their_sum_and_heals(tmp_path):
    store = FileStore(tmp_path / "files", KEY)
    stored = store.keep([b"the way", b" home" * 100])
    (path,) = store.sealed_files()
    assert path == store.sealed_path_of(stored.sha256)
    assert stored.sha256[:12] not in str(path)
    assert b"home" not in path.read_bytes()
    assert store.is_there(stored.sha256, stored.size)
    assert store.read(stored.sha256) == b"the way" + b" home" * 100
    assert FileStore(tmp_path / "files", OTHER).read(stored.sha256) is None
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert not store.is_there(stored.sha256, stored.size)
    assert (store.read(stored.sha256), store.is_good(stored.sha256)) == (None, False)
    store.keep([b"the way" + b" home" * 100])
    assert store.is_good(stored.sha256)
    store.drop(stored.sha256)
    assert [p for p in (tmp_path / "files").rglob("*") if p.is_file()] == []


def test_what_cannot_be_sealed_stays_readable_and_is_counted(tmp_path):
    plain = FileStore(tmp_path / "files")
    good, spoilt = (plain.keep([text.encode()]).sha256 for text in ("가", "나"))
    plain.path_of(spoilt).write_bytes(b"nonsense")
    store = FileStore(tmp_path / "files", KEY)
    assert store.seal(lambda: False) == 2  # another file lies in the shop's place by now
    assert list(store.names()) == sorted((good, spoilt))
    assert store.seal() == 0
    assert list(store.names()) == []
    assert store.read(good) == "가".encode()
    assert not store.is_good(spoilt)
    assert store.unseal([good, spoilt]) == 0
    assert plain.path_of(spoilt).read_bytes() == b"nonsense"  # as it was
    store.seal()
    path = store.sealed_path_of(good)
    path.write_bytes(path.read_bytes()[:-1])
    assert store.unseal([good]) == 1
    assert store.sealed_files()[0].exists()
