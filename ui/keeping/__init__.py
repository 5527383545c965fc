"""What keeps the shop safe around the pages: backups, safe mode, looking at a backup, moving."""
