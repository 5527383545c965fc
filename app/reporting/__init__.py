"""Reports: what they count, how days are compared, what they say. No Qt, no SQL."""
