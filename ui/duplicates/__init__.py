"""Contacts that may be one and the same, side by side."""
