"""`dangol-cli tasks`: what is to be done, without the window."""

import json

import pytest
from click.testing import CliRunner

from app.cli import main


@pytest.fixture
def tasks(shop):
    def run(*words, exits=0):
        found = CliRunner().invoke(main, ["tasks", *words, "--db", str(shop), "--json"])
        assert found.exit_code == exits, found.output
        return json.loads(found.output) if exits in (0, 1) else found.output

    return run


def test_a_task_is_added_listed_and_finished(tasks):
    made = tasks("add", "재고 확인", "--due", "2099-05-11", "--repeat", "FREQ=WEEKLY;BYDAY=MO")
    assert (made["title"], made["due"]) == ("재고 확인", "2099-05-11")
    assert [(t["id"], t["section"]) for t in tasks("list")["tasks"]] == [(made["id"], "later")]
    done = tasks("done", made["id"], "--result", "다 있음")
    (following,) = tasks("list")["tasks"]
    assert (following["id"], following["due"]) == (done["next"], "2099-05-18")
    assert [t["title"] for t in tasks("list", "--section", "done_today")["tasks"]] == ["재고 확인"]


def test_what_is_wrong_is_refused(tasks):
    assert tasks("add", "x", "--repeat", "sometimes", exits=1)["error"] == "invalid"
    assert tasks("done", "0000000000001", exits=1)["error"] == "refused"
    for words in (("done", "nonsense"), ("add",), ("list", "--section", "never"), ("juggle",)):
        assert tasks(*words, exits=2)


def test_sentences_are_said_in_the_shops_language(shop):
    found = CliRunner().invoke(main, ["tasks", "list", "--db", str(shop)])
    assert found.output.strip() == "할 일이 없어요."
