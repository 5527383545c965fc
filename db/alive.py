"""Which contacts there are: those in the trash and merged away are not."""

# Read by every list and search, in the very words of the partial indexes.
ALIVE = "deleted_at IS NULL AND merged_into_id IS NULL"


def alive_in(contact: str) -> str:
    """Return the same of a contact that a query with several tables knows by that name."""
    return f"{contact}.deleted_at IS NULL AND {contact}.merged_into_id IS NULL"
