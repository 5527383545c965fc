"""What time it is, as services and screens ask it; `db.clock` says how it is written down."""

from db.clock import Clock, stamp, utc_now

__all__ = ["Clock", "stamp", "utc_now"]
