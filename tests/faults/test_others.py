"""Others at the same file: they wait for each other, and nobody's work is lost."""

import subprocess
import sys

import pytest
from sqlalchemy import event

from app.bootstrap import open_core
from app.errors import StorageFailedError
from app.shapes.contacts import ContactForm
from tests.dumps import logical_dump
from tests.faults.shops import python, works
from tests.files import everybody


def test_a_shop_somebody_else_is_writing_to_says_busy_and_goes_on_afterwards(core, shop):
    contact = core.contacts.add(ContactForm(name="김민지"))
    before = logical_dump(shop)
    holder = subprocess.Popen(
        [sys.executable, "-c", (
            "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
            "c.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read()"
        ), str(shop)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip

    def hurry(connection, _record):
        connection.execute("PRAGMA busy_timeout = 50")

    core.database.close()
    event.listen(core.database._engine, "connect", hurry)
    with holder:
        assert holder.stdout.readline() == "held\n"
        assert core.contacts.detail(contact).name == "김민지"  # reading goes on
        with pytest.raises(StorageFailedError) as caught:
            core.contacts.edit(contact, "name", "박철수")
        assert caught.value.reason == "busy"
        assert logical_dump(shop) == before
        holder.stdin.close()
        holder.wait()
    core.contacts.edit(contact, "name", "박철수")
    works(core)


ADDS = """
import sys
from pathlib import Path
from app.bootstrap import open_core
from app.shapes.contacts import ContactForm
core = open_core(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for number in range(40):
    core.contacts.add(ContactForm(name=f"{sys.argv[2]}{number}", phone=f"010-0142-{number:04}"))
core.close()
"""


def test_two_programs_may_add_contacts_at_once(core, shop):
    core.close()
    desks = [python(ADDS, shop, name) for name in ("가", "나")]
    for desk in desks:
        assert desk.stdout.readline() == "ready\n"
    for desk in desks:
        desk.stdin.write("go\n")
        desk.stdin.flush()
    for desk in desks:
        desk.communicate()
        assert desk.returncode == 0
    again = open_core(shop)
    names = [person.name for person in everybody(again)]
    assert sorted(names) == sorted(f"{desk}{n}" for desk in "가나" for n in range(40))
    assert again.care.check() == []
    assert len(again.history.entries(limit=200)) == 80
    again.close()
