"""What is told without anybody asking."""
