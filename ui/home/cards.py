"""Makes the cards of Home out of what was read; a card with nothing in it is not made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication

from app.shapes.agenda import AgendaEntry
from app.shapes.tasks import TaskRow
from app.words import kind_words
from ui.common.ahead_words import day_words, long_day
from ui.common.kit import Kit
from ui.common.task_icons import ICONS
from ui.home.call_card import calls_card
from ui.home.contact_acts import contact_acts
from ui.home.deal_cards import deals_card, enquiries_card
from ui.home.desk import EndingPass, Morning
from ui.home.looks import Act, CardLook, Line, Mark
from ui.home.words import gap_words, length_words, since_words

translate = QCoreApplication.translate

COMPANY = "company"


class CardMaker:
    """Puts what was read into cards, in the language in use."""

    def __init__(self, kit: Kit, morning: Morning) -> None:
        self._kit = kit
        self._morning = morning
        self._home = morning.home

    def cards(self) -> list[CardLook]:
        """Return the cards that have something, in the order of their columns."""
        made = (
            self._overdue(), enquiries_card(self._kit, self._morning), self._promised(),
            self._answered(), deals_card(self._kit, self._morning), self._owed(), self._passes(),
            calls_card(self._kit, self._morning), self._slipping(), self._touch(),
            self._birthdays(), self._today(), self._happened(),
        )  # fmt: skip
        return [card for card in made if card.lines]

    # Tasks

    def _overdue(self) -> CardLook:
        rows = self._home.overdue
        return CardLook(
            "overdue", 0, translate("Home", "Overdue tasks"),
            self._number(self._home.counts.get("overdue", 0)), "alarm-clock", "danger",
            translate("Home", "Move to today"),
            lines=tuple(self._task(row, self._since(row)) for row in rows),
        )  # fmt: skip

    def _answered(self) -> CardLook:
        rows = [row for row in self._home.waiting if row.answered]
        return CardLook(
            "answered", 0, translate("Home", "They answered"), self._number(len(rows)),
            "message-circle-reply", "info",
            lines=tuple(self._task(row, row.contact) for row in rows),
        )  # fmt: skip

    def _task(self, row: TaskRow, below: str) -> Line:
        mark = self._person(row.contact_id, row.contact, row.contact_kind)
        if row.contact_id is None:
            mark = Mark(icon=ICONS[row.kind])
        return Line(f"task-{row.id}", row.title, below, mark, row, tuple(self._task_acts(row)))

    def _task_acts(self, row: TaskRow) -> Iterator[Act]:
        yield Act("finish", translate("Home", "Done"), "check", "Space")
        if row.is_appointment:
            yield Act("came", translate("Home", "They came"), "user-check", "C")
            yield Act("no_show", translate("Home", "They did not come"), "user-x", "N")
        yield Act("snooze", translate("Home", "Snooze"), "alarm-clock", "S")
        yield Act("date", translate("Home", "Pick a date"), "calendar", "D")
        if row.contact_id is not None:
            yield Act("log", translate("Home", "Log what happened"), "phone-call", "L")
        yield Act("open", translate("Home", "Open"), "pencil", "Return")

    def _since(self, row: TaskRow) -> str:
        words = since_words(date.fromisoformat(row.due_at[:10]), self._kit.formats)
        return self._joined(row.contact or row.assignee, words)

    def _today(self) -> CardLook:
        lines = [
            *((row.due_at[11:16], self._timed_task(row)) for row in self._home.tasks),
            *((entry.time, self._handover(entry)) for entry in self._home.handovers),
        ]
        lines.sort(key=lambda one: one[0])
        count = self._home.counts.get("today", 0) + len(self._home.handovers)
        return CardLook(
            "today", 2, translate("Home", "Today"), self._number(count),
            act=translate("Home", "Open tasks"), strong=True,
            lines=tuple(line for _at, line in lines), dense=True,
        )  # fmt: skip

    def _timed_task(self, row: TaskRow) -> Line:
        colour = "warning-solid" if row.priority > 0 else "accent"
        below = row.contact if row.is_appointment else ""
        mark = Mark(hour=self._clock(row.due_at[11:16]), colour=colour)
        return Line(f"task-{row.id}", row.title, below, mark, row, tuple(self._task_acts(row)))

    def _handover(self, entry: AgendaEntry) -> Line:
        what = kind_words("handover", entry.kind or "pickup", self._kit.language.code)
        mark = Mark(hour=self._clock(entry.time), colour="success-solid")
        act = Act("sale", translate("Home", "Open the sale"), "receipt", "Return")
        whom = entry.title or entry.contact
        title = self._joined(what, whom)
        return Line(f"sale-{entry.sale_id}", title, "", mark, entry.sale_id, (act,), square=True)

    # People

    def _promised(self) -> CardLook:
        formats = self._kit.formats
        lines = []
        for entry in self._home.promised:
            late = entry.on < self._home.today
            when = since_words(entry.on, formats) if late else day_words(entry.on, formats)
            if entry.time and not late:
                when = self._clock(entry.time)
            below = self._joined(entry.title, when)
            lines.append(self._contact(entry.contact_id, entry.contact, entry.contact_kind, below))
        return CardLook(
            "promised", 0, translate("Home", "Promised to be in touch"),
            self._number(self._home.promised_count), "phone-forwarded", "info",
            lines=tuple(lines),
        )  # fmt: skip

    def _slipping(self) -> CardLook:
        formats = self._kit.formats
        lines = []
        told = {one.contact_id for one in self._morning.leaving}
        for row in self._home.slipping:
            if row.contact_id in told:
                continue  # above, with what is at stake
            if row.usual_gap and row.days_since is not None and row.days_since <= row.usual_gap:
                continue  # has come since stages were told last
            below = ""
            if row.usual_gap and row.days_since is not None:
                below = gap_words(row.usual_gap, row.days_since, formats)
            elif row.days_since is not None:
                length = length_words(row.days_since, formats)
                below = translate("Home", "Not here for {length}").format(length=length)
            lines.append(self._contact(row.contact_id, row.name, row.kind, below))
        return CardLook(
            "slipping", 1, translate("Home", "Win back"),
            self._number(self._home.slipping_count), "trending-down", "warning",
            translate("Home", "Show all"), strong=True, lines=tuple(lines),
        )  # fmt: skip

    def _touch(self) -> CardLook:
        formats = self._kit.formats
        lines = []
        for row in self._home.out_of_touch:
            length = length_words(row.days, formats)
            wish = length_words(row.ideal_days, formats)
            below = translate("Home", "Not in touch for {length}, wanted: {wish}")
            below = below.format(length=length, wish=wish)
            lines.append(self._contact(row.contact_id, row.name, row.kind, below))
        return CardLook(
            "touch", 1, translate("Home", "Out of touch"),
            self._number(self._home.out_of_touch_count), "message-circle", "plum",
            lines=tuple(lines),
        )  # fmt: skip

    def _birthdays(self) -> CardLook:
        formats = self._kit.formats
        lines = []
        for entry in self._home.birthdays:
            near = (entry.on - self._home.today).days < 2
            below = day_words(entry.on, formats) if near else long_day(entry.on, formats)
            if entry.years:
                turns = translate("Home", "turns {n}").format(n=formats.number(entry.years))
                below = self._joined(below, turns)
            lines.append(self._contact(
                entry.contact_id, entry.contact, entry.contact_kind, below, birthday=True
            ))  # fmt: skip
        return CardLook(
            "birthdays", 1, translate("Home", "Birthdays this week"),
            self._number(self._home.birthdays_count), "cake", "persimmon", lines=tuple(lines),
        )  # fmt: skip

    def _owed(self) -> CardLook:
        formats, code = self._kit.formats, self._morning.currency
        lines = []
        pay = Act("pay", translate("Home", "Record a payment"), "wallet", "P")
        for one in self._morning.owed:
            name = one.name or translate("Home", "Without a name")
            since = since_words(date.fromisoformat(one.oldest_on), formats)
            below = self._joined(formats.money(one.owed, code), since)
            acts: tuple[Act, ...] = (pay,)
            if one.contact_id is not None:
                acts = (pay, *contact_acts())
            mark = self._person(one.contact_id, name, "")
            lines.append(Line(
                f"owed-{one.contact_id}", name, below, mark, one, acts,
                translate("Home", "Payment"),
            ))  # fmt: skip
        return CardLook(
            "owed", 0, translate("Home", "Owed for long"), self._number(self._morning.owed_count),
            "wallet", "warning", translate("Home", "Show all"), strong=True, lines=tuple(lines),
        )  # fmt: skip

    def _passes(self) -> CardLook:
        lines = tuple(self._pass(one) for one in self._morning.passes)
        return CardLook(
            "passes", 0, translate("Home", "Passes running out"),
            self._number(self._morning.passes_count), "ticket", "info", lines=lines,
        )  # fmt: skip

    def _pass(self, one: EndingPass) -> Line:
        formats, row = self._kit.formats, one.row
        if row.kind == "amount":
            left = formats.money(row.remaining, self._morning.currency)
            left = translate("Home", "{amount} left").format(amount=left)
        else:
            left = formats.count(
                row.remaining, translate("Home", "1 use left"), translate("Home", "{n} uses left")
            )
        until = ""
        if row.expires_on:
            until = translate("Home", "until {day}").format(day=formats.day(row.expires_on))
        below = self._joined(row.name, left, until)
        line = self._contact(row.contact_id, one.name, one.kind, below)
        return Line(
            f"pass-{row.id}", line.title, below, line.mark, line.subject, line.acts, line.button
        )

    def _contact(
        self, contact_id: int | None, name: str, kind: str, below: str, *, birthday: bool = False
    ) -> Line:
        """Return a line about somebody; one looks them up, calls, logs or plans."""
        acts = tuple(contact_acts(birthday=birthday))
        mark = self._person(contact_id, name, kind)
        button = "" if birthday else translate("Home", "Call")
        return Line(
            f"contact-{contact_id}", name, below, mark, contact_id, acts, button, square=birthday
        )

    # Lately

    def _happened(self) -> CardLook:
        formats = self._kit.formats
        formats = self._kit.formats
        lines = [Line("sums", words, below, Mark(icon="sparkles")) for words, below in self._sums()]
        for entry in self._morning.done:
            sentence = self._kit.messages.done(entry.op, entry.facts)
            if entry.undone:
                sentence = translate("Home", "{what} (undone)").format(what=sentence)
            below = self._joined(entry.actor, formats.moment(entry.at))
            lines.append(Line(f"step-{entry.change_set}", sentence, below, Mark(icon="history")))
        return CardLook(
            "happened", 2, translate("Home", "Recent activity"),
            act=translate("Home", "Open history"), strong=True, lines=tuple(lines), dense=True,
        )  # fmt: skip

    def _sums(self) -> Iterator[tuple[str, str]]:
        """Yield what has happened since somebody looked last, if anything has."""
        told = self._home.happened
        if told is None:
            return
        count = self._kit.formats.count
        parts = []
        if told.sales:
            amount = self._kit.formats.money(told.sales_total, self._morning.currency)
            one, many = translate("Home", "1 sale"), translate("Home", "{n} sales")
            parts.append(f"{count(told.sales, one, many)} ({amount})")
        if told.contacts:
            one, many = translate("Home", "1 new contact"), translate("Home", "{n} new contacts")
            parts.append(count(told.contacts, one, many))
        if told.interactions:
            one, many = translate("Home", "1 talk"), translate("Home", "{n} talks")
            parts.append(count(told.interactions, one, many))
        if told.tasks_done:
            one, many = translate("Home", "1 task done"), translate("Home", "{n} tasks done")
            parts.append(count(told.tasks_done, one, many))
        if parts:
            since = self._kit.formats.exact(told.since)
            yield ", ".join(parts), translate("Home", "since {day}").format(day=since)

    def _person(self, contact_id: int | None, name: str, kind: str) -> Mark:
        return Mark(contact_id or 0, name, kind == COMPANY)

    def _number(self, count: int) -> str:
        return self._kit.formats.number(count) if count else ""

    def _clock(self, time: str) -> str:
        return self._kit.formats.clock(time) if time else ""

    def _joined(self, *parts: str) -> str:
        return " · ".join(part for part in parts if part)
