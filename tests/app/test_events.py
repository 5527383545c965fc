"""Who listens is told once a change is on the disk; who fails stops nobody else."""

import logging

from app.shapes.contacts import ContactForm


def test_a_listener_that_fails_keeps_neither_the_change_nor_the_others(core, caplog):
    heard = []

    def fail(_changes):
        raise RuntimeError("broken")

    core.bus.subscribe(fail)
    core.bus.subscribe(heard.append)
    with caplog.at_level(logging.CRITICAL, logger="app.events"):
        kim = core.contacts.add(ContactForm(name="김민지"))
    assert core.contacts.detail(kim).name == "김민지"
    assert [changes.op for changes in heard] == ["add_contact"]


def test_who_no_longer_listens_is_told_no_more_also_in_the_midst_of_it(core):
    heard = []

    def once(changes):
        heard.append(changes.op)
        leave()

    leave = core.bus.subscribe(once)
    core.bus.subscribe(lambda changes: heard.append(changes.op.upper()))
    core.contacts.add(ContactForm(name="김민지"))
    core.contacts.add(ContactForm(name="이하은"))
    assert heard == ["add_contact", "ADD_CONTACT", "ADD_CONTACT"]
