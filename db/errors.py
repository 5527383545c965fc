"""What can go wrong with the data, as facts for the layers above to put into words."""

from pathlib import Path


class DataError(Exception):
    """Base of every error ``db`` raises on purpose."""


class RowNotFoundError(DataError):
    """The row is gone, most likely removed in another window or by a sync."""

    def __init__(self, table: str, row_id: int) -> None:
        super().__init__(f"{table} {row_id}")
        self.table = table
        self.row_id = row_id


class StorageError(DataError):
    """The file would not take it.

    `reason` is 'busy', 'read_only', 'full', 'io', 'cannot_open' or 'damaged'.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class NotDangolError(DataError):
    """The file is no Dangol database; it was left untouched."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class LockedError(DataError):
    """The file has a password, and the key that was given, if any, is not its own."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self.path = path


class NewerSchemaError(DataError):
    """The file was made by a newer Dangol; it was left untouched."""

    def __init__(self, path: Path, revision: str) -> None:
        super().__init__(f"{path.name} {revision}")
        self.path = path
        self.revision = revision


class NothingToUndoError(DataError):
    """There is no step left to undo or redo."""
