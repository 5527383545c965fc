"""Links as people write them: of which kind one is, and the address a browser opens."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

HOSTS = {
    "instagram.com": "instagram", "instagr.am": "instagram", "pf.kakao.com": "kakao",
    "open.kakao.com": "kakao", "blog.naver.com": "naver_blog",
}  # fmt: skip
PLACES = {"instagram": "https://www.instagram.com/{}/", "naver_blog": "https://blog.naver.com/{}"}
NAME = re.compile(r"@?([A-Za-z0-9_][A-Za-z0-9_.-]*)")
HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")


def label_of(link: str) -> str:
    """Return which label of a link fits what was typed: 'instagram', 'web' …; '' if none does."""
    if link.startswith("@") and NAME.fullmatch(link):
        return "instagram"
    host = _host(link)
    return HOSTS.get(host, "web") if host else ""


def address_of(link: str, label: str) -> str:
    """Return what a browser is to open; '' for what is no address and no name in a known place.

    A name is looked for where the label says: '@minji' of Instagram is a page there.
    """
    link = link.strip()
    name = NAME.fullmatch(link)
    if name and label in PLACES and not link.startswith("www."):
        return PLACES[label].format(name[1])
    if _host(link):
        return link if "://" in link else f"https://{link}"
    return PLACES["instagram"].format(name[1]) if name and link.startswith("@") else ""


def _host(link: str) -> str:
    """Return the host of a web address without 'www.' and 'm.'; '' if it is none."""
    try:
        parts = urlsplit(link if "://" in link else f"//{link}")
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("", "http", "https") or not HOST.fullmatch(host):
        return ""
    return re.sub(r"^(?:www|m)\.", "", host)
