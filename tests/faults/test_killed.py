"""Killed at random moments of its work: every acknowledged action is there, none by half."""

import os
import shutil

import pytest

from app import care
from app.bootstrap import open_core
from app.errors import StorageFailedError
from app.shapes.contacts import ContactForm
from tests.faults.killing import Killer, Tally
from tests.faults.shops import is_sound, works
from tests.faults.victim import OPERATIONS

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals and fork")
MOMENTS = int(os.environ.get("FAULT_MOMENTS", "20"))
SEED = int(os.environ.get("FAULT_SEED", "1"))


@pytest.fixture(scope="module")
def killer(tmp_path_factory):
    with Killer(tmp_path_factory.mktemp("killed"), SEED) as killer:
        yield killer


def share(operation: str) -> int:
    """How many of all the kills fall to an operation."""
    names = list(OPERATIONS)
    whole, rest = divmod(MOMENTS, len(names))
    return whole + (names.index(operation) < rest)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_kill_at_any_moment_loses_nothing_acknowledged_and_leaves_nothing_half_done(
    operation, killer, record_property
):
    tally = Tally()
    for _ in range(share(operation)):
        killer.kill(operation, tally)
    record_property("found", str(tally))


def test_a_restore_that_fails_at_its_last_step_leaves_the_shop_of_before(
    core, shop, tmp_path, monkeypatch
):
    backup = core.care.back_up()
    core.contacts.add(ContactForm(name="김민지"))
    cut_off = tmp_path / "cut off"  # the newest contact is in the log alone
    cut_off.mkdir()
    for file in (shop, shop.with_name("shop.db-wal")):
        shutil.copy(file, cut_off)
    path = cut_off / "shop.db"

    def refuse(*_paths):
        raise PermissionError(13, "in use")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse)
        with pytest.raises(StorageFailedError):
            care.restore(backup, path)
    assert is_sound(path)
    again = open_core(path)
    assert [row.name for row in again.contacts.page("name", descending=False, offset=0, limit=9)] \
        == ["김민지"]  # fmt: skip
    works(again)
    again.close()


def test_a_shop_that_is_open_elsewhere_is_not_replaced(core, shop):
    backup = core.care.back_up()
    contact = core.contacts.add(ContactForm(name="김민지"))
    with pytest.raises(StorageFailedError) as caught:
        care.restore(backup, shop)
    assert caught.value.reason == "busy"
    assert core.contacts.detail(contact).name == "김민지"
    works(core)
