"""Calendar files from the command line."""

import json
from pathlib import Path

from click.testing import CliRunner

from app.bootstrap import Core
from app.cli import main
from app.shapes.tasks import TaskForm


def test_a_calendar_goes_out_and_comes_in(core: Core, shop: Path, tmp_path: Path):
    core.tasks.add(TaskForm(title="Call", due_at="2026-05-14T15:00"))
    core.close()
    file = tmp_path / "out.ics"
    run = CliRunner().invoke
    out = run(main, ["export", "calendar", str(file), "--db", str(shop), "--json"])
    assert (out.exit_code, json.loads(out.output)["written"]) == (0, 1)
    back = run(main, ["import", str(file), "--db", str(shop), "--json"])
    told = json.loads(back.output)
    assert (told["added"], told["known"], told["failed"]) == (0, 1, 0)


def test_a_calendar_has_its_own_ending(core: Core, shop: Path, tmp_path: Path):
    core.close()
    wrong = ["export", "calendar", str(tmp_path / "out.csv"), "--db", str(shop)]
    assert CliRunner().invoke(main, wrong).exit_code == 2
    odd = tmp_path / "odd.ics"
    odd.write_text("Name,Phone\n")
    refused = CliRunner().invoke(main, ["import", str(odd), "--db", str(shop), "--json"])
    assert (refused.exit_code, json.loads(refused.output)["error"]) == (1, "not_a_calendar")
