"""What is going to be won, month by month."""
