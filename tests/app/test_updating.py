"""A new version is had only as it was signed, tried before it is trusted, and taken back."""

import json
import shutil
import socket
import sys
from collections import namedtuple
from dataclasses import replace

import pytest

from app.errors import UpdateError, UpdateProblem
from app.jobs import CancelledError, Ticket
from app.updating.fetching import Source
from app.updating.finishing import finish
from app.updating.manifest import this_system
from app.updating.record import FAILED, READY, SWAPPED, SWAPPING, RecordFile
from app.updating.starting import begin, got_through
from app.updating.updater import Updater
from tests.app.updating_parts import (
    KEY,
    PUBLIC,
    cut_short,
    make_program,
    publish,
    serving,
    signing,
    version_in,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="its programs are scripts")


@pytest.fixture
def program(tmp_path):
    return make_program(tmp_path / "apps" / "dangol", "1.0")


@pytest.fixture
def updater(tmp_path, program):
    return Updater(tmp_path / "updates", keys=[PUBLIC], present="1.0", program=program)


@pytest.fixture
def shelf(tmp_path):
    return tmp_path / "shelf"


def refused(updater, source):
    """Why it was refused; nothing may be left of it."""
    with pytest.raises(UpdateError) as caught:
        updater.fetch(updater.look(source, Ticket()), Ticket())
    untouched(updater)
    return caught.value.problem


def untouched(updater):
    folder = updater._program.folder
    assert [p.name for p in folder.parent.iterdir()] == ["dangol"]
    assert version_in(folder) == "1.0"
    assert updater.record.step == ""
    left = {p.name for p in updater._folder.glob("*")}
    assert left <= {"record.json"}, left


def test_an_update_comes_from_a_server_and_is_there_at_the_next_start(updater, program, shelf):
    publish(shelf, "1.1")
    told = []
    with serving(shelf) as (server, address):
        offer = updater.look(Source(address + "manifest.json"), Ticket())
        assert (offer.manifest.version, offer.manifest.note("ko")) == ("1.1", "새로워졌어요")
        assert server.asked == ["/manifest.json"]  # nothing more until it is asked for
        updater.fetch(offer, Ticket(lambda done, total: told.append((done, total))))
    assert told[-1][0] == told[-1][1] > 0
    kept = RecordFile(updater._folder)
    assert kept.read().step == READY
    assert version_in(program.folder) == "1.0"
    assert begin(kept, "1.0", program) == [str(program.folder / "dangol")]
    assert version_in(program.folder) == "1.1"
    assert begin(kept, "1.1", program) is None
    assert len(list(program.folder.parent.iterdir())) == 2  # the old one, until this start is over
    assert got_through(kept, "1.1") == "updated"
    assert [p.name for p in program.folder.parent.iterdir()] == ["dangol"]
    assert got_through(kept, "1.1") == ""
    assert kept.read().address.endswith("manifest.json")


def test_a_file_on_a_stick_does_as_well_and_nothing_newer_is_nothing(updater, program, shelf):
    manifest = publish(shelf, "1.0")
    assert updater.look(Source(str(manifest)), Ticket()) is None
    shutil.rmtree(shelf)
    manifest = publish(shelf, "1.0.1")
    updater.fetch(updater.look(Source(manifest.as_uri()), Ticket()), Ticket())
    assert updater.record.version == "1.0.1"
    updater.forget()
    untouched(updater)


def test_what_is_not_signed_or_not_as_signed_is_refused(updater, shelf):
    manifest = publish(shelf, "1.1")
    good = manifest.read_bytes()
    source = Source(str(manifest))
    outer = json.loads(good)
    for spoilt, problem in (
        (good.replace(b"1.1", b"1.2"), UpdateProblem.NOT_SIGNED),
        (json.dumps({**outer, "signature": ""}).encode(), UpdateProblem.NOT_SIGNED),
        (b"[1, 2]", UpdateProblem.NOT_A_MANIFEST),
        (b"{" * 50_000, UpdateProblem.NOT_A_MANIFEST),
        (good + b" " * 300_000, UpdateProblem.TOO_LARGE),
        (b"", UpdateProblem.NOT_A_MANIFEST),
    ):
        manifest.write_bytes(spoilt)
        assert refused(updater, source) is problem
    publish(shelf / "other", "1.1", key=bytes(32))
    assert refused(updater, Source(str(shelf / "other" / "manifest.json"))) is (
        UpdateProblem.NOT_SIGNED
    )
    manifest.write_bytes(good)
    package = shelf / "dangol-1.1.tar.gz"
    whole = package.read_bytes()
    for spoilt in (whole[:-1], whole + b"x", whole[:500] + b"x" + whole[501:]):
        package.write_bytes(spoilt)
        assert refused(updater, source) is UpdateProblem.NOT_AS_SIGNED
    package.unlink()
    assert refused(updater, source) is UpdateProblem.NOT_THERE
    nobody = Updater(updater._folder, keys=[], present="1.0", program=updater._program)
    assert refused(nobody, source) is UpdateProblem.NO_KEY


def test_an_older_version_or_an_older_list_is_refused(updater, shelf):
    manifest = publish(shelf / "a", "0.9", date="2026-11-01T00:00:00+00:00")
    assert updater.look(Source(str(manifest)), Ticket()) is None
    publish(shelf / "b", "1.2", date="2026-10-01T00:00:00+00:00")  # kept back and played again
    assert refused(updater, Source(str(shelf / "b" / "manifest.json"))) is UpdateProblem.OLDER
    newer = publish(shelf / "c", "1.3", date="2026-11-02T00:00:00+00:00")
    offer = updater.look(Source(str(newer)), Ticket())
    old = replace(offer, manifest=replace(offer.manifest, version="0.5"))
    with pytest.raises(UpdateError):
        updater.fetch(old, Ticket())


def test_a_server_that_fails_is_told_and_leaves_nothing(updater, shelf):
    publish(shelf, "1.1")
    package = "/dangol-1.1.tar.gz"
    whole = (shelf / package[1:]).read_bytes()

    def moved(to):
        def act(handler):
            handler.send_response(302)
            handler.send_header("Location", to)
            handler.end_headers()

        return act

    with serving(shelf) as (server, address):
        source = Source(address + "manifest.json")
        server.otherwise[package] = lambda handler: cut_short(handler, whole)
        assert refused(updater, source) is UpdateProblem.NOT_AS_SIGNED
        server.otherwise[package] = lambda handler: handler.send_error(500)
        assert refused(updater, source) is UpdateProblem.UNREACHABLE
        server.otherwise[package] = moved(f"{address}elsewhere")
        assert refused(updater, source) is UpdateProblem.MOVED
        server.otherwise["/manifest.json"] = moved("file:///etc/passwd")
        assert refused(updater, source) is UpdateProblem.MOVED
        # A set proxy is asked instead, with the whole address.
        proxied = Source("http://publisher.invalid/manifest.json", proxy=address)
        assert refused(updater, proxied) is UpdateProblem.NOT_THERE
        assert server.asked[-1] == "http://publisher.invalid/manifest.json"
    assert refused(updater, source) is UpdateProblem.UNREACHABLE
    with socket.socket() as silent:  # takes the call and hangs up
        silent.bind(("127.0.0.1", 0))
        assert refused(updater, Source(f"http://127.0.0.1:{silent.getsockname()[1]}/m")) is (
            UpdateProblem.UNREACHABLE
        )
    for odd in ("http://", "ftp://x/y", "", "http://[", "no such file"):
        assert refused(updater, Source(odd)) in {
            UpdateProblem.NOT_AN_ADDRESS, UpdateProblem.NOT_THERE, UpdateProblem.UNREACHABLE,
        }  # fmt: skip


def test_a_download_is_called_off_and_a_full_disk_is_told(updater, shelf, monkeypatch):
    manifest = publish(shelf, "1.1")
    offer = updater.look(Source(str(manifest)), Ticket())
    for after in range(3):
        ticket = Ticket()
        left = [after]

        def report(_done, _total, ticket=ticket, left=left):
            left[0] -= 1
            if left[0] < 0:
                ticket.cancel()

        ticket._report = report
        ticket.check()
        if after == 0:
            ticket.cancel()
        try:
            updater.fetch(offer, ticket)
        except CancelledError:
            untouched(updater)
    updater.forget()
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10, 10, 0))
    with pytest.raises(UpdateError) as caught:
        updater.fetch(offer, Ticket())
    assert caught.value.problem is UpdateProblem.NO_ROOM
    untouched(updater)


def test_a_new_version_that_fails_its_self_test_never_gets_in(updater, shelf):
    manifest = publish(shelf, "1.1", broken=True)
    assert refused(updater, Source(str(manifest))) is UpdateProblem.DID_NOT_WORK


def test_a_new_version_that_does_not_get_through_its_starts_is_taken_back(updater, program, shelf):
    manifest = publish(shelf, "1.1")
    updater.fetch(updater.look(Source(str(manifest)), Ticket()), Ticket())
    kept = RecordFile(updater._folder)
    begin(kept, "1.0", program)
    assert begin(kept, "1.1", program) is None
    assert begin(kept, "1.1", program) is None
    assert begin(kept, "1.1", program) == [str(program.folder / "dangol")]
    assert version_in(program.folder) == "1.0"
    assert kept.read().step == FAILED
    assert begin(kept, "1.0", program) is None
    assert got_through(kept, "1.0") == "failed"
    untouched(updater)


def test_whatever_cuts_the_swap_a_whole_program_is_there_and_goes_on(updater, program, shelf):
    manifest = publish(shelf, "1.1")
    updater.fetch(updater.look(Source(str(manifest)), Ticket()), Ticket())
    kept = RecordFile(updater._folder)
    kept.write(replace(kept.read(), step=SWAPPING))  # cut before the folders have changed places
    assert begin(kept, "1.0", program) == [str(program.folder / "dangol")]
    assert version_in(program.folder) == "1.1"
    kept.write(replace(kept.read(), step=SWAPPING))  # cut right after
    assert begin(kept, "1.1", program) is None
    assert kept.read().step == SWAPPED
    (updater._folder / "record.json").write_text("{")  # a record that cannot be read is none
    assert begin(kept, "1.1", program) is None


@pytest.mark.parametrize("works", [True, False])
def test_an_installer_is_run_by_the_old_program_and_taken_back_if_need_be(
    tmp_path, updater, program, shelf, works
):
    new = make_program(shelf / "made" / "dangol", "1.1", broken=not works)
    setup = shelf / "Dangol-1.1-setup.exe"
    setup.write_text(
        f'#!/bin/sh\nrm -r "{program.folder}"\ncp -r "{new.folder}" "{program.folder}"\n'
    )
    manifest = shelf / "manifest.json"
    manifest.write_bytes(signing().sign(KEY, "1.1", {this_system(): setup}, {}))
    updater.fetch(updater.look(Source(str(manifest)), Ticket()), Ticket())
    (updater._folder / setup.name).chmod(0o755)
    kept = RecordFile(updater._folder)
    helper, word = begin(kept, "1.0", program)
    assert (helper, word) == (str(updater._folder / "old" / "dangol"), "--finish-update")
    steps = []
    ticket = Ticket(lambda begun, _of: steps.append(begun))
    assert finish(kept, ticket) == program.folder / "dangol"
    assert steps == sorted(steps)
    assert version_in(program.folder) == ("1.1" if works else "1.0")
    assert kept.read().step == (SWAPPED if works else FAILED)
    got_through(kept, "1.1" if works else "1.0")
    assert {p.name for p in updater._folder.iterdir()} == {"record.json"}


def test_a_key_is_made_once_and_signs(tmp_path):
    keys = tmp_path / "keys.json"
    keys.write_text('{"keys": []}')
    public = signing().make_key(tmp_path / "key", keys)
    assert len(json.loads(keys.read_text())["keys"]) == 1
    assert (tmp_path / "key").stat().st_mode & 0o077 == 0
    with pytest.raises(FileExistsError):
        signing().make_key(tmp_path / "key", keys)
    assert len(public) == 32
