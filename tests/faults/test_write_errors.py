"""Writes that the system refuses half-way: the file may not grow, as on a failing stick."""

import json
import sys

import pytest

from app.bootstrap import open_core
from app.shapes.contacts import ContactForm
from tests.faults.shops import is_sound, python, works
from tests.files import bring_in

# A file that would grow beyond the limit gets EFBIG, which SQLite calls an I/O error.
WORKS_UNDER_A_LIMIT = """
import json, resource, sys
from pathlib import Path
import sqlite_utils
from app.bootstrap import open_core
from app.errors import UserError
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from app.words import describe
shop, book, work, room = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
core = open_core(shop)
contact = core.contacts.page("name", descending=False, offset=0, limit=1)[0].id
last = core.history.entries(limit=1)[0].change_set
core.contacts.edit(contact, "company", "봄날")
said = {"acknowledged": core.contacts.detail(contact).values["company"]}
prepared = core.imports.prepare(ImportRequest(path=book), Ticket())
works = {
    "edit": lambda: core.contacts.add_note(contact, "긴 메모 " * 200_000),
    "import": lambda: core.imports.run(prepared, Ticket()),
    "undo": lambda: core.history.undo(last),
    "backup": core.care.back_up,
}
size = max(path.stat().st_size for path in shop.parent.glob("shop.db-wal"))
resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, resource.RLIM_INFINITY))
try:
    works[work]()
    said["came"] = "done"
except UserError as error:
    said["came"] = getattr(error, "reason", type(error).__name__)
    said["words"] = describe(error, "ko")
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
core.contacts.edit(contact, "nickname", "민지")  # goes on in the same program
said["then"] = core.contacts.detail(contact).values["nickname"]
core.close()
print(json.dumps(said), flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="needs limits of file sizes")
@pytest.mark.parametrize("work", ["edit", "import", "undo", "backup"])
def test_a_write_that_fails_half_way_loses_nothing(core, shop, book, work, record_property):
    core.contacts.add(ContactForm(name="가나다"))
    bring_in(core, book)
    core.close()
    came = set()
    for room in (0, 50_000):
        with python(WORKS_UNDER_A_LIMIT, shop, book, work, room) as child:
            said = json.loads(child.communicate(timeout=120)[0])
        assert said["acknowledged"] == "봄날"
        assert said["then"] == "민지"
        came.add(said["came"])
        assert is_sound(shop)
        again = open_core(shop)
        contact = again.contacts.page("name", descending=False, offset=0, limit=1)[0]
        detail = again.contacts.detail(contact.id)
        assert (detail.values["company"], detail.values["nickname"]) == ("봄날", "민지")
        assert again.contacts.count() == 1201
        assert list(shop.parent.glob("backups/*.partial")) == []
        works(again)
        again.history.undo()
        again.close()
    assert came == {"io"}
    record_property("found", "three times an I/O error")
