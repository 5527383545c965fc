"""Two programs with one shop open: neither may take the other for gone."""

import subprocess
import sys
from pathlib import Path

import pytest

from app import locking
from app.bootstrap import Core, open_core
from app.care import contents_of, restore
from app.errors import OpenElsewhereError
from app.jobs import Ticket
from app.moving import pack
from app.shapes.contacts import ContactForm
from app.words import describe

CHEAP = 9  # what a password costs to guess; nobody guesses here
PASSWORD = "open sesame 7"
PEOPLE = "SELECT count(*) FROM contact"
# Another program: opens the file, does something, and ends.
ANOTHER = """
import sys
from contextlib import closing
from db.cipher import Key
from db.drivers import connect, failures
name, raw, salt, statement = sys.argv[1:]
key = Key(bytes.fromhex(raw), bytes.fromhex(salt)) if raw else None
with closing(connect(name, key, isolation_level=None, timeout=0.1)) as run:
    try:
        print(run.execute(statement).fetchone()[0])
    except failures() as error:
        print(error)
"""


def another(path: Path, key: locking.Key | None, statement: str) -> str:
    secret = (key.raw.hex(), key.salt.hex()) if key else ("", "")
    done = subprocess.run(
        [sys.executable, "-c", ANOTHER, path, *secret, statement],
        capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    return done.stdout.strip()


@pytest.mark.parametrize("password", ["", PASSWORD])
def test_nothing_is_lost_when_another_window_of_the_shop_is_closed(
    shop: Path, tmp_path: Path, password: str
):
    key = locking.protect(shop, password, None, cost=CHEAP) if password else None
    open_core(shop, key=key).close()
    core = Core(shop, key=key, guarded=True)
    core.look()  # as the window does: its list first, then all of it
    core.open()
    for people, look in enumerate((
        lambda: None,
        lambda: pack(core, tmp_path / "shop.move.dangol", {}, Ticket()),
        lambda: contents_of(shop, key),  # chosen by mistake as a backup to restore
    )):  # fmt: skip
        look()
        # As long as it is open here nobody else may have it alone, or throw its log away.
        assert "locked" in another(shop, key, "PRAGMA journal_mode = DELETE")
        assert another(shop, key, PEOPLE) == str(people)
        core.contacts.add(ContactForm("나중에"))
        assert another(shop, key, PEOPLE) == str(people + 1)
    core.close()
    assert another(shop, key, PEOPLE) == "3"


WAITING = """
import sqlite3, sys
run = sqlite3.connect(sys.argv[1])
print(run.execute("SELECT count(*) FROM contact").fetchone()[0], flush=True)
sys.stdin.read()
"""


def test_what_another_window_has_open_is_not_swapped_and_that_is_told(core: Core, shop: Path):
    backup = core.care.back_up()
    core.contacts.add(ContactForm("나중에"))
    core.close()
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", WAITING, shop], text=True, **pipes) as other:
        assert other.stdout.readline() == "1\n"
        with pytest.raises(OpenElsewhereError) as caught:
            restore(backup, shop)
        assert "close that window" in describe(caught.value, "en")
        other.stdin.close()
        other.wait()
    assert another(shop, None, PEOPLE) == "1"
    restore(backup, shop)
    assert another(shop, None, PEOPLE) == "0"
