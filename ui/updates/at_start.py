"""What the very beginning of a start does about an update; nothing, most of the time."""

from __future__ import annotations

from collections.abc import Sequence

from app import places

FOLDER, FILE = "updates", "record.json"


def take_update(arguments: Sequence[str]) -> None:
    """Put an update that is ready in place, or take one back, and run that program instead."""
    folder = places.data_folder() / FOLDER
    if not (folder / FILE).exists():
        return
    from app.updating.record import RecordFile  # noqa: PLC0415 - only where there was an update
    from app.updating.starting import begin, run_instead  # noqa: PLC0415
    from app.updating.updater import present_version  # noqa: PLC0415

    command = begin(RecordFile(folder), present_version())
    if command is not None:
        run_instead(command, arguments)
