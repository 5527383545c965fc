"""What the properties of a vCard mean, and those that single programs have made up."""

import binascii
import re
from collections.abc import Callable
from dataclasses import replace

from app.exchange.cards import CardAddress, CardPhoto, CardRelative
from app.exchange.vcard_days import day_of
from app.exchange.vcard_draft import Draft, label_of
from app.exchange.vcard_lines import Property, split, unescaped

PHOTO_BYTES = 5_000_000
_DATA = re.compile(r"data:([\w/.+-]*)(?:;[^,;]*)*,", re.IGNORECASE)
_SERVICES = {
    "X-AIM": "AIM", "X-MSN": "MSN", "X-YAHOO": "Yahoo", "X-SKYPE": "Skype", "X-QQ": "QQ",
    "X-SKYPE-USERNAME": "Skype", "X-GOOGLE-TALK": "Google Talk", "X-JABBER": "Jabber",
    "X-ICQ": "ICQ", "X-TELEGRAM": "Telegram", "X-WHATSAPP": "WhatsApp", "X-LINE": "LINE",
    "X-KAKAO": "KakaoTalk", "X-KAKAOTALK": "KakaoTalk", "X-KAKAO-ID": "KakaoTalk",
    "X-INSTAGRAM": "Instagram", "X-FACEBOOK": "Facebook", "X-TWITTER": "Twitter",
    "X-MS-IMADDRESS": "", "X-NATEON": "NateOn", "X-WECHAT": "WeChat",
}  # fmt: skip
_SCHEMES = {"xmpp": "Jabber", "aim": "AIM", "skype": "Skype", "kakaotalk": "KakaoTalk"}
_KINDS = {
    "individual": "person", "org": "company", "organization": "company", "group": "group",
    "x-household": "household",
}  # fmt: skip
_OF_NO_USE = re.compile(
    r"PRODID|VERSION|PROFILE|SOURCE|NAME|MAILER|TZ|GEO|LOGO|SOUND|KEY|CLASS|SORT-STRING|LANG|XML"
    r"|CLIENTPIDMAP|CALURI|CALADRURI|FBURL|AGENT|X-AB(?!DATE|LABEL|RELATEDNAMES|SHOWAS).*"
    r"|X-IMAGE\w*|X-APPLE-.*|X-SHARED-.*|X-MS-OL-.*|X-MS-(?!ANNIV|IM|CARDP|SPOUSE|CHILD|MANAGER"
    r"|ASSISTANT).*|X-ACCOUNT|X-STARRED|X-IRMC-.*|X-CLASS|X-REDUCTION|X-NO|X-DCM-.*|X-ACTIVITY.*"
)
_PHONETIC = {
    "X-PHONETIC-LAST-NAME": "family_reading",
    "X-PHONETIC-FIRST-NAME": "given_reading",
    "X-PHONETIC-MIDDLE-NAME": "middle_reading",
}
_MOONS = ("X-LUNAR-BDAY", "X-LUNAR-ANNIVERSARY", "X-LUNAR-ABDATE")  # as Dangol writes them
_NAMES = ("family_name", "given_name", "middle_name", "prefix", "suffix")
_RELATIVES = {
    "X-SPOUSE": "spouse", "X-MS-SPOUSE": "spouse", "X-MANAGER": "manager",
    "X-MS-MANAGER": "manager", "X-ASSISTANT": "assistant", "X-MS-ASSISTANT": "assistant",
    "X-MS-CHILD": "child",
}  # fmt: skip


def take(draft: Draft, found: Property) -> None:
    """Add what a property says to the card; one of no known meaning is kept as it is."""
    name = found.name
    if name == "X-ABLABEL":
        draft.labels.append((found.group, draft.text(found)))
    elif taker := _TAKERS.get(name):
        taker(draft, found)
    elif name in _PHONETIC:
        draft.put(_PHONETIC[name], draft.text(found))
    elif name in _SERVICES:
        draft.point("messengers", found, draft.text(found), _SERVICES[name])
    elif name in _RELATIVES:
        _related(draft, found, draft.text(found), _RELATIVES[name])
    elif _is_moon(name, found.value):
        _lunar(draft, found)
    elif not _OF_NO_USE.fullmatch(name) and (text := draft.text(found)):
        draft.many.setdefault("more", []).append((name, text))


def _is_moon(name: str, value: str) -> bool:
    """Tell a lunar day from a mere mark that there is one; ours may be of a month alone."""
    if not (name.startswith("X-") and "LUNAR" in name):
        return False
    return sum(map(str.isdigit, value)) > (1 if name in _MOONS else 3)


def _full_name(draft: Draft, found: Property) -> None:
    draft.put("name", draft.text(found))


def _name(draft: Draft, found: Property) -> None:
    for field, text in zip(_NAMES, draft.parts(found, 5), strict=False):
        draft.put(field, text)


def _nickname(draft: Draft, found: Property) -> None:
    texts = [unescaped(text, draft.version).strip() for text in split(found.value, ",")]
    draft.put("nickname", ", ".join(text for text in texts if text))


def _sound(draft: Draft, found: Property) -> None:
    if found.types & {"x-irmc-n"} or "X-IRMC-N" in found.params:
        for field, text in zip(_PHONETIC.values(), draft.parts(found, 2), strict=False):
            draft.put(field, text)


def _organisation(draft: Draft, found: Property) -> None:
    company, *departments = draft.parts(found, 2, ", ")
    draft.put("company", company)
    draft.put("department", " ".join(text for text in departments if text))


def _job_title(draft: Draft, found: Property) -> None:
    draft.put("job_title", draft.text(found))


def _role(draft: Draft, found: Property) -> None:
    draft.put("role", draft.text(found))


def _gender(draft: Draft, found: Property) -> None:
    draft.put("gender", draft.parts(found, 1)[0])


def _kind(draft: Draft, found: Property) -> None:
    draft.put("kind", _KINDS.get(draft.text(found).casefold(), ""))


def _shown_as(draft: Draft, found: Property) -> None:
    if draft.text(found).casefold() == "company":
        draft.put("kind", "company")


def _member(draft: Draft, found: Property) -> None:
    draft.many.setdefault("members", []).append(draft.text(found).removeprefix("urn:uuid:"))


def _phone(draft: Draft, found: Property) -> None:
    text = draft.text(found)
    if text[:4].casefold() == "tel:":
        text = text[4:].replace(";ext=", " ext. ")
    draft.point("phones", found, text)


def _email(draft: Draft, found: Property) -> None:
    text = draft.text(found)
    draft.point("emails", found, text[7:] if text[:7].casefold() == "mailto:" else text)


def _link(draft: Draft, found: Property) -> None:
    draft.point("links", found, draft.text(found))


def _messenger(draft: Draft, found: Property) -> None:
    text = draft.text(found)
    scheme, colon, rest = text.partition(":")
    service = found.param("X-SERVICE-TYPE") or found.param("X-SERVICE")
    if colon and scheme.casefold() not in ("http", "https"):
        service = service or _SCHEMES.get(scheme.casefold(), scheme)
        service = "" if service == "x-apple" else service
        text = rest
    draft.point("messengers", found, text, service)


def _social(draft: Draft, found: Property) -> None:
    service = next(iter(found.params.get("TYPE", ())), "")
    draft.point("messengers", found, found.param("X-USER") or draft.text(found), service)


def _relative(draft: Draft, found: Property) -> None:
    label = next((t for t in found.params.get("TYPE", ()) if t.casefold() != "pref"), "")
    _related(draft, found, draft.text(found), label)


def _related(draft: Draft, found: Property, text: str, label: str) -> None:
    if text:
        kind, uid, title = (
            found.param(f"X-DANGOL-{name}") for name in ("KIND", "ID", "TITLE")
        )  # fmt: skip
        draft.add("related", found, CardRelative(text, label, kind=kind, uid=uid, title=title))


def _address(draft: Draft, found: Property) -> None:
    box, detail, street, city, region, postcode, country = draft.parts(found, 7, ", ")[:7]
    detail = " ".join(text for text in (box, detail) if text)
    whole = found.param("LABEL").replace("\\n", "\n").strip()
    address = CardAddress(street, detail, city, region, postcode, country, whole)
    if address != CardAddress():
        draft.add("addresses", found, replace(address, label=label_of(found)))


def _whole_address(draft: Draft, found: Property) -> None:
    if text := draft.text(found):
        draft.wholes.append((found, text))


def _birthday(draft: Draft, found: Property) -> None:
    day = day_of(found, draft.text(found))
    known = draft.one.get("birthday")
    # The lunar one is the one that is kept; the solar date beside it only fits one year.
    if day is not None and (known is None or (day.lunar and not known.lunar)):
        draft.one["birthday"] = day


def _lunar(draft: Draft, found: Property) -> None:
    if "ANNIV" in found.name:
        _anniversary(draft, found)
    elif "DATE" in found.name:
        _day(draft, found)
    else:
        _birthday(draft, found)


def _anniversary(draft: Draft, found: Property) -> None:
    draft.put("anniversary", day_of(found, draft.text(found)))


def _day(draft: Draft, found: Property) -> None:
    day = day_of(found, draft.text(found))
    if day is not None:
        draft.place("days", found, replace(day, kind=found.param("X-DANGOL-KIND")))


def _android(draft: Draft, found: Property) -> None:
    kind, *parts = [unescaped(p, draft.version).strip() for p in split(found.value, ";")]
    parts += [""] * 3
    match kind.rpartition("/")[2]:
        case "nickname":
            draft.put("nickname", parts[0])
        case "relation":
            _related(draft, found, parts[0], parts[2])
        case "contact_event":
            _event(draft, found, parts)
        case _:
            text = ";".join(part for part in parts if part)
            draft.many.setdefault("more", []).append((found.name, text))


def _event(draft: Draft, found: Property, parts: list[str]) -> None:
    day = day_of(found, parts[0])
    if day is None:
        return
    if parts[1] == "3":
        draft.put("birthday", day)
    elif parts[1] == "1":
        draft.put("anniversary", day)
    else:
        draft.place("days", found, replace(day, label=parts[2]))


def _categories(draft: Draft, found: Property) -> None:
    separator = ";" if draft.version == "2.1" and "," not in found.value else ","
    tags = (unescaped(part, draft.version).strip() for part in split(found.value, separator))
    draft.many.setdefault("tags", []).extend(tag for tag in tags if tag)


def _note(draft: Draft, found: Property) -> None:
    if "X-DANGOL" in found.params:  # what other properties say, for people to read
        return
    if text := draft.text(found):
        draft.many.setdefault("notes", []).append(text)


def _likes(draft: Draft, found: Property) -> None:
    draft.put("likes", draft.text(found))


def _dislikes(draft: Draft, found: Property) -> None:
    draft.put("dislikes", draft.text(found))


def _roles(draft: Draft, found: Property) -> None:
    roles = (unescaped(part, draft.version).strip() for part in split(found.value, ","))
    draft.many.setdefault("roles", []).extend(role for role in roles if role)


def _uid(draft: Draft, found: Property) -> None:
    draft.put("uid", draft.text(found).removeprefix("urn:uuid:"))


def _revision(draft: Draft, found: Property) -> None:
    draft.put("revised", draft.text(found))


def _photo(draft: Draft, found: Property) -> None:
    if not draft.photos or draft.one.get("photo"):
        return
    text = found.value.strip()
    encoded = found.param("ENCODING").casefold() in ("b", "base64")
    media = found.param("MEDIATYPE") or next(iter(found.params.get("TYPE", ())), "")
    if inline := _DATA.match(text):
        encoded = ";base64," in inline[0].casefold()
        media, text = inline[1] or media, text[inline.end() :]
    if not encoded:
        if text:
            draft.many.setdefault("more", []).append((found.name, text))
        return
    if len(text) // 4 * 3 > PHOTO_BYTES:
        draft.problems.append((found.line, "photo_too_large"))
        return
    try:
        content = binascii.a2b_base64(text.encode("ascii", "replace"))
    except binascii.Error:
        content = b""
    if not content:
        draft.problems.append((found.line, "photo_unreadable"))
        return
    media = media.casefold() or "jpeg"
    draft.one["photo"] = CardPhoto(content, media if "/" in media else f"image/{media}")


_TAKERS: dict[str, Callable[[Draft, Property], None]] = {
    "FN": _full_name, "N": _name, "NICKNAME": _nickname,
    "X-NICKNAME": _nickname, "SOUND": _sound, "ORG": _organisation,
    "TITLE": _job_title, "ROLE": _role, "GENDER": _gender,
    "X-GENDER": _gender, "X-WAB-GENDER": _gender, "KIND": _kind,
    "X-KIND": _kind, "X-ADDRESSBOOKSERVER-KIND": _kind,
    "X-ABSHOWAS": _shown_as, "MEMBER": _member,
    "X-ADDRESSBOOKSERVER-MEMBER": _member, "TEL": _phone,
    "EMAIL": _email, "URL": _link, "IMPP": _messenger,
    "X-SOCIALPROFILE": _social, "RELATED": _relative,
    "X-ABRELATEDNAMES": _relative, "ADR": _address,
    "LABEL": _whole_address, "BDAY": _birthday, "X-ALTBDAY": _birthday,
    "ANNIVERSARY": _anniversary, "X-ANNIVERSARY": _anniversary,
    "X-MS-ANNIVERSARY": _anniversary, "X-EVOLUTION-ANNIVERSARY": _anniversary,
    "X-ABDATE": _day, "X-ANDROID-CUSTOM": _android,
    "X-DANGOL-LIKES": _likes, "X-DANGOL-DISLIKES": _dislikes, "X-DANGOL-ROLES": _roles,
    "CATEGORIES": _categories, "NOTE": _note, "UID": _uid,
    "REV": _revision, "PHOTO": _photo, "X-MS-CARDPICTURE": _photo,
}  # fmt: skip
