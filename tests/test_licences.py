"""What the program brings along is named with its licence, and nothing of it is GPL."""

import json
import runpy
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def told():
    return json.loads((ROOT / "resources" / "licences.json").read_text(encoding="utf-8"))


@pytest.mark.skipif(sys.platform != "linux", reason="the file is made on Linux")
def test_every_package_that_is_bundled_is_named(told):
    script = runpy.run_path(str(ROOT / "packaging" / "licences.py"))
    assert set(script["bundled"]()) - script["LEFT_OUT"] <= {one["name"] for one in told}


def test_every_licence_has_its_text_and_none_is_gpl(told):
    for one in told:
        assert one["licence"], one["name"]
        assert one["text"].strip(), one["name"]
        assert not one["licence"].startswith(("GPL", "AGPL", "GNU General")), one["name"]
