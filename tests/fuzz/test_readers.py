"""Any file at all becomes a table that keeps its promises or a reason; nothing hangs or dies."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.__main__ import report
from tests.fuzz.pool import FAULTS, Taster
from tests.fuzz.run import fuzz
from tests.fuzz.seeds import corpus, made

REQUESTS = 2  # ways each file of the corpus is asked for
LIMIT = 200_000  # bytes the corpus may take in the checkout


@pytest.fixture(scope="module")
def taster() -> Iterator[Taster]:
    taster = Taster()
    yield taster
    taster.close()


@pytest.mark.parametrize("path", corpus(), ids=lambda path: path.name)
def test_a_file_of_the_corpus_is_read_or_refused(taster: Taster, path: Path):
    for seed in range(REQUESTS):
        verdict = taster.taste(path, seed, seconds=3)
        assert verdict.fate not in FAULTS, verdict.fault


@pytest.mark.parametrize("name", made())
def test_what_the_fuzzer_begins_with_is_good(taster: Taster, tmp_path: Path, name: str):
    path = tmp_path / name
    path.write_bytes(made()[name])
    wanted = "needs_password" if name.startswith("locked") else "read"
    assert taster.taste(path, 0).fate == wanted


def test_spoilt_files_are_read_or_refused(taster: Taster):
    outcome = fuzz(taster, 5, files=250)
    assert not outcome.faults, report(outcome)
    assert outcome.fates["read"] > 25  # or nothing but the first bytes was ever looked at


def test_the_corpus_is_small():
    assert sum(path.stat().st_size for path in corpus()) < LIMIT
