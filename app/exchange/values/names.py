"""Names put together the way their language does, and companies told from people."""

import re

_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff·ー々\s]+")
_SPACES = re.compile(r"\s+")
# Titles that end in 님 by themselves: without it they would be half a word.
_TITLE = re.compile(
    r"(?:선생|사장|원장|부장|차장|과장|대리|대표|회장|부회장|교수|기사|실장|팀장|점장|소장|이사|상무|전무"
    r"|목사|신부|수녀|스|의사|약사|고객|손|어머|아버|어르신|할머|할아버|형|누|언니|사모|작가|감독|간사)님$"
)
_COMPANY = re.compile(
    r"㈜|\((?:주|유|사|재|합|복)\)|주식회사|유한회사|유한책임회사|합자회사|합명회사|협동조합"
    r"|사단법인|재단법인|농업회사법인|(?:株式|有限)会社|有限公司"
    r"|(?:^|[\s,])(?i:inc|ltd|llc|llp|corp|corporation|incorporated|limited|gmbh|plc|company)\.?$"
    r"|(?:^|[\s,])(?:AG|KG|SA|S\.A\.|SAS|SARL|Srl|SRL|SpA|S\.p\.A\.|BV|B\.V\.|Oy|Sp\. z o\.o\.)$"
)
_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길"
    "연위표명기반왕금옥육인맹제모탁국은편용예경봉사부가복태목형피두감호음빈동온시계제갈독고선우황보남궁사공서문"
)
_KOREAN_NAME = re.compile(r"[가-힣]{2,4}")


def tidy_name(text: str) -> str:
    """Return a name with single spaces and without a polite 님 behind a longer name."""
    if " " in text or "\n" in text or "\t" in text:
        text = _SPACES.sub(" ", text)
    if text[-1:] == "님" and len(text) > 2 and not _TITLE.search(text):
        bare = text[:-1].rstrip()
        return bare if len(bare) > 1 else text
    return text


def join_name(family: str, given: str, middle: str = "", suffix: str = "") -> str:
    """Return the whole name: 김 + 민지 = 김민지, Park + Jane = Jane Park; '' of nothing."""
    if _CJK.fullmatch(family + middle + given):
        return family + middle + given
    return " ".join(part for part in (given, middle, family, suffix) if part)


def is_cjk(text: str) -> bool:
    """Tell whether a text is written in Hangul, Han or Kana alone."""
    return bool(_CJK.fullmatch(text))


def names_company(text: str) -> bool:
    """Tell whether a name carries a legal form: (주), 주식회사, Inc., GmbH …."""
    return bool(_COMPANY.search(text))


def is_korean_name(text: str) -> bool:
    """Tell whether a text could be the name of a Korean: two to four syllables, a surname."""
    return bool(_KOREAN_NAME.fullmatch(text)) and text[0] in _SURNAMES
