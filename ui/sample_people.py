"""Who belongs to whom in the sample shop, what they agreed to, and two who may be one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.shapes.consents import ConsentForm
from app.shapes.contacts import ContactForm
from app.shapes.important_dates import DateForm
from app.shapes.relations import RelationForm

if TYPE_CHECKING:
    from app.bootstrap import Core

TWINS = "문아린"  # twice in the sample shop, the second time with a space in the name
CONSENTS = (  # channel, what was said, how it is known, evidence, day, day to ask again
    ("sms", "denied", "spoken", "계산할 때", (2025, 8, 2), ""),
    ("email", "denied", "online", "주문 화면", (2025, 11, 14), ""),
    ("sms", "granted", "written", "2월 클래스 신청서", (2026, 2, 10), "2028-02-10"),
)
UNTIDY = {"박시온": ("email", "sion.park@gamil.com"), "남궁솔": ("phone", "10-0107-3301")}
PAINTED = {"정기": "success", "기업": "info"}


def meet_people(core: Core, known: int) -> None:
    """Relate the one of the pictures, record what they agreed to, and tell more of the twins."""
    relations = core.relations
    mother = ContactForm("정하나", phone="010-0109-4410")
    relations.relate_new(known, mother, RelationForm(kind="parent"), forward=False)
    relations.relate(known, _one(core, "카페 모루"), RelationForm(kind="works_at"))
    relations.relate(_one(core, "윤아름"), known, RelationForm(kind="referred"))
    relations.give_role(known, "customer")
    core.important_dates.add(
        known, DateForm(kind="anniversary", label="결혼", lunar=True, month=4, day=8)
    )
    for channel, state, source, evidence, day, again in CONSENTS:
        core.consents.record(known, ConsentForm(
            purpose="advert", channel=channel, state=state, source=source, evidence=evidence,
            happened_at=datetime(*day, 3, tzinfo=UTC), reconfirm_on=again,
        ))  # fmt: skip
    for tag, colour in PAINTED.items():
        core.tags.paint(tag, colour)
    for name, (kind, value) in UNTIDY.items():
        core.contacts.add_point(_one(core, name), kind, value)
    _tell_of_twins(core)


def _tell_of_twins(core: Core) -> None:
    contacts = core.contacts
    one, other = sorted(contacts.search(TWINS)[0])[:2]
    contacts.add_point(one, "email", "arin.moon@example.com")
    contacts.add_point(other, "email", "arin@studio.example")
    contacts.add_point(other, "link", "https://instagram.com/arin.flowers")
    contacts.edit(one, "likes", "연분홍, 백합은 빼고")
    contacts.add_note(one, "고양이를 키워요. 오후 6시 이후에 찾아가요.")
    contacts.add_note(other, "6월 견적을 받고 싶어 해요.")
    agreed = ConsentForm(purpose="advert", channel="sms", state="granted", source="spoken")
    core.consents.record(one, agreed)
    contacts.tag([one], "꽃다발")
    contacts.tag([other], "웨딩")
    staff = core.staff.all()
    contacts.assign([one], staff[1].id)
    contacts.assign([other], staff[0].id)


def _one(core: Core, name: str) -> int:
    return next(found.id for found in core.contacts.find(name, limit=3).contacts)
