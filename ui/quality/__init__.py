"""What is worth mending in the book, asked one after the other."""
