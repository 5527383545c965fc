"""A consent that is changed anywhere stands in the ledger, and the two never differ."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from app.jobs import Ticket
from app.shapes.consents import ConsentForm, confirm_on
from app.shapes.contacts import ContactForm
from app.shapes.filters import Condition, Filter
from app.shapes.imports import ImportRequest
from tests.dumps import logical_dump


@pytest.fixture
def kim(core):
    return core.contacts.add(ContactForm(name="김민지", phone="010-0142-3377"))


def told(core, contact_id):
    return [(r.channel, r.state, r.source) for r in core.consents.of(contact_id)]


def granted(**more):
    return ConsentForm(**{"purpose": "advert", "channel": "sms", "state": "granted"} | more)


def test_a_consent_typed_over_is_declared_and_undone_with_it(core, kim, shop, clock):
    before = logical_dump(shop)
    core.contacts.edit(kim, "consent_sms", "granted")
    assert told(core, kim) == [("sms", "granted", "edit")]
    core.store.undo()
    assert logical_dump(shop) == before
    core.store.redo()
    clock.move(days=1)
    core.contacts.edit(kim, "consent_sms", "denied")
    assert told(core, kim)[0] == ("sms", "withdrawn", "edit")
    assert core.care.check() == []


def test_a_consent_cleared_is_taken_back_and_not_forgotten(core, kim):
    core.consents.record(kim, granted())
    core.contacts.edit(kim, "consent_sms", "")
    assert told(core, kim)[0] == ("sms", "withdrawn", "edit")
    assert core.contacts.detail(kim).values["consent_sms"] == "denied"
    assert core.care.check() == []


def test_who_wants_no_adverts_by_any_way_is_in_no_list_of_those_who_do(core, kim, clock):
    lee = core.contacts.add(ContactForm(name="이서연", phone="010-0142-9051"))
    for contact in (kim, lee):
        core.consents.record(contact, granted(reconfirm_on="2026-05-20"))
    clock.move(days=1)
    core.consents.record(kim, granted(channel="any", state="withdrawn"))
    core.consents.record(lee, granted(channel="any", state="withdrawn"))
    clock.move(days=1)
    core.consents.record(lee, granted(reconfirm_on="2026-05-30"))
    wanted = Filter((Condition("consent:advert:sms", "any_of", ("granted",)),))
    assert core.contacts.filtered(wanted) == [lee]
    unsaid = Filter((Condition("consent:advert:email", "empty"),))
    assert core.contacts.filtered(unsaid) == []
    assert core.contacts.detail(kim).values["consent_sms"] == "denied"
    assert [(d.contact_id, d.reconfirm_on) for d in core.consents.due(days=30)] == [
        (lee, "2026-05-30")
    ]


def test_a_declaration_of_long_ago_does_not_overrule_a_later_one(core, kim):
    core.consents.record(kim, granted(state="withdrawn"))
    core.consents.record(kim, granted(happened_at=datetime(2020, 1, 1, tzinfo=UTC)))
    assert core.contacts.detail(kim).values["consent_sms"] == "denied"
    assert core.care.check() == []


def test_an_import_tightens_and_tells_its_file_and_never_loosens(core, kim, tmp_path):
    core.consents.record(kim, granted())
    file = tmp_path / "명단.csv"
    file.write_text(
        "이름,전화,문자 수신 동의,이메일 수신 동의\n김민지,010-0142-3377,거부,동의\n"
        "박하나,010-0142-8888,동의,\n",
        encoding="utf-8",
    )
    prepared = core.imports.prepare(ImportRequest(path=file), Ticket())
    core.imports.run(prepared, Ticket())
    assert told(core, kim) == [("sms", "withdrawn", "import"), ("sms", "granted", "")]
    assert core.consents.of(kim)[0].evidence == "명단.csv"
    new = core.contacts.find("박하나").contacts[0].id
    assert told(core, new) == [("sms", "granted", "import")]
    assert core.care.check() == []


def test_what_two_contacts_said_differently_stays_the_stricter_after_a_merge(core, kim, shop):
    other = core.contacts.add(ContactForm(name="김민지", phone="010-0142-3378"))
    core.consents.record(kim, granted(state="denied"))
    core.consents.record(other, granted(channel="any"))
    before = logical_dump(shop)
    core.duplicates.merge(kim, other)
    assert core.contacts.detail(kim).values["consent_sms"] == "denied"
    assert core.care.check() == []
    core.store.undo()
    assert logical_dump(shop) == before


def test_an_earlier_step_undone_alone_leaves_column_and_ledger_at_one(core, kim, clock):
    core.consents.record(kim, granted())
    first = core.history.entries(limit=1)[0].change_set
    clock.move(days=1)
    core.consents.record(kim, granted(evidence="다시"))
    core.store.undo(first)
    assert core.contacts.detail(kim).values["consent_sms"] == "granted"
    assert core.care.check() == []


def test_check_tells_where_column_and_ledger_differ(core, kim):
    core.consents.record(kim, granted())
    with core.database.connection() as connection:
        connection.exec_driver_sql("UPDATE contact SET consent_sms = 'denied'")
        connection.commit()
    assert [(f.what, f.where, f.count) for f in core.care.check()] == [
        ("consent", "contact.consent_sms", 1)
    ]


def test_adverts_are_confirmed_again_after_two_years():
    assert confirm_on(granted(), date(2024, 2, 29)) == "2026-02-28"
    assert confirm_on(granted(state="denied"), date(2026, 5, 12)) == ""
    assert confirm_on(granted(purpose="service"), date(2026, 5, 12)) == ""
