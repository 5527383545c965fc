"""Any bytes for Dangol's own readers: vCards, calendars, sales, lines, filters, plans, shops."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.__main__ import report
from tests.fuzz.own_seeds import others
from tests.fuzz.pool import Taster
from tests.fuzz.readers import READERS
from tests.fuzz.run import fuzz

WELL = {"read", "understood", "restored", "nobody's"}
DEAR = {"backup", "move", "closed"}  # whole shops: the long form by command spoils them


@pytest.fixture(scope="module")
def taster() -> Iterator[Taster]:
    taster = Taster()
    yield taster
    taster.close()


def test_every_reader_begins_with_a_good_file_and_bears_spoilt_ones(taster: Taster, tmp_path: Path):
    good = others()
    assert {name.partition(".")[0].partition("-")[0] for name in good} == set(READERS)
    for name, content in good.items():
        path = tmp_path / name
        path.write_bytes(content)
        verdict = taster.taste(path, 0, seconds=60)
        assert verdict.fate.partition(": ")[2] in WELL, f"{name} {verdict.fate} {verdict.fault}"
    small = {name: good[name] for name in good if name.partition(".")[0] not in DEAR}
    outcome = fuzz(taster, 5, files=120, good=small)
    assert not outcome.faults, report(outcome)
