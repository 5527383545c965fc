"""One module per group of tables; importing the package registers them all."""

from db.models.base import Base
from db.models.contact import Contact, ContactPoint, ExternalKey, Note
from db.models.imports import ImportBatch, ImportRow
from db.models.interaction import Attachment, Interaction, InteractionContact
from db.models.ledger import Change, ChangeSet, OpenChangeSet
from db.models.search import ContactSearch
from db.models.segment import Segment
from db.models.shop import Device, Setting, Staff
from db.models.tag import ContactTag, Tag

__all__ = [
    "Attachment",
    "Base",
    "Change",
    "ChangeSet",
    "Contact",
    "ContactPoint",
    "ContactSearch",
    "ContactTag",
    "Device",
    "ExternalKey",
    "ImportBatch",
    "ImportRow",
    "Interaction",
    "InteractionContact",
    "Note",
    "OpenChangeSet",
    "Segment",
    "Setting",
    "Staff",
    "Tag",
]
