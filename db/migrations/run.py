"""Runs alembic on a connection, configured in code."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def config(connection: Connection | None = None) -> Config:
    """Return alembic's configuration; the revisions are found beside this file."""
    configuration = Config()
    configuration.set_main_option("script_location", str(Path(__file__).parent))
    configuration.attributes["connection"] = connection
    return configuration


def upgrade(connection: Connection, revision: str) -> None:
    """Bring the schema up to `revision` inside the transaction that is open."""
    command.upgrade(config(connection), revision)
