"""A day of use through the real window, and whether anything grows while it lasts."""
