"""The words that tell one phone, e-mail or address of a contact from another."""

WORDS: dict[str, tuple[str, str]] = {
    "mobile": ("Mobile", "휴대폰"),
    "home": ("Home", "집"),
    "work": ("Work", "직장"),
    "main": ("Main", "대표"),
    "fax": ("Fax", "팩스"),
    "other": ("Other", "기타"),
}
"""Label code -> its English and its Korean word; any other label is free text."""

_ELSEWHERE = {
    "mobile": "mobile cell cellphone cellular handy mobil 휴대폰 휴대전화 핸드폰 모바일 이동전화",
    "home": "home house private privat personal 집 자택 개인",
    "work": "work business office job company 회사 직장 근무처 사무실 geschäftlich arbeit",
    "main": "main 대표 대표번호 기본 haupt",
    "fax": "fax workfax homefax otherfax businessfax 팩스 회사팩스 직장팩스 집팩스 기타팩스",
    "other": "other 기타 weitere",
}
_KNOWN = {word: code for code, words in _ELSEWHERE.items() for word in words.split()}
_OWN = {word: code for code, words in WORDS.items() for word in (code, *words)}


def label_word(label: str | None, language: str) -> str:
    """Return the word for a label in 'ko' or English; free text stays, None is ''."""
    if label in WORDS:
        return WORDS[label][language == "ko"]
    return label or ""


def own_label(text: str) -> str | None:
    """Return the label whose word in either language is exactly `text`; '' is None."""
    return _OWN.get(text, text) or None


def foreign_label(text: str) -> tuple[str | None, bool]:
    """Return the label another program wrote, and whether it marks the main value ('* Work')."""
    primary = text.startswith("* ") or text == "*"
    text = text.removeprefix("*").strip()
    tight = text.casefold().replace(" ", "").replace("_", "")
    return _KNOWN.get(tight, text) or None, primary
