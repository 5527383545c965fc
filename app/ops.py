"""Names of the things a user can do and undo; ``app.words`` puts them into sentences."""

from enum import StrEnum, auto


class Op(StrEnum):
    """One member per user action."""

    START_SHOP = auto()
    ADD_CONTACT = auto()
    EDIT_CONTACT = auto()
    ADD_POINT = auto()
    EDIT_POINT = auto()
    REMOVE_POINT = auto()
    ADD_NOTE = auto()
    EDIT_NOTE = auto()
    REMOVE_NOTE = auto()
    LOG_INTERACTION = auto()
    EDIT_INTERACTION = auto()
    REMOVE_INTERACTION = auto()
    TAG_CONTACTS = auto()
    UNTAG_CONTACTS = auto()
    TRASH_CONTACTS = auto()
    RESTORE_CONTACTS = auto()
    IMPORT_CONTACTS = auto()
    SAVE_MATCH = auto()
    RENAME_MATCH = auto()
    REMOVE_MATCH = auto()
    SAVE_SEGMENT = auto()
    RENAME_SEGMENT = auto()
    REMOVE_SEGMENT = auto()
    ASSIGN_OWNER = auto()
    CLEAR_OWNER = auto()
    PIN_NOTE = auto()
    CHANGE_SETTING = auto()
    ADD_STAFF = auto()
    RENAME_STAFF = auto()
    REMOVE_STAFF = auto()
    MAKE_DEMO = auto()
    UNDO = auto()
    REDO = auto()
    OUTSIDE = auto()
