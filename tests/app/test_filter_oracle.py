"""The SQL of filters agrees with a slow reading of the same book in plain Python."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.bootstrap import Core, open_core
from app.day import today
from app.shapes.filter_fields import CUSTOM_OPS, INTERACTIONS, OPS
from app.shapes.filters import Condition, Filter
from db.ids import meaning_id
from db.keys import tag_id
from db.kinds import (
    CHANNELS,
    CONSENT_STATES,
    DATE_KINDS,
    PURPOSES,
    RELATIONS,
    RHYTHMS,
    ROLES,
    STAGES,
    TIERS,
)
from tests.app.filter_oracle import Oracle
from tests.app.made_filters import WORDS, conditions, filters, values
from tests.conftest import NOW, TickingClock

PEOPLE, COMPANIES = range(1, 41), range(41, 45)
DEAL_STAGES = {"open": 1, "on_hold": 2, "won": 3, "lost": 4}
CUSTOMS = {100 + place: kind for place, kind in enumerate(CUSTOM_OPS)}
CHOICES, LISTS, FILES = range(120, 124), range(140, 144), range(150, 153)
IDS = st.sampled_from([1, 2, 3, 41, 42, *CHOICES, *LISTS, 999])
BIRTHDAYS = (
    None, "1991-05-16", "--05-12", "--02-29", "1990", "1988-04-08", "--06-30", "1996-05", "--05",
    "2026-05-20", "2027-05-14", "--01-01", "--12-31",
)  # fmt: skip


class Book:
    """A random shop, written row by row past the services, and the oracle that read it."""

    def __init__(self, shop: Path, seed: int) -> None:
        self.core: Core = open_core(shop, now=TickingClock())
        self.draw = random.Random(seed)
        with self.core.database.connection(writes=True) as connection:
            self._put = lambda table, **row: connection.exec_driver_sql(
                f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
                tuple(row.values()),
            )
            self._fill()
            connection.commit()
        day = today(NOW)
        self.oracle = Oracle(shop, day.today, day.began)

    def _one(self, *of: Any) -> Any:
        return self.draw.choice([*of, None])

    def _gone(self) -> str | None:
        return "2026-01-01T00:00:00.000Z" if self.draw.random() < 0.1 else None

    def _moment(self, ahead: int = 0) -> str:
        moment = NOW + timedelta(days=self.draw.randint(-400, ahead), hours=self.draw.randint(0, 9))
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def _date(self, ahead: int = 0) -> str:
        return (NOW + timedelta(days=self.draw.randint(-60, ahead))).date().isoformat()

    def _fill(self) -> None:
        for name in ("이서연", "박준호"):
            self._put("staff", id=len(name) + ord(name[0]) % 9, name=name, role="staff")
        for field_id, kind in CUSTOMS.items():
            self._put("custom_field", id=field_id, kind=kind, label_ko=kind)
        for choice in CHOICES:
            self._put("custom_choice", id=choice, field_id=105, label_ko=str(choice))
        for name in WORDS:
            self._put("tag", id=tag_id(name), name=name, deleted_at=self._gone())
        for contact in (*PEOPLE, *COMPANIES):
            self._contact(contact)
        for file, name in zip(FILES, ("KIM 계약.pdf", "꽃.JPG", "견적"), strict=True):
            self._put("attachment", id=file, contact_id=PEOPLE[0], sha256="0" * 64, file_name=name,
                      media_type="text/plain", size=1)  # fmt: skip
        self._put("pipeline", id=1, name="꽃")
        for kind, stage in DEAL_STAGES.items():
            sure = {"won": 100}.get(kind, 0)
            self._put("pipeline_stage", id=stage, pipeline_id=1, name=kind, kind=kind,
                      probability=sure)  # fmt: skip
        for contact in (*PEOPLE, *COMPANIES):
            self._hang(contact)
        self._touch_rules()
        self._lists()

    def _contact(self, contact: int) -> None:
        one = self._one
        self._put(
            "contact", id=contact, kind="company" if contact in COMPANIES else "person",
            name=self.draw.choice(["김민지", "Kim", "카페 모루", "이하은 kim"]),
            name_key="", nickname=one("민", "KIM", ""), reading=one("gim"), number=one("0142", "7"),
            company=one("카페 모루", "꽃"), department=one("KIM"), job_title=one("점장 kim"),
            likes=one("꽃", "Kimchi"), dislikes=one("꽃"), gender=one("female", "male"),
            birthday=self.draw.choice(BIRTHDAYS), birthday_calendar=one("lunar", "lunar_leap"),
            source=one("소개", "단골"), first_seen_on=one(self._date()), stage=one(*STAGES),
            stage_since=one(self._date()), do_not_contact=one(self._date()),
            opening_total=one(0, 3, 30_000), opening_visits=one(0, 1, 4), quality=one(0, 3, 70),
            last_visit_on=one(self._date()), last_contact_at=one(self._moment()),
            next_contact_at=one(self._date(20), self._date(20) + "T15:00"),
            next_task_at=one(self._date(20), self._date(20) + "T15:00"),
            consent_sms=one("granted", "denied"), consent_email=one("granted", "denied"),
            created_at=self._moment(), deleted_at=self._gone(),
        )  # fmt: skip

    def _touch_rules(self) -> None:
        """How often to be in touch: of each rule only one row can be."""
        about = [("contact_id", contact) for contact in (*PEOPLE[:6], COMPANIES[0])]
        about += [("tag_id", tag_id(name)) for name in WORDS[:3]]
        about += [("stage", stage) for stage in STAGES[:4]]
        for row, (column, value) in enumerate(about):
            ideal = self.draw.choice([7, 30, 90, 200])
            self._put("touch_rule", id=900 + row, ideal_days=ideal, max_days=2 * ideal,
                      deleted_at=self._gone(), **{column: value})  # fmt: skip

    def _hang(self, contact: int) -> None:
        some = self.draw.sample(WORDS, self.draw.randint(0, 3))
        for name in some:
            self._put("contact_tag", id=meaning_id(contact, name), contact_id=contact,
                      tag_id=tag_id(name), deleted_at=self._gone())  # fmt: skip
        for role in self.draw.sample(ROLES, self.draw.randint(0, 2)):
            until = self._one(self._date(9))
            self._put("contact_role", id=meaning_id("r", contact, role), contact_id=contact,
                      role=role, until=until, deleted_at=self._gone())  # fmt: skip
        for place in range(self.draw.randint(0, 4)):
            self._several(contact, 10 * contact + place)
        if self.draw.random() < 0.7:
            self._score(contact)
        for place in range(self.draw.randint(0, 2)):
            self._deal(contact, 10 * contact + place)

    def _deal(self, contact: int, row: int) -> None:
        kind = self.draw.choice(list(DEAL_STAGES))
        ended = kind in ("won", "lost")
        self._put("deal", id=row, contact_id=contact, title="꽃", pipeline_id=1,
                  stage_id=DEAL_STAGES[kind], amount=self._one(0, 3, 30_000),
                  currency=self.draw.choice(["KRW", "KRW", "USD"]), probability=50,
                  stage_entered_at=self._moment(), deleted_at=self._gone(),
                  closed_at=self._moment() if ended else None)  # fmt: skip

    def _score(self, contact: int) -> None:
        """Give a contact scores, as a run over the purchases would."""
        one, pick = self._one, self.draw.choice
        days = {f"{name}_on": self._date() for name in (*RHYTHMS[1:], "first", "last")}
        self._put("customer_score", contact_id=contact, run_id=1, purchases=3, spent=30_000,
                  tier=pick(TIERS[:-1]), tier_since=self._date(), rhythm=pick(RHYTHMS),
                  return_90=one(0, 9, 10, 40, 999), value_365=one(0, 3, 30_000),
                  stake=one(1_000_000, 4), next_on=one(self._date(20)), **days)  # fmt: skip

    def _several(self, contact: int, row: int) -> None:
        one, pick = self._one, self.draw.choice
        self._put("contact_point", id=row, contact_id=contact,
                  kind=pick(["phone", "email", "address", "link"]),
                  value=pick(["010-0142-3377", "a@b.c", "서울 망원동 3", "02 0142"]),
                  invalid_since=one(self._moment()), deleted_at=self._gone())  # fmt: skip
        self._put("note", id=row, contact_id=contact, body=pick(["꽃 KIM", "민지"]),
                  deleted_at=self._gone())  # fmt: skip
        self._put("interaction", id=row, kind=pick(INTERACTIONS[:3]), happened_at=self._moment(5),
                  deleted_at=self._gone())  # fmt: skip
        self._put("interaction_contact", id=row, interaction_id=row, contact_id=contact,
                  deleted_at=self._gone())  # fmt: skip
        other = pick([o for o in (*PEOPLE, *COMPANIES) if o != contact])
        self._put("relation", id=row, from_id=contact, to_id=other, kind=pick(RELATIONS),
                  until=one(self._date(9)), deleted_at=self._gone())  # fmt: skip
        self._put("consent", id=row, contact_id=contact, purpose=pick(PURPOSES),
                  channel=pick(CHANNELS[:2]), state=pick(CONSENT_STATES),
                  happened_at=pick([self._moment(), "2026-05-01T00:00:00.000Z"]),
                  deleted_at=self._gone())  # fmt: skip
        lunar = pick(["solar", "lunar"])
        month = pick([4, 5, 6, 2])
        year = one(2020) if month == 2 else one(2020, 2026, 2027)  # of 29 February
        self._put("important_date", id=row, contact_id=contact, kind=pick(DATE_KINDS),
                  calendar=lunar, leap_month=int(lunar == "lunar" and self.draw.random() < 0.3),
                  year=year, month=month, day=one(8, 12, 20, 29),
                  deleted_at=self._gone())  # fmt: skip
        field = pick(list(CUSTOMS))
        told = {
            "text": {"text": pick(["꽃", "KIM"])}, "number": {"number": pick([1_000_000, 3])},
            "money": {"number": 30_000}, "date": {"text": self._date(40)},
            "yes_no": {"number": pick([0, 1])}, "choice": {"choice_id": pick(CHOICES)},
            "choices": {"choice_id": pick(CHOICES)}, "person": {"person_id": pick([1, 2, 3])},
            "file": {"attachment_id": one(*FILES)},
        }[CUSTOMS[field]]  # fmt: skip
        self._put("custom_value", id=row, contact_id=contact, field_id=field,
                  deleted_at=self._gone(), **told)  # fmt: skip

    def _lists(self) -> None:
        first, second, frozen, gone = LISTS
        vip = Filter((Condition("tag", "any_of", ("VIP",)),))
        inner = Filter((Condition("list", "any_of", (first, 999)), Condition("phone", "known")))
        for list_id, wanted in ((first, vip), (second, inner), (frozen, vip), (gone, vip)):
            self._put(
                "segment", id=list_id, name=str(list_id), filter=wanted.to_json(),
                frozen_at="2026-05-01T00:00:00.000Z" if list_id == frozen else None,
                deleted_at="2026-05-01T00:00:00.000Z" if list_id == gone else None,
            )  # fmt: skip
        for contact in self.draw.sample(PEOPLE, 9):
            self._put("segment_member", id=contact, segment_id=frozen, contact_id=contact,
                      deleted_at=self._gone())  # fmt: skip


@pytest.fixture(scope="module")
def books(template, tmp_path_factory) -> Iterator[list[Book]]:
    folder = tmp_path_factory.mktemp("books")
    made = [Book(Path(shutil.copy(template, folder / f"{seed}.db")), seed) for seed in range(3)]
    yield made
    for book in made:
        book.core.close()


def agree(book: Book, wanted: Filter) -> None:
    found = book.core.contacts.filtered(wanted)
    assert set(found) == book.oracle.passes(wanted), wanted
    assert len(found) == len(set(found)) == book.core.contacts.count_filtered(wanted)


SLOW = settings(
    max_examples=150, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip


@SLOW
@given(which=st.integers(0, 2), wanted=filters(conditions(CUSTOMS, IDS)))
def test_a_random_filter_over_a_random_book_lets_the_right_ones_through(books, which, wanted):
    agree(books[which], wanted)


@settings(SLOW, max_examples=5)
@given(data=st.data())
@pytest.mark.parametrize("family", sorted({field.partition(":")[0] for field in OPS} | {"custom"}))
def test_every_field_says_the_same_as_the_slow_reading(books, family, data):
    every = {**OPS, **{f"custom:{i}": CUSTOM_OPS[kind] for i, kind in CUSTOMS.items()}}
    asked = [(f, op) for f, ops in every.items() if f.partition(":")[0] == family for op in ops]
    field, op = data.draw(st.sampled_from(asked))
    condition = Condition(field, op, data.draw(values(field, every[field][op], IDS)))
    agree(books[0], Filter((condition,)))
    agree(books[1], Filter((condition,), "none"))
