"""Offers to customers: made, handed over, answered."""
