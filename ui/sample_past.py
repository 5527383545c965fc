"""A morning in the sample shop, so that pictures have something done to show."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from app.shapes.contacts import ContactForm
from app.shapes.custom_fields import FieldForm
from app.shapes.interactions import InteractionForm
from ui.sample_kept import keep_files
from ui.sample_people import meet_people

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from app.bootstrap import Core

WHO = "김민지"
VISITS = (  # days ago, where a visit those of a purchase; kind, outcome, direction, what was said
    (12, "text", None, "out", "어버이날 예약 안내를 보냈어요."),
    (63, "visit", None, None, "작약과 유칼립투스 꽃다발."),
    (66, "call", "no_answer", "out", ""),
    (73, "visit", None, None, "분홍 튤립 꽃다발, 크라프트 포장."),
    (94, "visit", None, None, "기념일 꽃바구니."),
    (101, "messenger", None, "in", "분홍 튤립이 언제 들어오는지 물어봤어요."),
    (137, "visit", None, None, "새해 꽃다발."),
    (158, "visit", None, None, "크리스마스 리스 클래스."),
    (163, "call", "promised_visit", "in", "다음 주에 들르기로 했어요."),
    (181, "visit", None, None, "국화와 억새 꽃다발."),
    (240, "email", None, "out", "가을 클래스 안내."),
    (265, "visit", None, None, "여름 꽃다발, 중간 크기."),
    (301, "call", "asked_price", "in", "돌잔치 테이블 꽃 가격을 물어봤어요."),
)

FIELDS = (
    FieldForm(
        kind="choices", label_ko="좋아하는 꽃", label_en="Likes", in_list=True,
        choices=("연분홍", "작약", "수국"),
    ),
    FieldForm(kind="text", label_ko="피할 것", label_en="Avoid"),
    FieldForm(
        kind="choice", label_ko="포장", label_en="Wrapping", choices=("크라프트지", "비단"),
    ),
    FieldForm(kind="text", label_ko="찾는 시간", label_en="Pick-up"),
    FieldForm(kind="number", label_ko="카드 포인트", label_en="Card points", in_list=True),
)  # fmt: skip
NEW = ("강하린", "남궁솔", "박시온", "서이든", "안나윤", "정라온", "카페 물결")


class Morning:
    """A clock that goes on by some minutes each time somebody looks at it."""

    def __init__(self, begins: datetime, ends: datetime) -> None:
        self._at = begins
        self._ends = ends

    def __call__(self) -> datetime:
        """Return the time, never later than the end of the morning."""
        self._at = min(self._at + timedelta(seconds=40), self._ends)
        return self._at


def live_a_morning(path: Path, now: datetime) -> None:
    """Do what is done in a shop until `now`: visits, edits, tags, people put in the trash."""
    from random import Random  # noqa: PLC0415

    from app.bootstrap import open_core  # noqa: PLC0415 - not before it is needed

    core = open_core(
        path, now=Morning(now - timedelta(hours=2), now - timedelta(minutes=4)),
        randomness=Random(2),
    )  # fmt: skip
    try:
        known = core.contacts.search(WHO)[0][0]
        for days, kind, outcome, direction, body in reversed(VISITS):
            core.interactions.log(
                InteractionForm(
                    contact_ids=(known,), kind=kind, outcome=outcome, direction=direction,
                    body=body,
                    happened_at=now - timedelta(days=days) + timedelta(minutes=days * 7 % 240),
                )
            )  # fmt: skip
        _fill_fields(core, known)
        keep_files(core, known)
        people = _people(core.contacts.search("010-01")[0], known)
        core.contacts.tag([next(people) for _ in range(3)], "정기")
        core.contacts.edit(known, "source", "소개")
        core.contacts.edit(next(people), "name", "이서아")
        core.contacts.edit(next(people), "birthday", "1988-11-02")
        staff = core.staff.all()
        core.contacts.assign([known, *(next(people) for _ in range(11))], staff[1].id)
        for name in NEW:
            core.contacts.add(ContactForm(name=name))
        for _ in range(3):
            core.contacts.trash([next(people)])
        core.contacts.trash([next(people) for _ in range(5)])
        meet_people(core, known)
    finally:
        core.close()


def _fill_fields(core: Core, known: int) -> None:
    """Make the fields of a flower shop, and fill them for the one of the pictures."""
    fields = core.custom_fields
    for form in FIELDS:
        fields.add(form)
    made = {field.label_en: field for field in fields.all()}
    fields.put([known], made["Likes"].id, tuple(c.id for c in made["Likes"].choices[:2]))
    fields.put([known], made["Avoid"].id, "백합 (고양이를 키움)")
    fields.put([known], made["Wrapping"].id, made["Wrapping"].choices[0].id)
    fields.put([known], made["Pick-up"].id, "오후 6시 이후")
    fields.put([known], made["Card points"].id, Decimal(2340))


def _people(ids: Sequence[int], known: int) -> Iterator[int]:
    """Return others than the one of the pictures: the last of them are in no list to import."""
    return iter(sorted((number for number in ids if number != known), reverse=True)[::7])
