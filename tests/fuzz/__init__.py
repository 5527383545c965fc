"""Hostile input for every reader: foreign files, kept filters, the text of a search."""
