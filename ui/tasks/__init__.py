"""Tasks: what is to be done, when, for whom."""
