"""A clock that is set back, a machine that has no memory left."""

import random
import sys

import pytest

from app.bootstrap import open_core
from app.shapes.contacts import ContactForm
from tests.faults.shops import guests, is_sound, python, works
from tests.files import write_csv


@pytest.mark.parametrize("restarted", [False, True], ids=["running", "restarted"])
def test_a_clock_set_back_mixes_up_neither_ids_nor_undo_nor_history(
    core, shop, clock, restarted, record_property
):
    first = [core.contacts.add(ContactForm(name=f"손님{n}")) for n in range(20)]
    core.contacts.edit(first[0], "company", "봄날")
    clock.move(days=-400)
    if restarted:
        core.close()
    desk = open_core(shop, now=clock, randomness=random.Random(1)) if restarted else core
    later = [desk.contacts.add(ContactForm(name=f"손님{n}")) for n in range(20, 40)]
    desk.contacts.edit(first[0], "company", "여름")
    ids = first + later
    assert len(set(ids)) == 40
    assert later == sorted(later)
    assert restarted or ids == sorted(ids)
    newest = desk.history.entries(limit=2)
    assert [entry.op for entry in newest] == ["edit_contact", "add_contact"]
    for expected in ("봄날", *["봄날"] * 20, None):
        desk.history.undo()
        assert desk.contacts.detail(first[0]).values["company"] == expected
    assert desk.contacts.count() == 20
    for _ in range(22):
        desk.history.redo()
    assert desk.contacts.detail(first[0]).values["company"] == "여름"
    works(desk)
    desk.close()
    record_property("found", "40 ids differ and are in order; 22 steps undone and redone in order")


IMPORTS_WITH_LITTLE = """
import os, resource, sys
from pathlib import Path
from app.bootstrap import open_core
from app.jobs import Ticket
from app.shapes.imports import ImportRequest
import sqlite_utils
core = open_core(Path(sys.argv[1]))
size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
most = size + int(sys.argv[3]) * 1_000_000
resource.setrlimit(resource.RLIMIT_AS, (most, most))
try:
    report = core.imports.run(core.imports.prepare(ImportRequest(path=Path(sys.argv[2])), Ticket()),
                              Ticket())
    print("imported", report.added)
except BaseException as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc and a limit of memory")
def test_an_import_that_runs_out_of_memory_imports_nothing(
    core, shop, template, tmp_path, record_property
):
    core.close()
    book = write_csv(tmp_path / "list.csv", guests(6000, "창가 자리를 좋아함"))
    said = {}
    for megabytes in (1, 10, 400):
        path = tmp_path / f"{megabytes}.db"
        path.write_bytes(template.read_bytes())
        with python(IMPORTS_WITH_LITTLE, path, book, megabytes) as child:
            output = child.communicate(timeout=120)[0].strip()
        assert child.returncode == 0, (megabytes, child.returncode, output)
        assert is_sound(path)
        survivor = open_core(path)
        count = survivor.contacts.count()
        assert count == (6000 if output == "imported 6000" else 0), output
        assert len(survivor.history.entries()) == (1 if count else 0)
        works(survivor)
        survivor.close()
        said[megabytes] = output
    assert said[400] == "imported 6000"
    record_property("found", ", ".join(f"{m} MB to spare: {what}" for m, what in said.items()))
