"""The first page of a shop nobody has put anything into yet."""
