"""Files in and out: the plan of an import, exports, backups."""
