"""What was sold, what is owed, and the till."""
