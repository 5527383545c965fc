"""Enquiries: who asked for something, how long they wait, and what becomes of it."""
