"""Contacts on paper: cards, lists and address labels."""
