"""Schema revisions, run from code (there is no alembic.ini)."""
