"""dangol-cli update: asks only where it is told to, and says why there is nothing."""

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from app.cli import main
from app.settings import LANGUAGE
from app.words import say
from tests.app.updating_parts import publish, serving

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its programs are scripts")


@pytest.fixture
def update(monkeypatch, tmp_path):
    monkeypatch.setenv("DANGOL_HOME", str(tmp_path / "home"))

    def run(*words):
        result = CliRunner().invoke(main, ["update", *words, "--json"])
        return result.exit_code, json.loads(result.output)

    return run


def test_nothing_is_asked_before_an_address_was_given(update):
    code, said = update()
    assert code == 1
    assert said == {
        "error": "refused", "message": say("update.not_an_address", LANGUAGE.default()),
    }  # fmt: skip


def test_a_program_without_a_publisher_takes_nothing(update, tmp_path):
    publish(tmp_path / "shelf", "99.0")
    with serving(tmp_path / "shelf") as (server, address):
        code, said = update(address + "manifest.json", "--fetch")
        assert server.asked == ["/manifest.json"]
    assert code == 1
    assert said["message"] == say("update.no_key", LANGUAGE.default())
    assert not list(Path(tmp_path).glob("home/updates/*99*"))


def test_an_address_that_leads_nowhere_is_told(update, tmp_path):
    code, said = update(str(tmp_path / "none.json"))
    assert code == 1
    assert said["message"] == say("update.not_there", LANGUAGE.default())
