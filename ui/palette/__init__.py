"""The command palette: one field that finds people, commands and tags."""
