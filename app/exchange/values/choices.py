"""Answers out of a fixed list: gender, kind, consent, calendar; words in, codes out."""

from app.exchange.table import Cell
from app.exchange.values.texts import text_of

WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "kind": {
        "person": ("Person", "개인"),
        "company": ("Company", "회사"),
        "household": ("Household", "가족"),
    },
    "gender": {"female": ("Female", "여"), "male": ("Male", "남"), "other": ("Other", "기타")},
    "consent": {"granted": ("Yes", "동의"), "denied": ("No", "거부")},
    "calendar": {
        "lunar": ("Yes", "음력"),
        "lunar_leap": ("Leap month", "음력 윤달"),
        "solar": ("", ""),
    },
}
"""Kind of choice -> code -> its English and its Korean word, as exports write them."""

_REFUSING = frozenset(
    ("거부", "수신거부", "거절", "해지", "철회", "optout", "opt-out", "unsubscribed")
)
_YES = frozenset(("y", "yes", "true", "1", "o", "○", "◯", "t", "ja", "oui", "si", "sí", "예", "네"))
_KNOWN: dict[str, dict[str, str]] = {
    "kind": {
        "person": """개인 개인고객 일반 일반고객 사람 person individual contact private customer
            b2c p""",
        "company": """회사 법인 법인고객 업체 기업 기업고객 단체 기관 사업자 개인사업자 법인사업자
            거래처 company business organization organisation corporate corporation firm b2b c""",
        "household": "가족 가구 세대 household family",
    },
    "gender": {
        "female": """여 여자 여성 녀 女 女性 f female w woman women girl mrs ms miss weiblich mujer
            femme""",
        "male": "남 남자 남성 男 男性 m male man men boy mr männlich hombre homme",
        "other": "기타 other divers diverse nonbinary non-binary x",
    },
    "consent": {
        "granted": """y yes true 1 o ○ ◯ ok on t ja oui si sí checked 예 네 optin opt-in 동의 동의함
            동의합니다 수신 수신동의 수신함 수신허용 허용 승낙 가능 subscribed subscriber
            granted accepted agreed consented""",
        "denied": """n no false 0 x × off f nein non nope unchecked optout opt-out 거부 수신거부
            수신안함 미수신 미동의 비동의 동의안함 동의하지않음 거절 불가 아니오 아니요 안함 해지
            철회 unsubscribed denied declined rejected cleaned archived noconsent revoked
            withdrawn""",
        "": """unknown pending notset nonsubscribed non-subscribed notsubscribed transactional
            미확인 미선택 미정 모름 미상 - -- n/a none null""",
    },
    "calendar": {
        "lunar": "음 음력 陰 陰曆 农历 農曆 lunar l y yes true 1 o ○ 예 네",
        "lunar_leap": "윤 윤달 음력윤달 음력(윤달 閏 閏月 leap leapmonth lunarleap",
        "solar": "양 양력 陽 solar s n no false 0 x 아니오 아니요 평 평달",
    },
}
_NOTHING = "미상 모름 선택안함 미선택 미입력 unknown unspecified none u n/a - -- 없음 notspecified"
_CODES = {
    choice: {word: code for code, words in codes.items() for word in words.split()}
    for choice, codes in _KNOWN.items()
}
for _choice in ("kind", "gender", "calendar"):
    for _word in _NOTHING.split():
        _CODES[_choice].setdefault(_word, "")


def choice_word(choice: str, code: str | None, language: str) -> str:
    """Return the word an export writes for a code in 'ko' or English; '' for None."""
    return WORDS[choice][code][language == "ko"] if code else ""


def read_choice(choice: str, cell: Cell) -> str | None:
    """Return the code a cell means, '' for a blank or undecided one, None for an unknown word."""
    text = text_of(cell).casefold()
    if not text:
        return ""
    codes = _CODES[choice]
    tight = text.replace(" ", "").replace("_", "").strip("().")
    return codes.get(text, codes.get(tight))


def refuses(cell: Cell) -> bool | None:
    """Tell whether a cell under 'opted out' says so; None for a word it should not hold.

    A 'no' there is no consent: who has not opted out has not agreed either.
    """
    code = read_choice("consent", cell)
    tight = text_of(cell).casefold().replace(" ", "")
    return None if code is None else tight in _YES or tight in _REFUSING
