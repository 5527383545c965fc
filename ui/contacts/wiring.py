"""What panel and full page of a contact have in common."""

from collections.abc import Sequence

from app.shapes.contacts import ContactDetail
from app.shapes.staff import StaffRow
from ui.contacts.edits import ContactEdits
from ui.contacts.properties import PropertyList
from ui.contacts.story import Story


def connect_edits(edits: ContactEdits, properties: PropertyList, story: Story) -> None:
    """Send what is typed there to the disk."""
    properties.field_typed.connect(lambda *typed: properties.follow(edits.set_field(*typed)))
    properties.point_typed.connect(lambda *typed: properties.follow(edits.set_point(*typed)))
    properties.address_typed.connect(edits.set_address)
    properties.label_chosen.connect(edits.label_point)
    properties.point_removed.connect(edits.remove_point)
    properties.point_made_first.connect(edits.make_primary_point)
    properties.point_retired.connect(edits.retire_point)
    properties.point_revived.connect(edits.revive_point)
    properties.owner_chosen.connect(edits.assign)
    story.written.connect(
        lambda contact_id, written: story.follow(
            contact_id, written, edits.keep(contact_id, written)
        )
    )
    story.typed.connect(edits.edit_entry)
    story.pin_asked.connect(edits.pin_entry)
    story.remove_asked.connect(edits.remove_entry)


def first_of(detail: ContactDetail, kind: str) -> str:
    """Return the first phone or e-mail that is still theirs; '' if there is none."""
    points = (p for p in detail.points if p.kind == kind and not p.invalid_reason)
    return next((point.value for point in points), "")


def names_of(staff: Sequence[StaffRow]) -> list[str]:
    """Return the names people can be mentioned by."""
    return [row.name for row in staff if row.name and not row.retired]
