"""Foreign files in and out: reading, recognising, mapping, writing. No Qt, no SQL."""
