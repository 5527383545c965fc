"""Data layer: tables, queries, ledger and transactions.

Knows SQLAlchemy and SQLite; knows neither Qt nor what a user wants. Nothing
here is imported by ``ui``: ``app`` turns entities into plain rows first.
"""
