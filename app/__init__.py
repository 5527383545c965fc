"""Application layer: what a user can do, in the user's own verbs.

Knows ``db``; knows neither Qt nor SQL. Everything that writes goes through
``Store.action``, which is one transaction, one ledger entry and one notice.
"""
