"""Birthdays in a leap month of the lunar calendar: in, kept, asked for, and out again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.exchange.values.dates import DateOrder, DateReader
from app.important_dates import ImportantDate, between
from app.jobs import Ticket
from app.shapes.contacts import ContactForm
from app.shapes.important_dates import DateForm
from app.shapes.imports import ImportRequest
from db.birthdays import kept_between, kept_in_month
from db.models.contact import Contact


@pytest.mark.parametrize(
    ("cell", "iso", "calendar"),
    [
        ("음력 윤6.15", "--06-15", "lunar_leap"),
        ("1987년 윤6월 15일", "1987-06-15", "lunar_leap"),
        ("1987-06-15 (윤달)", "1987-06-15", "lunar_leap"),
        ("음력(윤달) 1987.6.15", "1987-06-15", "lunar_leap"),
        ("lunar 1987-06-15 (leap month)", "1987-06-15", "lunar_leap"),
        ("음력 6.15", "--06-15", "lunar"),
        ("1987-06-15", "1987-06-15", "solar"),
    ],
)
def test_a_leap_month_is_read_from_the_date(cell, iso, calendar):
    day = DateReader(DateOrder(), 2026, partial=True).read(cell)
    assert (day.iso, day.calendar) == (iso, calendar)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".vcf"])
def test_a_leap_month_comes_in_and_goes_out_unchanged(core, tmp_path, suffix):
    file = tmp_path / "in.csv"
    file.write_text("이름,생일,음양\n김민지,1987-06-15,윤달\n이서연,1991-05-16,음력\n", "utf-8")
    core.imports.run(core.imports.prepare(ImportRequest(path=file), Ticket()), Ticket())
    kim = core.contacts.find("김민지").contacts[0].id
    assert core.important_dates.of(kim)[0].leap_month
    out = tmp_path / f"out{suffix}"
    core.exports.people(out, exact=False, ticket=Ticket())
    core.contacts.edit(kim, "birthday", "")
    core.contacts.edit(kim, "birthday_calendar", "")
    core.imports.run(core.imports.prepare(ImportRequest(path=out), Ticket()), Ticket())
    found = core.important_dates.of(kim)[0]
    assert (found.year, found.month, found.day, found.leap_month) == (1987, 6, 15, True)


TOLD = st.tuples(
    st.sampled_from((None, "solar", "lunar", "lunar_leap")),
    st.none() | st.integers(1940, 2030), st.integers(1, 12), st.none() | st.integers(1, 31),
).map(
    lambda told: (
        told[0],
        ImportantDate(*told[2:4], told[1], (told[0] or "")[:5] == "lunar", told[0] == "lunar_leap"),
    )
).filter(lambda told: told[1].is_possible)  # fmt: skip


def test_sql_and_the_calendar_agree_about_whose_birthday_comes(core):
    ids = [core.contacts.add(ContactForm(name=f"고객 {n}")) for n in range(40)]

    @settings(max_examples=25, deadline=None)
    @given(
        st.lists(TOLD, min_size=40, max_size=40),
        st.dates(date(2020, 1, 1), date(2040, 1, 1)),
        st.integers(0, 60),
    )
    def agrees(told, first, days):
        last = first + timedelta(days=days)
        with core.database.connection() as connection:
            for contact, (calendar, day) in zip(ids, told, strict=True):
                connection.exec_driver_sql(
                    "UPDATE contact SET birthday = ?, birthday_calendar = ? WHERE id = ?",
                    (day.text, calendar, contact),
                )
            found = set(connection.scalars(select(Contact.id).where(kept_between(first, last))))
            connection.rollback()
        assert found == {
            contact
            for contact, (_calendar, day) in zip(ids, told, strict=True)
            if between(day, first, last)
        }

    agrees()


def test_a_month_has_the_birthdays_that_are_kept_in_it(core):
    def born(name, **told):
        contact = core.contacts.add(ContactForm(name=name))
        core.important_dates.set_birthday(contact, DateForm(kind="birthday", **told))
        return contact

    buddha = born("석가", month=4, day=8, lunar=True)  # 24 May 2026
    may, some_may = born("오월", month=5, day=31), born("어느 날", year=1905, month=5)
    born("유월", month=6, day=1)
    born("해만", year=2005)
    with core.database.connection() as connection:
        query = select(Contact.id).where(kept_in_month(5, date(2026, 5, 12)))
        assert set(connection.scalars(query)) == {buddha, may, some_may}
