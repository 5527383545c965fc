"""What a filter means, read slowly from whole tables in plain Python; it knows no SQL."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from app.important_dates import ImportantDate, between
from app.shapes.filters import Condition, Filter

Row = dict[str, Any]
TABLES = (
    "contact", "contact_point", "contact_tag", "tag", "note", "interaction",
    "interaction_contact", "contact_role", "relation", "consent", "important_date",
    "custom_value", "attachment", "segment", "segment_member", "touch_rule", "deal",
)  # fmt: skip
MUTUAL = {"spouse", "sibling", "family", "friend", "colleague", "custom"}
COLUMNS = {
    "owner": "owner_id", "last_contact": "last_contact_at", "created": "created_at",
    "first_seen": "first_seen_on", "last_visit": "last_visit_on", "next_contact": "next_contact_at",
    "next_task": "next_task_at",
    "first_sale": "first_sale_on", "last_sale": "last_sale_on",
}  # fmt: skip
SCORED = {
    "tier": "tier", "tier_since": "tier_since", "rhythm": "rhythm", "return_chance": "return_90",
    "value_year": "value_365", "stake": "stake", "next_visit": "next_on",
}  # fmt: skip

DEALT = ("open_deals", "deal_value", "last_won")


class Oracle:
    """A book read whole; `today` is the day in the shop, whose midnight is `began` in UTC."""

    def __init__(self, shop: Path, today: date, began: str) -> None:
        self.today, self.began = today, began
        self.rows: dict[str, list[Row]] = {}
        with closing(sqlite3.connect(shop)) as run:
            run.row_factory = sqlite3.Row
            for table in TABLES:
                found = [dict(row) for row in run.execute(f"SELECT * FROM {table}")]
                self.rows[table] = [row for row in found if row["deleted_at"] is None]
        with closing(sqlite3.connect(shop)) as run:
            run.row_factory = sqlite3.Row
            self.kinds = dict(
                tuple(row) for row in run.execute("SELECT id, kind FROM pipeline_stage")
            )
            (self.currency,) = run.execute("SELECT currency FROM summary_basis").fetchone()
            told = run.execute("SELECT * FROM customer_score")
            self.scores = {row["contact_id"]: dict(row) for row in told}
        self.people = {r["id"]: r for r in self.rows["contact"] if r["merged_into_id"] is None}
        self.hanging: dict[str, dict[int, list[Row]]] = {}
        for table, rows in self.rows.items():
            self.hanging[table] = defaultdict(list)
            for row in rows:
                if "contact_id" in row:
                    self.hanging[table][row["contact_id"]].append(row)

    def passes(self, wanted: Filter) -> set[int]:
        return {person for person, row in self.people.items() if self.fits(row, wanted)}

    def fits(self, who: Row, part: Condition | Filter) -> bool:
        if isinstance(part, Condition):
            return bool(self.holds(who, part.field, part.op, list(part.values)))
        answers = [self.fits(who, inner) for inner in part.parts]
        if not answers:
            return True
        if part.mode == "none":
            return not any(answers)
        return any(answers) if part.mode == "any" else all(answers)

    def holds(self, who: Row, field: str, op: str, values: list[Any]) -> bool:
        family, _, rest = field.partition(":")
        if _ and family in ("custom", "date", "consent", "relation", "count"):
            return bool(getattr(self, f"_{family}")(who, rest, op, values))
        special = {"tag": self._tag, "role": self._role, "area": self._area, "note": self._note,
                   "birthday": self._birthday, "list": self._in_lists,
                   "touch": self._touch,
                   **{name: partial(self._dealt, name) for name in DEALT},
                   **{name: partial(self._scored, name) for name in SCORED}}  # fmt: skip
        if field in special:
            return special[field](who, op, values)
        if field in ("phone", "email", "address", "link"):
            return self._point(who, field, op, values)
        value = who[COLUMNS.get(field, field)]
        if field in ("next_contact", "next_task"):
            return self._day(value and value[:10], op, values)
        if field in ("last_contact", "created"):
            return self._day(value, op, values, moment=True)
        return self._column(value, op, values)

    def _touch(self, who: Row, op: str, values: list[Any]) -> bool:
        tags = {link["tag_id"] for link in self.hanging["contact_tag"][who["id"]]}
        tags &= {tag["id"] for tag in self.rows["tag"]}
        rules = self.rows["touch_rule"]
        wanted = (
            [rule for rule in rules if rule["contact_id"] == who["id"]]
            or [rule for rule in rules if rule["tag_id"] in tags]
            or [rule for rule in rules if rule["stage"] and rule["stage"] == who["stage"]]
        )
        if who["do_not_contact"] is not None or not wanted:
            return op == "empty"
        rule = min(wanted, key=lambda rule: rule["ideal_days"])
        since = date.fromisoformat((who["last_contact_at"] or who["created_at"])[:10])
        days = (self.today - since).days
        return {
            "known": True, "empty": False, "overdue": days >= rule["ideal_days"],
            "too_long": days >= rule["max_days"],
        }[op]  # fmt: skip

    def _dealt(self, field: str, who: Row, op: str, values: list[Any]) -> bool:
        deals = [(self.kinds[d["stage_id"]], d) for d in self.hanging["deal"][who["id"]]]
        if field == "last_won":
            won = max((d["closed_at"] for kind, d in deals if kind == "won"), default=None)
            return self._day(won, op, values, moment=True)
        if field == "open_deals":
            return self._column(
                sum(k in ("open", "on_hold") for k, _d in deals) or None, op, values
            )
        worth = [
            d["amount"] for kind, d in deals
            if kind == "open" and d["currency"] == self.currency and d["amount"] is not None
        ]  # fmt: skip
        return self._column(sum(worth) if worth else None, op, values)

    def _scored(self, field: str, who: Row, op: str, values: list[Any]) -> bool:
        told = self.scores.get(who["id"], {}).get(SCORED[field])
        if field == "return_chance" and op in ("at_least", "at_most", "equals"):
            values = [value * 10 for value in values]
        return (self._day if field == "next_visit" else self._column)(told, op, values)

    def _tag(self, who: Row, op: str, values: list[Any]) -> bool:
        return self._several(self._tags(who), op, [value.lower() for value in values])

    def _role(self, who: Row, op: str, values: list[Any]) -> bool:
        now = {r["role"] for r in self.hanging["contact_role"][who["id"]] if self._lasts(r)}
        return self._several(now, op, values)

    def _area(self, who: Row, _op: str, values: list[Any]) -> bool:
        there, tags = [p["value"] for p in self._points(who, "address")], self._tags(who)
        return any(v.lower() in tags or any(v in a for a in there) for v in values)

    def _note(self, who: Row, _op: str, values: list[Any]) -> bool:
        notes = self.hanging["note"][who["id"]]
        return any(low(values[0]) in low(note["body"]) for note in notes)

    def _column(self, value: Any, op: str, values: list[Any]) -> bool:
        if op in ("any_of", "none_of"):
            return (value in values) == (op == "any_of")
        if op in ("known", "empty"):
            return (value not in (None, "")) == (op == "known")
        if op in ("contains", "is", "starts_with"):
            return text(value, op, values[0])
        if op in ("at_least", "at_most", "equals"):
            return number(value, op, values[0])
        return self._day(value, op, values)

    def _several(self, has: set[str], op: str, values: list[str]) -> bool:
        match op:
            case "known":
                return bool(has)
            case "empty":
                return not has
            case "all_of":
                return set(values) <= has
        return bool(has & set(values)) == (op == "any_of")

    def _tags(self, who: Row) -> set[str]:
        names = {tag["id"]: tag["name"].lower() for tag in self.rows["tag"]}
        links = self.hanging["contact_tag"][who["id"]]
        return {names[link["tag_id"]] for link in links if link["tag_id"] in names}

    def _points(self, who: Row, kind: str) -> list[Row]:
        return [p for p in self.hanging["contact_point"][who["id"]] if p["kind"] == kind]

    def _point(self, who: Row, kind: str, op: str, values: list[Any]) -> bool:
        there = self._points(who, kind)
        match op:
            case "known":
                return bool(there)
            case "unknown":
                return not there
            case "invalid":
                return any(point["invalid_since"] for point in there)
        wanted = low(values[0])
        if kind == "phone" and wanted.replace("-", "").replace(" ", ""):
            bare = wanted.replace("-", "").replace(" ", "")
            return any(bare in p["value"].replace("-", "").replace(" ", "") for p in there)
        return any(wanted in low(point["value"]) for point in there)

    def _day(self, value: str | None, op: str, values: list[Any], *, moment: bool = False) -> bool:
        if op in ("known", "never", "empty"):
            return (value is not None) == (op == "known")
        if value is None:
            return False
        today = self.today.isoformat()
        if op in ("on_or_after", "before"):
            edge = self._midnight(date.fromisoformat(values[0])) if moment else values[0]
            return bool(value >= edge) == (op == "on_or_after")
        if op == "next_days":
            return today <= value <= (self.today + timedelta(days=values[0])).isoformat()
        back = 0 if op == "overdue" else values[0]
        since = self.today - timedelta(days=back)
        edge = self._midnight(since) if moment else since.isoformat()
        return bool(value >= edge) == (op == "within_days")

    def _midnight(self, day: date) -> str:
        """The moment a day begins in the shop, in UTC."""
        ahead = datetime.combine(self.today, time(), UTC) - datetime.fromisoformat(self.began)
        moment = datetime.combine(day, time(), UTC) - ahead
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _birthday(self, who: Row, op: str, values: list[Any]) -> bool:
        born = who["birthday"]
        if op in ("known", "unknown"):
            return (born is not None) == (op == "known")
        calendar = who["birthday_calendar"] or "solar"
        moon = calendar.startswith("lunar")
        told = born and ImportantDate.read(born, lunar=moon, leap=calendar == "lunar_leap")
        if not told:
            return False
        if op == "month" and not moon and told.day is None and told.month == values[0]:
            return True
        return bool(between(told, *self._span(op, values[0])))

    def _date(self, who: Row, kind: str, op: str, values: list[Any]) -> bool:
        days = self.hanging["important_date"][who["id"]]
        days = [day for day in days if kind in ("any", day["kind"])]
        if op in ("known", "unknown"):
            return bool(days) == (op == "known")
        first, last = self._span(op, values[0])
        told = [
            ImportantDate(d["month"], d["day"], d["year"], d["calendar"] == "lunar",
                          bool(d["leap_month"]))
            for d in days
        ]  # fmt: skip
        if op == "month" and any(
            t.day is None and not t.lunar and t.month == values[0] for t in told
        ):
            return True
        return any(between(t, first, last) for t in told if t.day is not None)

    def _span(self, op: str, value: int) -> tuple[date, date]:
        if op != "month":
            return self.today, self.today + timedelta(days=min(value, 366))
        first = date(self.today.year + (value < self.today.month), value, 1)
        return first, (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)

    def _consent(self, who: Row, which: str, op: str, values: list[Any]) -> bool:
        purpose, channel = which.split(":")
        said = [
            c for c in self.hanging["consent"][who["id"]]
            if c["purpose"] == purpose and c["channel"] in (channel, "any")
        ]  # fmt: skip
        if op == "empty" or not said:
            return op == "empty" and not said
        return max(said, key=lambda c: (c["happened_at"], c["id"]))["state"] in values

    def _lasts(self, row: Row) -> bool:
        return row["until"] is None or row["until"] > self.today.isoformat()

    def _others(self, who: Row, kind: str) -> list[int]:
        name, _, back = kind.partition("#")
        found = []
        for r in self.rows["relation"]:
            if not self._lasts(r) or name not in ("any", r["kind"]):
                continue
            both = name == "any" or name in MUTUAL
            if r["from_id"] == who["id"] and (both or not back):
                found.append(r["to_id"])
            if r["to_id"] == who["id"] and (both or back):
                found.append(r["from_id"])
        return [other for other in found if other in self.people]

    def _relation(self, who: Row, kind: str, op: str, values: list[Any]) -> bool:
        others = self._others(who, kind)
        if op == "of":
            return bool(set(values) & set(others))
        return bool(others) == (op == "known")

    def _count(self, who: Row, what: str, op: str, values: list[Any]) -> bool:
        if what == "note":
            return number(len(self.hanging["note"][who["id"]]), op, values[0])
        if what == "related":
            return number(len(set(self._others(who, "any"))), op, values[0])
        known = {row["id"]: row for row in self.rows["interaction"]}
        met = [known[link["interaction_id"]]
               for link in self.hanging["interaction_contact"][who["id"]]
               if link["interaction_id"] in known]  # fmt: skip
        edge = ""
        if values[1]:
            edge = self._midnight(self.today - timedelta(days=values[1]))
        met = [m for m in met if what in ("any", m["kind"]) and m["happened_at"] >= edge]
        return number(len(met), op, values[0])

    def _custom(self, who: Row, field: str, op: str, values: list[Any]) -> bool:
        kept = [v for v in self.hanging["custom_value"][who["id"]] if v["field_id"] == int(field)]
        if op in ("known", "empty"):
            return bool(kept) == (op == "known")
        if op in ("any_of", "all_of", "none_of"):
            return self._several({v["choice_id"] for v in kept}, op, values)
        return any(self._content(v, op, values) for v in kept)

    def _content(self, kept: Row, op: str, values: list[Any]) -> bool:
        if op in ("yes", "no"):
            return bool(kept["number"] == int(op == "yes"))
        if op == "of":
            return kept["person_id"] in values
        if op in ("contains", "is", "starts_with"):
            named = [a["file_name"] for a in self.rows["attachment"]
                     if a["id"] == kept["attachment_id"]]  # fmt: skip
            return any(text(each, op, values[0]) for each in (kept["text"], *named))
        if op in ("at_least", "at_most", "equals"):
            return number(kept["number"], op, values[0])
        late = kept["text"] is not None and kept["text"] > self.today.isoformat()
        return self._day(kept["text"], op, values) and not (op == "within_days" and late)

    def _in_lists(self, who: Row, op: str, values: list[int]) -> bool:
        inside = False
        for segment in self.rows["segment"]:
            if segment["id"] not in values:
                continue
            if segment["frozen_at"]:
                members = self.hanging["segment_member"][who["id"]]
                inside |= any(m["segment_id"] == segment["id"] for m in members)
            else:
                inside |= self.fits(who, plain(json.loads(segment["filter"])))
        return inside == (op == "any_of")


def plain(kept: Any) -> Condition | Filter:
    if "field" in kept:
        return Condition(kept["field"], kept["op"], tuple(kept["values"]))
    return Filter(tuple(plain(part) for part in kept["parts"]), kept["mode"])


def low(words: str) -> str:
    return "".join(c.lower() if c.isascii() else c for c in words)


def text(value: str | None, op: str, wanted: str) -> bool:
    if value is None:
        return False
    kept, asked = low(value), low(wanted)
    if op == "contains":
        return asked in kept
    return kept.startswith(asked) if op == "starts_with" else kept == asked


def number(value: int | None, op: str, wanted: int) -> bool:
    if value is None:
        return False
    if op == "at_least":
        return value >= wanted
    return value <= wanted if op == "at_most" else value == wanted
