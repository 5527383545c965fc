"""What a filter lets through, as small sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject

from app.day_words import LONG
from app.filter_words import field_name, phrase, sentence
from app.shapes.filter_names import FilterNames
from app.shapes.filters import Condition, Filter
from ui.common.kit import Kit

DAYS = {"last_contact", "created", "first_seen", "next_task"}
DAY_OPS = ("within_days", "before_days", "on_or_after", "before", "never")
PLAIN_OPS = ("any_of", "all_of", "none_of", "empty")
OPS = {
    **dict.fromkeys(("kind", "tag", "owner", "source", "gender", "area", "company"), PLAIN_OPS),
    **dict.fromkeys(("consent_sms", "consent_email"), PLAIN_OPS),
    **dict.fromkeys(("last_contact", "created", "first_seen"), DAY_OPS),
    **dict.fromkeys(("phone", "email", "address"), ("known", "unknown")),
    "next_task": ("overdue", "next_days", "known", "empty"),
    "birthday": ("month", "within_days", "known", "unknown"),
}
"""What a chip says by itself; the rest is said as in the sentence of a list."""
CHOSEN = ("kind", "tag", "owner", "source")  # several of a list of names


class FilterWords(QObject):
    """Puts conditions into words; knows the people who work here by name."""

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.staff: Mapping[int, str] = {}
        self.names = FilterNames()

    def field(self, field: str) -> str:
        """Return what a field is called."""
        return self._short().get(field) or field_name(field, self.names, self._kit.language.code)

    def _short(self) -> dict[str, str]:
        """Return the fields that the chips know by themselves."""
        return {
            "kind": self.tr("Kind"),
            "tag": self.tr("Tag"),
            "owner": self.tr("Owner"),
            "source": self.tr("Source"),
            "last_contact": self.tr("Last contact"),
            "next_task": self.tr("Next task"),
            "created": self.tr("Added"),
            "first_seen": self.tr("First visit"),
            "birthday": self.tr("Birthday"),
            "phone": self.tr("Phone"),
            "email": self.tr("E-mail"),
            "address": self.tr("Address"),
            "area": self.tr("Area"),
            "gender": self.tr("Gender"),
            "company": self.tr("Company"),
            "consent_sms": self.tr("Consent to texts"),
            "consent_email": self.tr("Consent to e-mail"),
        }

    def sentence(self, part: Condition | Filter) -> str:
        """Return a condition as it stands on a chip: 'Tag: 단골, VIP'."""
        if isinstance(part, Filter):
            if part.mode == "none":
                return sentence(part, self._known(), self._kit.language.code)
            word = self.tr("{a} or {b}") if part.mode == "any" else self.tr("{a} and {b}")
            sentences = [self.sentence(inner) for inner in part.parts]
            whole = sentences[0] if sentences else ""
            for said in sentences[1:]:
                whole = word.format(a=whole, b=said)
            return whole
        if part.op not in OPS.get(part.field, ()):
            words = phrase(part, self._known(), self._kit.language.code)
            return words[:1].upper() + words[1:]
        line = self.tr("{field}: {value}")
        return line.format(field=self.field(part.field), value=self.value(part))

    def value(self, asked: Condition) -> str:
        """Return what is asked of a field: '단골, VIP', 'in the last 30 days'."""
        if asked.field in DAYS:
            return self._days(asked)
        if asked.field == "birthday" and asked.op == "month":
            return self.month(int(asked.values[0]))
        if asked.op == "within_days":
            return self.tr("in the next {n} days").format(n=asked.values[0])
        if asked.op in ("empty", "unknown", "known"):
            return self._presence(asked)
        names = self._kit.formats.listing([self.name(asked.field, v) for v in asked.values])
        if asked.op == "none_of":
            return self.tr("not {names}").format(names=names)
        return self.tr("all of {names}").format(names=names) if asked.op == "all_of" else names

    def name(self, field: str, value: str | int) -> str:
        """Return a value of a field as people call it."""
        if field == "owner":
            return self.staff.get(int(value)) or self.tr("Shop owner")
        return {
            "person": self.tr("Person"),
            "company": self.tr("Company"),
            "household": self.tr("Household"),
            "granted": self.tr("given"),
            "denied": self.tr("refused"),
        }.get(str(value) if field not in ("tag", "source") else "", str(value))

    def month(self, number: int) -> str:
        """Return the name of a month."""
        return f"{number}월" if self._kit.formats.korean else LONG[number - 1]

    def _known(self) -> FilterNames:
        staff = {**self.names.staff, **self.staff}
        named = {i: name or self.tr("Shop owner") for i, name in staff.items()}
        return replace(self.names, staff=named)

    def _presence(self, asked: Condition) -> str:
        if asked.op == "known":
            return self.tr("there is one")
        if asked.field == "owner":
            return self.tr("Nobody")
        return self.tr("not known") if asked.op == "empty" else self.tr("none")

    def _days(self, asked: Condition) -> str:
        plain = {
            "never": self.tr("never"),
            "overdue": self.tr("overdue"),
            "known": self.tr("there is one"),
            "empty": self.tr("none"),
        }
        if asked.op in plain:
            return plain[asked.op]
        value = asked.values[0]
        if asked.op == "next_days":
            words = self.tr("in the next {n} days") if value else self.tr("today")
            return words.format(n=value)
        if asked.op == "within_days":
            return self.tr("in the last {n} days").format(n=value)
        if asked.op == "before_days":
            return self.tr("more than {n} days ago").format(n=value)
        day = self._kit.formats.day(str(value))
        words = self.tr("since {day}") if asked.op == "on_or_after" else self.tr("before {day}")
        return words.format(day=day)
