"""What watching a folder has to tell, in a sentence."""

from app.errors import FileError
from app.shapes.watching import WatchNotice
from app.words import describe, say


def watch_words(notice: WatchNotice, language: str) -> str:
    """Return what became of a file, and where it lies now."""
    facts = {"file": notice.file, "folder": notice.lies_in.name}
    if isinstance(notice.why, FileError):
        return say("watch.not_read", language, why=describe(notice.why, language), **facts)
    if notice.why:
        return say(f"watch.{notice.why}", language, **facts)
    counts = {
        name: getattr(notice, name) for name in ("read", "added", "updated", "same", "failed")
    }
    return say(f"watch.{notice.outcome}", language, **facts, **counts)
