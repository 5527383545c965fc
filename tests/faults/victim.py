"""Works on a shop until it is killed; says when it begins and when each action is committed.

Reads one JSON line per run and forks for it, so that no run has anything left to load. The clock
and the ids are the same in every run: what the shop holds after n actions is known beforehand.
"""

import json
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlite_utils  # noqa: F401 - loaded before the fork

import db.migrations.run  # noqa: F401 - the same
from app.bootstrap import Core, open_core
from app.care import restore
from app.jobs import Ticket
from app.locking import protect
from app.shapes.contacts import ContactForm
from app.shapes.imports import ImportRequest
from app.shapes.interactions import InteractionForm
from app.shapes.payments import PaidForm
from app.shapes.products import ProductForm
from app.shapes.sales import LineForm, SaleForm
from tests.conftest import TickingClock
from tests.faults.shops import state_of

PASSWORDS = ("the first one", "another one")
CHEAP = 9  # what guessing one costs


class Run:
    """One run of one operation in a folder of its own."""

    def __init__(self, folder: Path, book: Path, *, tell: bool) -> None:
        self.folder, self.book, self.tell = folder, book, tell
        self.shop = folder / "shop.db"
        self.clock = TickingClock()
        self.clock.move(days=1)

    def begins(self) -> None:
        say(f"begin {os.getpid()}")

    def done(self) -> None:
        """Acknowledge an action; in the run nobody kills, tell what the shop holds by now."""
        say(f"done {state_of(self.shop) if self.tell else ''}")
        self.clock.move(minutes=2)

    @contextmanager
    def core(self) -> Iterator[Core]:
        core = open_core(self.shop, now=self.clock, randomness=random.Random(7))
        yield core
        core.close()


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())  # one write: whole or not at all


def prepare(run: Run) -> None:
    """Make a shop with an older backup, a step after it, and a log as a kill leaves it."""
    clock, cut_off = TickingClock(), run.folder / "cut off"
    core = open_core(run.shop, now=clock, randomness=random.Random(3))
    request = ImportRequest(path=run.folder / "first.csv")
    core.imports.run(core.imports.prepare(request, Ticket()), Ticket())
    core.care.back_up(cut_off).rename(run.folder / "old.db")
    clock.move(minutes=2)
    ids = [row.id for row in core.contacts.page("name", descending=False, offset=0, limit=300)]
    core.contacts.tag(ids, "단골")
    for kept in (run.shop, run.folder / "shop.db-wal"):
        shutil.copy(kept, cut_off)
    core.close()
    for kept in cut_off.iterdir():
        kept.rename(run.folder / kept.name)
    cut_off.rmdir()


def import_list(run: Run) -> None:
    with run.core() as core:
        run.begins()
        prepared = core.imports.prepare(ImportRequest(path=run.book), Ticket())
        core.imports.run(prepared, Ticket())
        run.done()


def edit(run: Run) -> None:
    with run.core() as core:
        contacts = core.contacts
        ids = core.contacts.page("name", descending=False, offset=0, limit=4)
        first, second = ids[0].id, ids[1].id
        run.begins()
        for number in range(3):
            added = contacts.add(
                ContactForm(name=f"새 손님{number}", phone=f"010-0142-{number:04}", tags=("새로",))
            )
            run.done()
            contacts.edit(first, "company", f"가게{number}")
            run.done()
            contacts.add_point(second, "email", f"a{number}@example.com")
            run.done()
            contacts.add_note(added, "창가 자리")
            run.done()
            core.interactions.log(InteractionForm(contact_ids=(first, added), kind="visit"))
            run.done()
            contacts.trash([added])
            run.done()


def edit_many(run: Run) -> None:
    with run.core() as core:
        contacts = core.contacts
        ids = [row.id for row in contacts.page("name", descending=False, offset=0, limit=500)]
        run.begins()
        contacts.tag(ids, "행사")
        run.done()
        contacts.untag(ids, "행사")
        run.done()
        contacts.trash(ids)
        run.done()
        contacts.restore(ids)
        run.done()


def undo(run: Run) -> None:
    with run.core() as core:
        run.begins()
        core.history.undo()
        run.done()
        core.history.redo()
        run.done()


def found(run: Run) -> None:
    """Make the schema of a new file and use it."""
    run.shop.unlink()
    run.begins()
    with run.core() as core:
        run.done()
        core.contacts.add(ContactForm(name="첫 손님"))
        run.done()


def migrate(run: Run) -> None:
    """Bring a shop of the first revision up to date, as a newer Dangol does when it starts."""
    run.shop.with_name("shop.db-wal").unlink()
    (run.folder / "older.db").replace(run.shop)
    run.begins()
    with run.core():
        run.done()


def back_up(run: Run) -> None:
    with run.core() as core:
        run.begins()
        core.care.back_up()
        run.done()


def bring_back(run: Run) -> None:
    """Put the backup back in the place of a shop that was itself cut off: its log lies there."""
    run.begins()
    restore(run.folder / "old.db", run.shop, run.clock)
    run.done()


def erase(run: Run) -> None:
    with run.core() as core:
        ids = [row.id for row in core.contacts.page("name", descending=False, offset=0, limit=2)]
        run.begins()
        for contact_id in ids:
            core.erasure.erase(contact_id)
            run.done()


def sell(run: Run) -> None:
    with run.core() as core:
        buyer = core.contacts.page("name", descending=False, offset=0, limit=1)[0].id
        run.begins()
        rose = core.products.add(ProductForm("장미", price=18_000))
        run.done()
        for number in range(1, 4):
            lines = (LineForm(18_000, rose, quantity=number * 1000),)
            sale = core.sales.sell(SaleForm(lines, contact_id=buyer))
            run.done()
            core.payments.pay(sale, PaidForm(9_000, "cash"))
            run.done()
            core.sales.refund(sale)
            run.done()


def change_passwords(run: Run) -> None:
    """Encrypt a shop whose log lies there, change its password, write it in plain again."""
    held, key = state_of(run.shop) if run.tell else "", None
    run.begins()
    for password in (*PASSWORDS, ""):
        key = protect(run.shop, password, key, cost=CHEAP)
        say(f"done {held}")  # it holds the same whatever its password


OPERATIONS: dict[str, Callable[[Run], None]] = {
    "import": import_list, "edit": edit, "bulk-edit": edit_many, "undo": undo,
    "founding": found, "migration": migrate, "backup": back_up, "restore": bring_back,
    "erase": erase, "sell": sell, "password": change_passwords,
}  # fmt: skip


def _work(operation: str) -> Callable[[Run], None]:
    return prepare if operation == "prepare" else OPERATIONS[operation]


def main() -> None:
    book = Path(sys.argv[1])
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            try:
                _work(asked["operation"])(Run(Path(asked["folder"]), book, tell=asked["tell"]))
            except BaseException as error:
                say(f"failed {error!r}")
                os._exit(1)
            os._exit(0)
        say(f"end {os.waitpid(child, 0)[1]}")


if __name__ == "__main__":
    main()
