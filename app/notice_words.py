"""A notice, in a sentence."""

from app.shapes.notices import Notice
from app.words import describe, say


def notice_words(notice: Notice, language: str) -> str:
    """Return what happened."""
    facts = dict(notice.facts)
    if notice.why is not None:
        facts["why"] = describe(notice.why, language)
    return say(notice.code, language, **facts)
