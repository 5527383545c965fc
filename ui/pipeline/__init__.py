"""Deals on their way: the board, the list, and the stages they go through."""
