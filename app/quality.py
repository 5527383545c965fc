"""How well a contact is known, from 0 to 100, and what would mend it: rules and data, no I/O."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from app.exchange.values.emails import is_email
from app.exchange.values.names import names_company, tidy_name
from app.shapes.quality import ContactFacts, PointFacts, Reason, Repair, Score
from db.keys import phone_display, phone_key

# What is missing for each reason, of a hundred points.
WEIGHTS = {
    "no_way_to_reach": 35,
    "number_for_name": 25,
    "phone_broken": 20,
    "duplicate": 20,
    "no_phone": 15,
    "phone_gone": 15,
    "number_in_name": 15,
    "company_in_name": 10,
    "email_broken": 10,
    "no_consent": 8,
    "never_contacted": 6,
    "birthday_incomplete": 4,
    "no_postcode": 4,
}
# What fingers make of the domains people here write to most.
DOMAINS = {
    "gmail.com": "gamil.com gmial.com gmai.com gmail.co gmail.con gmail.cm gmal.com gmil.com "
    "gnail.com gmaill.com gmail.om gmail.comm gmali.com",
    "naver.com": "naver.co naver.con naver.cm nave.com navr.com nvaer.com anver.com naer.com "
    "naver.om naver.comm naver.net navre.com naever.com",
    "hanmail.net": "hanmail.com hanmai.net hanmial.net hamail.net hanmail.ner hanmil.net "
    "hanmail.ne hnmail.net",
    "daum.net": "daum.com daum.ner daum.ne duam.net daun.net",
    "hotmail.com": "hotmial.com hotmai.com hotmil.com hotmail.co hotmail.con hotmal.com",
    "outlook.com": "outlok.com outloo.com outlook.co outlook.con oulook.com",
    "yahoo.com": "yaho.com yahooo.com yahoo.co yahoo.con",
    "icloud.com": "iclod.com icloud.co icloud.con icoud.com",
    "kakao.com": "kakao.co kakao.con kaka.com kako.com",
    "nate.com": "nate.co nate.con nat.com",
}
TYPOS = {typo: right for right, typos in DOMAINS.items() for typo in typos.split()}
_NUMBER = re.compile(r"[(\[/,:;]?\s*(\+?\d[\d\s().\-]{5,}\d)\s*[)\]/,:;]?")
_IN_BRACKETS = re.compile(r"([^()（）]+?)\s*[(（]([^()（）]{2,40})[)）]")
_HOUSEHOLD_WORDS = re.compile(r"^(?:주|유|사|재|합|복|여|남|女|男|故|님|씨|\d+)$")


def score(facts: ContactFacts, country: str = "KR") -> Score:
    """Return how well a contact is known and why points are missing, the heaviest first."""
    found = [Reason(kind, WEIGHTS[kind], field) for kind, field in _missing(facts, country)]
    found.sort(key=lambda reason: -reason.points)
    return Score(max(0, 100 - sum(reason.points for reason in found)), tuple(found))


def repairs(facts: ContactFacts, country: str = "KR") -> Iterator[Repair]:
    """Yield what is proposed to mend a contact; nothing is ever guessed away."""
    for point in facts.points:
        if not point.valid:
            continue
        if point.kind == "phone" and (shown := _with_zero(point.value, country)):
            yield _repair("phone_zero", "phone_broken", facts, point.value, shown, point)
        if point.kind == "email" and (right := right_email(point.value)):
            yield _repair("email_typo", "email_broken", facts, point.value, right, point)
    if facts.kind != "person":
        return
    if (split := split_number(facts.name, country)) and split[0]:
        yield _repair(
            "number_in_name", "number_in_name", facts, facts.name, split[0], phone=split[1]
        )
    elif names_company(facts.name) and not facts.company:
        yield _repair("is_company", "company_in_name", facts, facts.name, facts.name)
    elif not facts.company and (parts := split_company(facts.name)):
        yield _repair(
            "company_in_name", "company_in_name", facts, facts.name, parts[0], company=parts[1]
        )


def right_email(text: str) -> str:
    """Return an address with its domain as it is meant; '' where nothing is to be mended."""
    local, at, domain = text.strip().rpartition("@")
    right = TYPOS.get(domain.strip().casefold(), "")
    return f"{local}@{right}" if at and local and right else ""


def split_number(name: str, country: str = "KR") -> tuple[str, str] | None:
    """Return name and phone of a name that has a phone in it; the name may be ''."""
    for match in _NUMBER.finditer(name):
        if phone_key(match[1], country):
            rest = f"{name[: match.start()]} {name[match.end() :]}"
            return tidy_name(" ".join(rest.split())), phone_display(match[1], country)
    return None


def split_company(name: str) -> tuple[str, str] | None:
    """Return person and company of '김민수(봄날상사)'; None where brackets say something else."""
    match = _IN_BRACKETS.fullmatch(name.strip())
    if not match or _HOUSEHOLD_WORDS.match(match[2].strip()) or any(map(str.isdigit, match[2])):
        return None
    person, company = match[1].strip(), match[2].strip()
    looks_like_one = names_company(company) or company.endswith(COMPANY_ENDINGS)
    return (person, company) if len(person) > 1 and looks_like_one else None


# How the names of shops and firms end where they carry no legal form.
COMPANY_ENDINGS = (
    "상사", "상회", "전자", "건설", "학원", "병원", "의원", "약국", "식당", "카페", "플라워",
    "꽃집", "디자인", "컴퍼니", "은행", "산업", "기업", "물산", "무역", "통상", "부동산", "미용실",
    "학교", "센터", "스튜디오", "호텔", "그룹", "유통", "식품", "Cafe", "Studio", "Hotel",
    "Bank", "Group", "Shop", "Salon", "School", "Clinic",
)  # fmt: skip


def _missing(facts: ContactFacts, country: str) -> Iterator[tuple[str, str]]:
    yield from _missing_to_reach(facts, country)
    yield from _missing_in_name(facts, country)
    if facts.open_duplicate:
        yield "duplicate", "duplicates"
    if not facts.has_consent and facts.kind == "person":
        yield "no_consent", "consent"
    if facts.birthday and not _is_whole_day(facts.birthday):
        yield "birthday_incomplete", "birthday"
    if not facts.was_contacted and not facts.source:
        yield "never_contacted", "source"


def _missing_to_reach(facts: ContactFacts, country: str) -> Iterator[tuple[str, str]]:
    phones = [point for point in facts.points if point.kind == "phone"]
    emails = [point for point in facts.points if point.kind == "email" and point.valid]
    valid = [phone for phone in phones if phone.valid]
    if not valid:
        kind = "phone_gone" if phones else "no_phone"
        yield (kind if emails else "no_way_to_reach"), "phone:0"
    broken = [phone for phone in valid if _is_broken(phone.value, country)]
    if broken:
        yield "phone_broken", f"phone:{broken[0].id}"
    odd = [mail for mail in emails if not is_email(mail.value) or right_email(mail.value)]
    if odd:
        yield "email_broken", f"email:{odd[0].id}"
    bare = [p for p in facts.points if p.kind == "address" and p.valid and not p.postcode]
    if bare:
        yield "no_postcode", f"address:{bare[0].id}"


def _missing_in_name(facts: ContactFacts, country: str) -> Iterator[tuple[str, str]]:
    split = split_number(facts.name, country)
    if not any(map(str.isalpha, facts.name)):
        yield "number_for_name", "name"
    elif split:
        yield "number_in_name", "name"
    elif facts.kind == "person" and not facts.company and (
        names_company(facts.name) or split_company(facts.name)
    ):  # fmt: skip
        yield "company_in_name", "name"


def _with_zero(value: str, country: str) -> str:
    """Return a phone whose first 0 a spreadsheet took with it; '' for any other."""
    key = phone_key(value, country)
    digits = re.sub(r"\D", "", value)
    return phone_display(value, country) if key == f"0{digits}" else ""


def _is_broken(value: str, country: str) -> bool:
    return not phone_key(value, country) or bool(_with_zero(value, country))


def _is_whole_day(birthday: str) -> bool:
    try:
        date.fromisoformat(birthday)
    except ValueError:
        return False
    return True


def _repair(
    kind: str, reason: str, facts: ContactFacts, before: str, after: str,
    point: PointFacts | None = None, *, phone: str = "", company: str = "",
) -> Repair:  # fmt: skip
    return Repair(
        kind=kind, contact_id=facts.id, name=facts.name, before=before, after=after,
        worth=WEIGHTS[reason], point_id=point.id if point else 0, phone=phone, company=company,
    )  # fmt: skip
