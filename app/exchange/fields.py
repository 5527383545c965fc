"""What a column of a foreign file can become: target codes, their words, their groups."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

CUSTOM = "custom"  # kept as a line "Header: value" in one note of the row
IGNORE = "ignore"  # not read
OWN_FIELD = "custom:"  # begins the target of a field of the shop's own; its id follows
NEW_FIELD = "custom:new"  # a field made of the column; ':' and its kind may follow
NEVER = "never"  # must not be read at all: resident numbers, passports, door codes


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a column may hold; `group` gathers fields for a menu."""

    target: str
    group: str  # name, reach, place, about, history, consent, more
    english: str
    korean: str

    def label(self, language: str) -> str:
        """Return its words in 'ko' or, for any other language, English."""
        return self.korean if language == "ko" else self.english


_CONTACT = """
name        | name              | Name               | 이름
name        | family_name       | Family name        | 성
name        | given_name        | Given name         | 이름 (성 제외)
name        | middle_name       | Middle name        | 가운데 이름
name        | suffix            | Name suffix        | 이름 뒤 칭호
name        | reading           | Reading            | 읽는 법
name        | nickname          | Nickname           | 별명
name        | prefix            | Honorific          | 호칭
name        | company           | Company            | 회사
name        | department        | Department         | 부서
name        | job_title         | Job title          | 직함
reach       | phone             | Phone              | 전화
reach       | phone.mobile      | Mobile phone       | 휴대폰
reach       | phone.home        | Home phone         | 집 전화
reach       | phone.work        | Work phone         | 직장 전화
reach       | phone.main        | Main phone         | 대표 전화
reach       | phone.fax         | Fax                | 팩스
reach       | phone.other       | Other phone        | 기타 전화
reach       | email             | E-mail             | 이메일
reach       | email.home        | Home e-mail        | 개인 이메일
reach       | email.work        | Work e-mail        | 직장 이메일
reach       | email.other       | Other e-mail       | 기타 이메일
reach       | link              | Link               | 링크
"""
_PARTS = """
            | Address           | 주소
full        | Full address      | 전체 주소
postcode    | Postcode          | 우편번호
region      | State or province | 시·도
city        | City              | 시·군·구
street      | Street            | 도로명·번지
detail      | Address line 2    | 상세 주소
country     | Country           | 나라
"""
_PLACES = (("", "", ""), ("home", "Home: ", "집: "), ("work", "Work: ", "직장: "),
           ("other", "Other: ", "기타: "))  # fmt: skip
_REST = """
about       | kind              | Kind               | 구분
about       | gender            | Gender             | 성별
about       | birthday          | Birthday           | 생일
about       | birthday.year     | Birth year         | 태어난 해
about       | birthday.month    | Birth month        | 태어난 달
about       | birthday.day      | Birth day          | 태어난 날
about       | birthday_calendar | Lunar birthday     | 음력 생일
about       | likes             | Likes              | 좋아하는 것
about       | dislikes          | Dislikes           | 싫어하는 것
about       | photo             | Photo              | 사진
about       | date              | Important date     | 기념일
about       | role              | Role with the shop | 가게와의 관계
about       | relation          | Related person     | 아는 사람
about       | tag               | Tags               | 태그
about       | note              | Notes              | 메모
history     | source            | Source             | 유입 경로
history     | first_seen_on     | First seen         | 처음 온 날
history     | last_visit_on     | Last visit         | 마지막 방문
history     | opening_total     | Opening total      | 이전 누적 금액
history     | opening_visits    | Opening visits     | 이전 방문 횟수
history     | owner             | Staff in charge    | 담당 직원
consent     | consent_email     | Consent: e-mail    | 이메일 수신 동의
consent     | consent_sms       | Consent: SMS       | 문자 수신 동의
consent     | consent_phone     | Consent: phone     | 전화 수신 동의
consent     | consent_messenger | Consent: messenger | 메신저 수신 동의
more        | id                | Dangol ID          | 단골 ID
more        | number            | Number             | 고객 번호
more        | external_id       | External ids       | 외부 ID
more        | custom            | Keep in a note     | 메모에 남기기
more        | ignore            | Do not import      | 가져오지 않기
more        | never             | Never read         | 읽지 않음 (개인정보)
"""
_OWN = ("우리 가게 항목", "Field of your own")
_MADE = ("새 항목", "New field")
_NUMBERED = re.compile(r"external_id:[\w.-]+|label:\d+|custom:(\d+|new(:[a-z_]+)?)", re.ASCII)


def _rows(text: str) -> Iterator[list[str]]:
    for line in text.strip("\n").splitlines():
        yield [cell.strip() for cell in line.split("|")]


def _places() -> Iterator[Field]:
    for place, english_place, korean_place in _PLACES:
        for part, english, korean in _rows(_PARTS):
            target = ".".join(word for word in ("address", place, part) if word)
            yield Field(target, "place", english_place + english, korean_place + korean)


def _table(text: str) -> Iterator[Field]:
    for group, target, english, korean in _rows(text):
        yield Field(target, group, english, korean)


FIELDS: dict[str, Field] = {
    field.target: field for field in (*_table(_CONTACT), *_places(), *_table(_REST))
}
"""Every target a person can choose, in the order of a menu."""


def is_target(text: str) -> bool:
    """Tell whether `text` is a target code, also 'external_id:<system>' and 'label:<column>'."""
    return text in FIELDS or bool(_NUMBERED.fullmatch(text))


def field_label(target: str, language: str) -> str:
    """Return the words for a target code in 'ko' or English.

    'external_id:shopify' reads 'External ids (shopify)'; a label column has no words of its own
    and comes back as ''.
    """
    base, _, detail = target.partition(":")
    if base == "label":
        return ""
    if base == CUSTOM and detail:
        made = detail.startswith("new")
        korean, english = _MADE if made else _OWN
        return korean if language == "ko" else english
    words = (FIELDS.get(base) or _of_sales(base)).label(language)
    return f"{words} ({detail})" if detail else words


def _of_sales(target: str) -> Field:
    from app.exchange.sales_fields import SALE_FIELDS  # noqa: PLC0415 - it is made of these

    return SALE_FIELDS[target]


def find_target(text: str) -> str | None:
    """Return the target that is written `text`: its code or its words in either language."""
    text = text.strip()
    if is_target(text):
        return text
    wanted = text.casefold()
    for field in FIELDS.values():
        if wanted in (field.target, field.english.casefold(), field.korean.casefold()):
            return field.target
    return None
