"""Which contacts there are: those in the trash and merged away are not."""

# Read by every list and search, in the very words of the partial indexes.
ALIVE = "deleted_at IS NULL AND merged_into_id IS NULL"
