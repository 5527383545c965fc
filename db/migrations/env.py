"""What alembic runs: the revisions, on the connection it was handed."""

from alembic import context

from db.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,  # SQLite cannot alter most of a table in place
    transactional_ddl=False,  # the caller's transaction is the only one
)
context.run_migrations()
