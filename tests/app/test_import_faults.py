"""Killed in the middle of an import, Dangol starts again as if it had never been."""

import csv
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from app.bootstrap import open_core
from app.errors import PlanChangedError
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from db.staging import PREFIX

ROWS = 3000
VICTIM = """
import os, signal, sys
from pathlib import Path
from app.bootstrap import open_core
from app.jobs import Ticket
from app.shapes.imports import ImportRequest

shop, file, stage, share = sys.argv[1:]

class Fatal(Ticket):
    heard, last = 0, None

    def check(self):
        self.heard += 1
        if self.heard == self.last:
            os.kill(os.getpid(), signal.SIGKILL)
        super().check()

def run(name, ticket):
    core = open_core(Path(shop))
    prepared = core.imports.prepare(
        ImportRequest(path=Path(file)), ticket if name == 'prepare' else Ticket()
    )
    if name != 'prepare':
        core.imports.forecast(prepared, Ticket())
        getattr(core.imports, name)(prepared, ticket)
    return core

counted = Fatal()
run(stage, counted).history.undo() if stage == 'run' else run(stage, counted)
fatal = Fatal()
fatal.last = max(1, round(counted.heard * float(share)))
run(stage, fatal)
"""


@pytest.fixture
def long_csv(tmp_path):
    path = tmp_path / "long.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("이름", "휴대폰"))
        writer.writerows((f"사람{n}", f"010-3000-{n:04}") for n in range(ROWS))
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("share", ["0.2", "0.6", "1"])
@pytest.mark.parametrize("stage", ["prepare", "forecast", "rehearse", "run"])
def test_killed_at_any_stage_nothing_is_half_in_and_nothing_stays(
    core, long_csv, tmp_path, monkeypatch, stage, share
):
    shop = core.database.path
    core.close()
    scratch = tmp_path / "temporary"
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    victim = subprocess.run(
        [sys.executable, "-c", VICTIM, shop, long_csv, stage, share],
        cwd=Path(__file__).parents[2], env=dict(os.environ), capture_output=True, check=False,
    )  # fmt: skip
    assert victim.returncode == -signal.SIGKILL, victim.stderr.decode()
    again = open_core(shop)
    try:
        assert again.contacts.count() == 0
        assert [batch for batch in again.imports.batches() if not batch.undone] == []
        assert list(scratch.glob(f"{PREFIX}*")) == []
        prepared = again.imports.prepare(ImportRequest(path=long_csv), Ticket())
        assert again.imports.run(prepared, Ticket()).added == ROWS
    finally:
        again.close()


def test_what_somebody_agreed_to_is_imported_or_nothing(core, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("이름,휴대폰\n가나다,010-0177-1111\n라마바,010-0177-2222\n", encoding="utf-8")
    core.contacts.add(ContactForm("가나다", phone="010-0177-1111"))
    stale = ImportRequest(path=path, agreed=(2, 0, 0))
    with pytest.raises(PlanChangedError):
        core.imports.run(core.imports.prepare(stale, Ticket()), Ticket())
    assert core.contacts.count() == 1
    assert core.imports.batches() == []
    right = ImportRequest(path=path, agreed=(1, 1, 0))
    assert core.imports.run(core.imports.prepare(right, Ticket()), Ticket()).added == 1
