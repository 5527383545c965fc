"""The only door to the database: reads, actions, undo and redo."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event, Lock, get_ident
from typing import TYPE_CHECKING, Any

from app.errors import GoneError, NothingToUndoError, StorageFailedError
from app.events import Changes, EventBus
from app.judging import judge_touched
from app.ops import Op
from app.settings import COUNTRY, CURRENCY
from db import errors

if TYPE_CHECKING:
    from db.cipher import Key
    from db.database import Database
    from db.file_store import FileStore
    from db.list_reader import ListReader
    from db.repositories.changes import Touched
    from db.undo import Kept
    from db.uow import UnitOfWork

MEETINGS = {"interaction", "interaction_contact"}
JUDGED = {"consent", "distinct_pair"}  # what a score counts besides contacts and their points
PURCHASES = {"sale", "sale_line", "payment", "prepaid_pass", "pass_use", "loyalty_move"}
TASKS = {"task", "task_reminder", "deal"}
ENQUIRIES = {"enquiry", *MEETINGS}
MANY = 1000  # contacts that are not told of one by one
# How the shop knows of a consent that stands in the columns; what is typed there is an edit.
CONSENT_SOURCES = {
    Op.IMPORT_CONTACTS: "import",
    Op.IMPORT_SALES: "import",
    Op.MAKE_DEMO: "import",
    Op.MERGE_CONTACTS: "merge",
    Op.MERGE_MANY: "merge",
}


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo or redo took back, and what it left because it has changed since.

    `op` and `facts` are those of the step; `change_set` is None where all of it was left.
    """

    op: str
    facts: dict[str, Any]
    change_set: int | None
    kept: tuple[Kept, ...]


class Store:
    """Runs reads and user actions; may be called from any thread.

    One action is one transaction, one change set in the ledger and one notice. Who reads or
    writes before the file is open waits until it is; only the list can be looked at sooner.
    """

    def __init__(self, bus: EventBus) -> None:
        self._bus = bus
        self._opened: Database | None = None
        self.wanted = Event()  # somebody waits for the file to be open
        self._settled = Event()  # it is open, or will not be
        self._look: ListReader | None = None
        self._looking = Lock()
        self._writing = Lock()
        self._writer: int | None = None
        self.actor_id: int | None = None
        # Steps, and undos, that could not be taken back: undo and redo go on to earlier ones,
        # until something is done.
        self.passed_over: frozenset[int] = frozenset()

    def look_with(self, look: ListReader) -> None:
        """Let the list be read before the file is open."""
        self._look = look

    def serve(self, database: Database | None) -> None:
        """Read and write this file from now on; with None, tell all who wait that none opened."""
        self._opened = database
        self._settled.set()
        self._look_no_more()

    @property
    def is_open(self) -> bool:
        """Whether nobody has to wait."""
        return self._opened is not None

    def close(self) -> None:
        """Close the file if it is open."""
        self._look_no_more()
        if self._opened is not None:
            self._opened.close()

    @property
    def database(self) -> Database:
        """The file, once it is open; raises StorageFailedError if it cannot be opened."""
        if not self._settled.is_set():
            self.wanted.set()
            self._settled.wait()
        if self._opened is None:
            raise StorageFailedError("cannot_open")
        return self._opened

    @property
    def key(self) -> Key | None:
        """The key of a shop with a password, for what is kept beside it for a while."""
        return self.database.key

    @property
    def files(self) -> FileStore:
        """The files beside the shop's."""
        from db.file_store import store_of  # noqa: PLC0415 - not for the list alone

        return store_of(self.database.path, self.database.file_key)

    @contextmanager
    def listed(self) -> Iterator[ListReader]:
        """Open the list of contacts, which can be read before all else."""
        with explained():
            with self._looking:
                if self._look is not None:
                    yield self._look
                    return
            with self.database.read() as unit:
                yield unit.listed

    @property
    def country(self) -> str:
        """The shop's country, for reading phone numbers."""
        return self.database.country

    @country.setter
    def country(self, country: str) -> None:
        self.database.country = country

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """Open one snapshot of the data."""
        with explained(), self.database.read() as unit:
            yield unit

    def version(self) -> tuple[int, int]:
        """Return what is another as soon as anything in the file is."""
        with explained():
            return self.database.version()

    @contextmanager
    def action(self, op: Op, **facts: object) -> Iterator[UnitOfWork]:
        """Run one user action; `facts` are what its sentence in History needs."""
        with self._one_at_a_time():
            changes = None
            with (
                explained(),
                self.database.write(
                    lambda: changes is not None or unit.keep_without_changes
                ) as unit,
            ):
                unit.changes.begin(op, facts, self.actor_id)
                yield unit
                unit.consent_ledger.declare_changes(
                    CONSENT_SOURCES.get(op, "edit"), str(facts.get("file", ""))
                )
                changes = self._close(unit, op)
            if changes is not None:
                self.passed_over = frozenset()
        if changes is not None:
            self._bus.publish(changes)

    @contextmanager
    def rehearsal(self, op: Op) -> Iterator[UnitOfWork]:
        """Run an action for its result alone: it is rolled back and announced to nobody."""
        with self._one_at_a_time(), explained(), self.database.write(lambda: False) as unit:
            unit.changes.begin(op, {}, self.actor_id)
            yield unit

    @contextmanager
    def aside(self) -> Iterator[UnitOfWork]:
        """Write what the ledger does not follow, as a cache: no step, and nobody is told."""
        with self._one_at_a_time(), explained(), self.database.write() as unit:
            yield unit

    def undo(self, change_set: int | None = None) -> Undone:
        """Take back the last step, or the one `change_set` belongs to.

        Raises NothingToUndoError if there is none or it is undone already.
        """
        return self._take_back(Op.UNDO, change_set)

    def redo(self) -> Undone:
        """Do again what the last undo took back; raises NothingToUndoError if there is none."""
        return self._take_back(Op.REDO, None)

    def adopt_outside_changes(self) -> Changes | None:
        """File and announce what was written past Dangol; None if nothing was."""
        with self._one_at_a_time():
            changes = None
            with explained(), self.database.write(lambda: changes is not None) as unit:
                set_id = unit.changes.begin(Op.OUTSIDE, {}, None)
                if unit.changes.adopt_outside() is not None:
                    changes = self._close(unit, Op.OUTSIDE, set_id)
            if changes is not None:
                self.passed_over = frozenset()
        if changes is not None:
            self._bus.publish(changes)
        return changes

    def _take_back(self, op: Op, change_set: int | None) -> Undone:
        with self._one_at_a_time():
            changes = None
            with explained(), self.database.write(lambda: changes is not None) as unit:
                target = change_set
                if target is None:
                    newest = unit.changes.last_undo if op is Op.REDO else unit.changes.last_step
                    target = newest(self.passed_over)
                elif unit.changes.is_undone(target):
                    raise NothingToUndoError
                step = unit.changes.step(target)[0][0]
                of, facts = unit.changes.op_of(target)
                if of == Op.ERASE_CONTACT:
                    raise NothingToUndoError
                if op is Op.REDO:
                    of, facts = facts["of"], facts["facts"]
                unit.changes.begin(op, {"of": of, "facts": facts}, self.actor_id, undoes_id=step)
                kept = unit.changes.revert(step)
                unit.consent_ledger.settle_changes()
                unit.changes.add_facts(kept=len(kept))
                changes = self._close(unit, op)
            if changes is None:
                self.passed_over |= {step}
            elif op is Op.REDO:
                self.passed_over = frozenset()
        if changes is not None:
            self._bus.publish(changes)
        elif not kept:
            raise NothingToUndoError
        return Undone(of, facts, changes.change_set if changes else None, tuple(kept))

    def _look_no_more(self) -> None:
        with self._looking:
            if self._look is not None:
                self._look.close()
                self._look = None

    @contextmanager
    def _one_at_a_time(self) -> Iterator[None]:
        if self._writer == get_ident():
            raise RuntimeError("a service may not start an action inside another")
        with self._writing:
            self._writer = get_ident()
            country = self._opened and self._opened.country
            try:
                yield
            except BaseException:
                if country:  # nothing was written, so nothing is read in another one
                    self.country = country
                raise
            finally:
                self._writer = None

    def _close(self, unit: UnitOfWork, op: Op, set_id: int | None = None) -> Changes | None:
        """Close the change set, bring along what is derived, say what was touched."""
        set_id = set_id or unit.changes.open_id or 0
        touched: Touched | None = unit.changes.end()
        if touched is None:
            return None
        tables = touched.edited.keys() | touched.reshaped
        summed = self._heed_settings(unit) if "setting" in tables else []
        contacts = unit.changes.contacts_touched(set_id)
        unit.contacts.refresh_search(contacts)
        met: list[int] = []
        if MEETINGS & tables:
            met = unit.changes.contacts_met(set_id)
            unit.contacts.refresh_last_contact(met)
            contacts = [*contacts, *met]
        if JUDGED & tables:
            contacts = [*contacts, *unit.quality.told_of(*unit.changes.span(set_id)[1:])]
        judge_touched(unit, set(contacts), self.country)
        if PURCHASES & tables:
            summed = [*summed, *unit.summaries.refresh(*unit.changes.span(set_id))]
        if ENQUIRIES & tables:
            unit.enquiries.refresh(*unit.changes.span(set_id), met)
        if TASKS & tables:
            summed = [*summed, *unit.task_sums.refresh(*unit.changes.span(set_id))]
        return Changes(op, *_with_contacts(touched, summed), set_id)

    def _heed_settings(self, unit: UnitOfWork) -> Collection[int]:
        """Bring along what the shop's country and currency say; return whose sums are others."""
        settings = unit.settings.all()
        if (country := COUNTRY.of(settings)) != self.country:
            self.country = country
            unit.contacts.derive_keys()
            unit.quality.forget_all()
        return unit.summaries.settle(None, CURRENCY.of(settings))


def _with_contacts(
    touched: Touched, summed: Collection[int]
) -> tuple[Mapping[str, frozenset[int]], frozenset[str]]:
    """Return what was edited and reshaped, with the contacts whose sums are others now."""
    if len(summed) > MANY:
        return touched.edited, touched.reshaped | {"contact"}
    if not summed:
        return touched.edited, touched.reshaped
    contacts = touched.edited.get("contact", frozenset()).union(summed)
    return {**touched.edited, "contact": contacts}, touched.reshaped


@contextmanager
def explained() -> Iterator[None]:
    """Turn the data layer's errors into those a user can be told."""
    try:
        yield
    except errors.RowNotFoundError as error:
        raise GoneError(str(error)) from error
    except errors.NothingToUndoError as error:
        raise NothingToUndoError from error
    except errors.StorageError as error:
        raise StorageFailedError(error.reason) from error
