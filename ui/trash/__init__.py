"""Contacts that were put away, and bringing them back."""
