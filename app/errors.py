"""Errors a user can cause or cure; any other exception is a bug.

They carry facts, never wording: ``app.words`` alone turns them into sentences.
"""

from enum import StrEnum, auto


class Problem(StrEnum):
    """Why a value in a form was refused."""

    REQUIRED = auto()
    TOO_LONG = auto()
    TOO_SHORT = auto()  # a password, or a PIN
    NOT_A_DATE = auto()
    CIRCULAR = auto()  # it is in itself
    NOT_A_NUMBER = auto()
    NOT_MONEY = auto()
    NOT_A_CHOICE = auto()
    NOT_A_RULE = auto()  # of a repeat, or one that never comes round
    TOO_MUCH = auto()  # more money, or pieces, than can be counted with
    IN_THE_FUTURE = auto()
    MORE_THAN_SOLD = auto()
    MORE_THAN_OWED = auto()
    MORE_THAN_LEFT = auto()  # of a pass or of points
    EXPIRED = auto()  # a pass whose last day is over
    OTHER_CURRENCY = auto()
    GIVEN_BACK = auto()  # some of it has been given back already
    CANCELLED = auto()
    TAKEN = auto()  # somebody else has it
    IN_USE = auto()  # deals stand in it
    NO_OPEN_STAGE = auto()  # a pipeline without one
    NO_WON_STAGE = auto()
    NO_LOST_STAGE = auto()
    CLOSED = auto()  # a deal that is won or lost
    IN_TRASH = auto()  # somebody a sale is to be made for
    SENT = auto()  # a quote that is with the customer


class FileProblem(StrEnum):
    """Why a file could not be read or written as a table."""

    NOT_FOUND = auto()
    NO_PERMISSION = auto()
    VANISHED = auto()  # there when we began, gone or changed before we ended
    EMPTY = auto()
    NO_ROWS = auto()  # a header and nothing below it
    NOT_A_TABLE = auto()  # a picture, a PDF, a program …
    UNSUPPORTED = auto()  # a kind of file Dangol does not know
    DAMAGED = auto()
    TOO_LARGE = auto()  # facts: limit (bytes once unpacked), size
    TOO_MANY_CELLS = auto()  # facts: limit
    TOO_MANY_COLUMNS = auto()  # facts: limit, columns
    NEEDS_PASSWORD = auto()
    WRONG_PASSWORD = auto()
    LOCKED_KIND = auto()  # locked in a way nobody but its own program can open
    NO_SUCH_SHEET = auto()  # facts: sheet, sheets
    TOO_MANY_ROWS = auto()  # facts: limit
    NO_SHEETS = auto()  # text, where a sheet was asked for; facts: sheet
    NO_ENCODING = auto()  # a workbook, where an encoding was told; facts: encoding
    NO_SUCH_LINE = auto()  # facts: line
    UNDECODABLE = auto()  # facts: encoding, line
    UNKNOWN_ENCODING = auto()  # facts: encoding
    UNCLOSED_QUOTE = auto()  # facts: line
    NO_SUCH_COLUMN = auto()  # facts: header
    NO_SUCH_FIELD = auto()  # facts: field
    NO_NAME_OR_PHONE = auto()  # no column is matched to a name, phone or e-mail
    NO_CUSTOMER_SUM = auto()  # facts: line; not how often, until when and how long one bought
    NO_SALES = auto()  # no column is matched to a day or an amount of a sale
    NOT_WRITABLE = auto()
    DISK_FULL = auto()
    NOT_DANGOL = auto()  # a database of some other program
    NEWER = auto()  # made by a newer Dangol
    TOO_BIG_TO_KEEP = auto()  # facts: limit (MB)
    NO_FILE = auto()  # a folder, where a file was asked for
    NO_PICTURE = auto()
    PICTURE_TOO_LARGE = auto()  # facts: limit (millions of pixels)
    MISSING = auto()  # a file of a contact is not where it is kept
    KEPT_DAMAGED = auto()  # a file of a contact is not what it was
    PROGRAM = auto()  # a file of a contact that is not opened from here
    NOT_A_CALENDAR = auto()


class UserError(Exception):
    """Base of the errors the window and the command line explain; carries facts, never wording.

    `typed` is what somebody had written and would lose: it is told with the sentence.
    """

    typed = ""


class InvalidInputError(UserError):
    """Some fields of a form were refused."""

    def __init__(self, problems: dict[str, Problem]) -> None:
        super().__init__(", ".join(f"{field}: {problem}" for field, problem in problems.items()))
        self.problems = problems


class FileError(UserError):
    """A file cannot be used; `problem` says why, `facts` which line, sheet or limit."""

    def __init__(self, problem: FileProblem, name: str, **facts: object) -> None:
        super().__init__(f"{problem}: {name} {facts or ''}")
        self.problem = problem
        self.name = name  # the file's name without its folder
        self.facts = facts


class UpdateProblem(StrEnum):
    """Why there is no update, or why it is not installed; Dangol stays as it is."""

    NO_KEY = auto()  # this Dangol knows no publisher's key
    NOT_AN_ADDRESS = auto()
    UNREACHABLE = auto()
    NOT_THERE = auto()  # the other side answers, but has no such file
    MOVED = auto()  # to an address that is not safe
    TOO_LARGE = auto()
    NOT_A_MANIFEST = auto()
    NOT_SIGNED = auto()  # or not by the publisher
    OLDER = auto()  # an older list than one that was seen, or an older version
    NOT_FOR_THIS_SYSTEM = auto()
    NOT_AS_SIGNED = auto()  # cut off, or other bytes
    NO_ROOM = auto()
    NOT_WRITABLE = auto()
    NOT_INSTALLED = auto()  # this Dangol runs from its source
    DID_NOT_WORK = auto()  # the new version failed its self-test


class UpdateError(UserError):
    """An update cannot be had, or not be trusted; `problem` says why."""

    def __init__(self, problem: UpdateProblem) -> None:
        super().__init__(problem)
        self.problem = problem
        self.key = f"update.{problem}"  # of its sentence


class GoneError(UserError):
    """What the user acted on no longer exists."""


class PlanChangedError(UserError):
    """The shop has changed since an import was looked at: its counts are no longer those."""


class NothingToUndoError(UserError):
    """There is no step to undo, or none to redo."""


class MergedFurtherError(UserError):
    """A merge stands inside a later one, which is to be taken back first.

    `change_set` is that later merge, `name` whom it was made into.
    """

    def __init__(self, change_set: int, name: str) -> None:
        super().__init__(str(change_set))
        self.change_set = change_set
        self.name = name


class PasswordNeededError(UserError):
    """The shop, or a backup of it, has a password; `name` is the file's without its folder."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class WrongPasswordError(PasswordNeededError):
    """What was given is not its password; nothing was touched."""


class StorageFailedError(UserError):
    """The database file would not take the change."""

    def __init__(self, reason: str = "failed") -> None:
        super().__init__(reason)
        self.reason = (
            reason  # 'busy', 'read_only', 'full', 'io', 'cannot_open', 'damaged', 'failed'
        )
        self.key = f"storage.{reason}"  # of its sentence


class OpenElsewhereError(StorageFailedError):
    """The shop's file cannot be swapped while another window has it open."""

    def __init__(self) -> None:
        super().__init__("busy")
        self.key = "storage.elsewhere"


class BackupDamagedError(StorageFailedError):
    """A backup, or a shop from another PC, cannot be read; the shop itself is as it was."""

    def __init__(self) -> None:
        super().__init__("damaged")
        self.key = "restore.damaged"
