"""The commands about deals, as a script reads them."""

import json

import pytest
from click.testing import CliRunner

from app.cli import main
from app.shapes.contacts import ContactForm
from app.shapes.deals import DealForm


@pytest.fixture
def run(core, shop):
    kim = core.contacts.add(ContactForm(name="김민지"))
    core.deals.add(DealForm(title="돌잔치 꽃", contact_id=kim, amount=300_000))
    core.deals.add(DealForm(title="달러", amount=5_000, currency="USD"))
    core.close()

    def told(*words):
        result = CliRunner().invoke(main, [*words, "--db", str(shop)], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result.output

    return told


def test_deals_are_listed_and_counted_for_scripts_and_for_people(run, shop):
    listed = json.loads(run("deals", "list", "--json", "--text", "돌잔치"))["deals"]
    assert [(d["title"], d["contact"], d["weighted"]) for d in listed] == [
        ("돌잔치 꽃", "김민지", 30_000)
    ]
    (board,) = json.loads(run("deals", "board", "--json"))["pipelines"]
    assert (board["deals"], board["of"], board["value"], board["weighted"]) == (
        2, 2, 300_000, 30_000,
    )  # fmt: skip
    assert board["others"] == [["USD", 1, 5_000]]
    assert board["columns"][0]["deals"] == 2
    assert "300,000" in run("deals", "board")
    assert "300,000" in run("deals", "list", "--pipeline", board["name"])
    result = CliRunner().invoke(main, ["deals", "board", "--pipeline", "도매", "--db", str(shop)])
    assert result.exit_code == 2
    assert run("deals", "list", "--kind", "won").strip() == "거래가 없어요."
