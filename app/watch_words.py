"""What watching a folder has to tell, as a notice."""

from app.errors import FileError
from app.shapes.notices import Notice
from app.shapes.watching import WatchNotice


def notice_of(found: WatchNotice) -> Notice:
    """Return what became of a file, and where it lies now, as a notice."""
    facts: dict[str, object] = {"file": found.file, "folder": found.lies_in.name}
    code, why = f"watch.{found.why or found.outcome}", None
    if isinstance(found.why, FileError):
        code, why = "watch.not_read", found.why
    elif not found.why:
        for name in ("read", "added", "updated", "same", "failed"):
            facts[name] = getattr(found, name)
    missing = found.outcome == "missing"
    return Notice(
        key=str(found.path or found.lies_in), code=code, facts=facts, why=why,
        attention=found.outcome in ("attention", "missing"),
        file=found.path, folder=None if missing else found.lies_in, change_set=found.change_set,
    )  # fmt: skip
