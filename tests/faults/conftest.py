"""What the faults are given: a folder for temporary files that must be left empty, and a list."""

import tempfile
from pathlib import Path

import pytest

from tests.faults.shops import guests
from tests.files import write_csv


@pytest.fixture(autouse=True)
def scratch(tmp_path_factory, monkeypatch):
    """The folder for temporary files, which must be empty when all is done."""
    folder = tmp_path_factory.mktemp("scratch")
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    yield folder
    assert list(folder.iterdir()) == []


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_csv(tmp_path / "손님.csv", guests(1200, "창가 자리를 좋아함"))
