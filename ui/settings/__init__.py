"""The page of settings: look, shop, backups, keys."""
