"""The PCs that write to a shop; written beside the ledger, which needs them to exist."""

from db.clock import stamp
from db.database import Database


def register_device(database: Database, name: str) -> None:
    """Enter this PC, once; must precede the first change set."""
    with database.connection() as connection:
        known = connection.exec_driver_sql(
            "SELECT 1 FROM device WHERE id = ?", (database.device_id,)
        ).first()
    if known:
        return
    with database.connection(writes=True) as connection:
        connection.exec_driver_sql(
            "INSERT OR IGNORE INTO device (id, name, created_at) VALUES (?, ?, ?)",
            (database.device_id, name, stamp(database.now())),
        )
        connection.commit()
